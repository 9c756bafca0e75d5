-- The guard, made about ten times as fast without letting anything more through: it was nearly all of what a hand-in
-- of 100 interviews cost.

-- translate() walks its long table for each character, so text of the characters that Swedish is written with, dashes
-- and hard spaces included, goes round it by a short one.
create or replace function internal.guard_plain(raw text) returns text language plpgsql stable as $$
declare
  norm public.guard_normalisation;
begin
  if raw !~ '[^ -~\n\r\t\u00e5\u00e4\u00f6\u00c5\u00c4\u00d6\u00e9\u00c9\u2019\u201d\u2026\u00a0\u2011\u2013\u2014]' then
    if raw !~ '[^ -~\u00e5\u00e4\u00f6\u00c5\u00c4\u00d6\u00e9\u00c9\u2019\u201d\u2026]' then return raw; end if;
    return translate(raw, E'\u2013\n\u00a0\t\r\u2011\u2014', '-    --');
  end if;
  select * into norm from public.guard_normalisation;
  return translate(raw, norm.translate_from || norm.remove, norm.translate_to);
end $$;

-- What a text must hold for a rule to be worth trying: cheaper than the rule, and never stricter. A rule of another
-- name is always tried.
create function internal.guard_hint(rule public.guard_rule) returns text language sql immutable as $$
  select case
    when rule.id in ('email-at', 'email-bare-at') then '[@(\[]'
    when rule.id = 'email-spoken' then '(?i)snabel|alfaslang|kanelbulle'
    when rule.id = 'url-domain' then '[.](?:se|nu|com|org|net|eu|in|io|gov|dk|fi|SE|NU|COM|ORG|EU|IN)'
    when rule.id = 'url-spoken' then '(?i)punkt '
    when rule.id = 'phone-words' then '(?i)noll'
    when rule.id = 'phone-words-english' then '(?i)zero|oh'
    -- Ten digits, or seven, not far apart.
    when rule.kind = 'personnummer' then '[0-9](?:[^0-9]{0,8}[0-9]){9}'
    when rule.kind = 'phone' then '[0-9](?:[^0-9]{0,8}[0-9]){6}'
  end
$$;

-- For patterns that ignore case: the letters of Latin-1 are folded here, since the database's locale may not do it.
create function internal.guard_small(plain text) returns text language sql immutable as $$
  select case when plain ~ '[\u00c0-\u00de]' then translate(plain,
    'ÀÁÂÃÄÅÆÇÈÉÊËÌÍÎÏÐÑÒÓÔÕÖØÙÚÛÜÝÞ', 'àáâãäåæçèéêëìíîïðñòóôõöøùúûüýþ') else plain end
$$;

-- The kind of the first rule that hits, or null: the text may go.
create or replace function internal.guard(raw text) returns text language plpgsql stable as $$
declare
  plain text := internal.guard_plain(raw);
  folded text := internal.guard_folded(plain);
  small text := internal.guard_small(plain);
  small_folded text := case when folded = plain then small else internal.guard_small(folded) end;
  rule public.guard_rule;
  hint text;
  rest text;
begin
  for rule in select * from public.guard_rule order by place loop
    rest := case
      when rule.kind in ('personnummer', 'phone') then case when rule.ignore_case then small_folded else folded end
      else case when rule.ignore_case then small else plain end
    end;
    hint := internal.guard_hint(rule);
    continue when hint is not null and rest !~ hint;
    if rule.checked then
      if internal.guard_holds_checked(rest, rule.pattern) then return rule.kind; end if;
    elsif rest ~ ('(?' || case when rule.ignore_case then 'i' else 'c' end || ')' || rule.pattern) then
      return rule.kind;
    end if;
  end loop;
  return null;
end $$;

revoke all on all functions in schema internal from public;
