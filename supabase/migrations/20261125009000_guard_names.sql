-- What got past the guard, or could have kept it busy.

-- Numbers with a checksum are tried where a run of digits begins, each in a window longer than any of them. A text of
-- nothing but almost-numbers then costs its length and not the square of it, while the study waits for the answer.
create function internal.guard_holds_checked(said text, pattern text) returns boolean language sql stable as $$
  select exists (
    select from (
      select place, character, lag(character) over (order by place) as before
      from string_to_table(said, null) with ordinality listed (character, place)
    ) run, lateral (select (regexp_match(substr(said, place::integer, 40), '^' || pattern))[1] as hit) tried
    where strpos('0123456789', character) > 0 and strpos('0123456789', coalesce(before, 'x')) = 0
      and hit is not null and internal.guard_checksum(hit))
$$;

-- The kind of the first rule that hits, or null: the text may go.
create or replace function internal.guard(raw text) returns text language plpgsql stable as $$
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
    if internal.guard_holds_checked(rest, rule.pattern) then return rule.kind; end if;
  end loop;
  return null;
end $$;

-- Names of pre-codes and probes have no spaces, but a number or an address has none either. What an instrument names
-- may go; any other name is a text like the notes. Joined by what no rule reaches across.
alter function internal.answers_problem(jsonb, text[]) rename to answers_problem_but_names;
create function internal.answers_problem(answers jsonb, questions text[]) returns jsonb language plpgsql stable as $$
declare
  problem jsonb := internal.answers_problem_but_names(answers, questions);
  named record;
  find text;
begin
  if problem is not null or internal.guard(
      (select string_agg(n.name, ' ;;;; ') from internal.names_in(answers) n)) is null then
    return problem;
  end if;
  for named in select n.question, n.name from internal.names_in(answers) n loop
    find := internal.guard(named.name);
    if find is not null and not exists (
        select from public.instrument i where strpos(i.definition::text, to_json(named.name)::text) > 0) then
      return internal.rejected('identifies') || jsonb_build_object('at', named.question, 'find', find);
    end if;
  end loop;
  return null;
end $$;
create function internal.names_in(answers jsonb) returns table (question text, name text) language sql immutable as $$
  select a ->> 'question', n.name from jsonb_array_elements(answers) a, lateral (
    select a ->> 'question'
    union all select key from jsonb_object_keys(a -> 'pre') key
    union all select v #>> '{}' from jsonb_each(a -> 'pre') p, jsonb_array_elements(p.value) v
    union all select v #>> '{}' from jsonb_array_elements(a -> 'probes') v) n (name)
$$;

create or replace function internal.is_background(background jsonb) returns boolean language sql stable as $$
  select internal.has_keys(background, array['completeness', 'language', 'mode', 'role'])
    and internal.is_name(background -> 'role') and internal.guard(background ->> 'role') is null
    and coalesce(background ->> 'language', '') in ('sv', 'en')
    and coalesce(background ->> 'mode', '') in ('telephone', 'video', 'written')
    and coalesce(background ->> 'completeness', '') in ('complete', 'partial')
$$;

revoke all on all functions in schema internal from public;
