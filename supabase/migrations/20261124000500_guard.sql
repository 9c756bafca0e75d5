-- The guard: refuses a text that holds a personal identity number, an e-mail address, a telephone number or a URL.
-- The device runs the same rules (src/masking/guard.ts) before anything is sent, so this is the last gate, for a
-- device that is old, broken or not ours. It gives a kind and never a text.

create table public.guard_rule (
  place integer primary key,
  id text not null unique,
  kind text not null,
  ignore_case boolean not null,
  -- Which parentheses of the pattern hold the identifier; 0: the whole match, the pattern has none.
  hit integer not null,
  -- A hit counts only if its last ten digits hold the checksum of an identity number.
  checked boolean not null,
  pattern text not null
);
alter table public.guard_rule enable row level security;

create table public.guard_normalisation (
  only_row boolean primary key default true check (only_row),
  translate_from text not null,
  translate_to text not null,
  remove text not null,
  -- Letters that stand for digits (l, O) are folded beside digits, this many times.
  rounds integer not null,
  folds jsonb not null
);
alter table public.guard_normalisation enable row level security;

-- Look-alikes made plain: full-width digits, zero-width characters, odd spaces and dashes, Greek and Cyrillic letters.
-- translate() walks its long table for each character, so text of the letters Swedish is written with goes round it.
create function internal.guard_plain(raw text) returns text language plpgsql stable as $$
declare
  norm public.guard_normalisation;
begin
  if raw !~ '[^ -~\n\u00e5\u00e4\u00f6\u00c5\u00c4\u00d6\u00e9\u00c9\u2019\u201d\u2026]' then
    return translate(raw, chr(10), ' ');
  end if;
  select * into norm from public.guard_normalisation;
  return translate(raw, norm.translate_from || norm.remove, norm.translate_to);
end $$;

create function internal.guard_folded(plain text) returns text language plpgsql stable as $$
declare
  norm public.guard_normalisation;
  fold record;
  folded text := plain;
  before text;
begin
  -- Nothing to fold in nearly every text; the class is that of the folds.
  if plain !~ '[0-9][oOlI|]|[oOlI|][0-9]' then return plain; end if;
  select * into norm from public.guard_normalisation;
  for round in 1 .. norm.rounds loop
    before := folded;
    for fold in select value ->> 'pattern' as pattern,
        case value ->> 'keeps' when 'before' then '\1' || (value ->> 'digit') else (value ->> 'digit') || '\1' end as with_text
      from jsonb_array_elements(norm.folds) loop
      folded := regexp_replace(folded, fold.pattern, fold.with_text, 'g');
    end loop;
    exit when folded = before;
  end loop;
  return folded;
end $$;

-- The checksum of the last ten digits (Luhn): every other digit doubled, the digits of all products added.
create function internal.guard_checksum(hit text) returns boolean language sql immutable as $$
  select length(digits) = 10 and (
    select sum(case when i % 2 = 1 then (d * 2) / 10 + (d * 2) % 10 else d end) % 10 = 0
    from generate_series(1, 10) i, lateral (select substr(digits, i, 1)::integer as d) one
  ) from (select right(regexp_replace(hit, '[^0-9]', '', 'g'), 10) as digits) ten
$$;

-- The kind of the first rule that hits, or null: the text may go.
create function internal.guard(raw text) returns text language plpgsql stable as $$
declare
  plain text := internal.guard_plain(raw);
  folded text := internal.guard_folded(plain);
  few_digits boolean := length(regexp_replace(folded, '[^0-9]', '', 'g')) < 7;
  -- Patterns that ignore case: the letters of Latin-1 are folded here, since the database's locale may not do it.
  upper_letters constant text := 'ÀÁÂÃÄÅÆÇÈÉÊËÌÍÎÏÐÑÒÓÔÕÖØÙÚÛÜÝÞ';
  lower_letters constant text := 'àáâãäåæçèéêëìíîïðñòóôõöøùúûüýþ';
  small text := translate(plain, upper_letters, lower_letters);
  small_folded text := translate(folded, upper_letters, lower_letters);
  rule public.guard_rule;
  rest text;
  found_at integer;
  hit text;
begin
  for rule in select * from public.guard_rule order by place loop
    -- Every pattern of these two kinds but the spoken ones needs at least seven digits.
    continue when few_digits and rule.kind in ('personnummer', 'phone') and rule.id not like 'phone-words%';
    rest := case
      when rule.kind in ('personnummer', 'phone') then case when rule.ignore_case then small_folded else folded end
      else case when rule.ignore_case then small else plain end
    end;
    if not rule.checked then
      if rest ~ ('(?' || case when rule.ignore_case then 'i' else 'c' end || ')' || rule.pattern) then
        return rule.kind;
      end if;
      continue;
    end if;
    loop
      hit := (regexp_match(rest, rule.pattern))[1];
      exit when hit is null;
      if internal.guard_checksum(hit) then return rule.kind; end if;
      -- Not an identity number: look on behind its first run of digits.
      found_at := regexp_instr(rest, rule.pattern, 1, 1, 0, 'c', rule.hit);
      rest := substr(rest, found_at + length(substring(hit from '^[^0-9]*[0-9]+')));
    end loop;
  end loop;
  return null;
end $$;
