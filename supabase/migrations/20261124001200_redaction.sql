-- Redaction: the one way in which a released answer changes. A range gives way to a placeholder, the offsets behind it
-- move, the revision grows. The old text is kept nowhere.

-- Where an offset lands when [s, e) is replaced by n characters; one inside goes to the near edge.
create function internal.shifted(place integer, s integer, e integer, n integer, to_end boolean)
returns integer language sql immutable as $$
  select case when place <= s then place when place >= e then place - (e - s) + n
    when to_end then s + n else s end
$$;

-- Offsets are UTF-16, as the device counts; PostgreSQL counts characters. One inside a surrogate pair goes to the
-- side that masks more.
create function internal.characters_before(said text, units integer, round_up boolean)
returns integer language plpgsql immutable as $$
declare
  n integer := 0;
  at_unit integer := 0;
  size integer;
begin
  if internal.utf16_length(said) = char_length(said) then return units; end if;
  while at_unit < units loop
    size := case when ascii(substr(said, n + 1, 1)) > 65535 then 2 else 1 end;
    exit when at_unit + size > units and not round_up;
    at_unit := at_unit + size;
    n := n + 1;
  end loop;
  return n;
end $$;

create function internal.redact_answer(actor public.person, body jsonb) returns jsonb language plpgsql as $$
declare
  row public.answer;
  of_interview uuid;
  of_question text;
  s integer;
  e integer;
  mask text;
  before text;
  behind text;
  done public.redaction;
  late boolean := not actor.active;
begin
  if not internal.has_keys(body, array['answer', 'end', 'placeholder', 'revision', 'start'])
    or not internal.is_text(body -> 'answer', 120) or not internal.is_count(body -> 'revision')
    or not internal.is_count(body -> 'start') or not internal.is_count(body -> 'end')
    or not internal.is_text(body -> 'placeholder', 40)
    -- A placeholder is a type and a number, so that no text comes in by it.
    or body ->> 'placeholder' !~ '^\[[A-ZÅÄÖ]{2,20}( [0-9]{1,3})?\]$' then
    return internal.rejected('malformed');
  end if;
  if actor.role = 'interviewer' then return internal.rejected('not_allowed'); end if;
  of_interview := split_part(body ->> 'answer', '/', 1)::uuid;
  of_question := substr(body ->> 'answer', 38);
  s := (body ->> 'start')::integer;
  e := (body ->> 'end')::integer;
  mask := body ->> 'placeholder';
  select * into row from public.answer a
    where a.interview = of_interview and a.question = of_question and a.study = actor.study;
  if row.interview is null then
    -- Taken back in the meantime: nothing is left to mask, and the command is no worse for it.
    return case when exists (
      select from public.tombstone t where t.study = actor.study and t.feed = 'interviews'
        and t.noun = 'interview' and t.row_id = of_interview::text)
      then internal.accepted(true) else internal.rejected('unknown_reference') end;
  end if;
  if (body ->> 'revision')::integer > row.revision or s >= e then return internal.rejected('malformed'); end if;
  for done in
    select * from public.redaction r where r.interview = row.interview and r.question = row.question
      and r.revision >= (body ->> 'revision')::integer order by r.revision
  loop
    late := true;
    -- Wholly inside a range that is masked already.
    if s >= done.start_at and e <= done.end_at then return internal.accepted(true); end if;
    s := internal.shifted(s, done.start_at, done.end_at, done.length, false);
    e := internal.shifted(e, done.start_at, done.end_at, done.length, true);
  end loop;
  if e > internal.utf16_length(row.notes) then return internal.rejected('malformed'); end if;
  before := left(row.notes, internal.characters_before(row.notes, s, false));
  behind := substr(row.notes, internal.characters_before(row.notes, e, true) + 1);
  s := internal.utf16_length(before);
  e := internal.utf16_length(row.notes) - internal.utf16_length(behind);
  insert into public.redaction (interview, question, revision, start_at, end_at, length)
    values (row.interview, row.question, row.revision, s, e, char_length(mask));
  update public.answer a set
    notes = before || mask || behind,
    quotes = (
      select coalesce(jsonb_agg(q || jsonb_build_object(
        'start', internal.shifted((q ->> 'start')::integer, s, e, char_length(mask), false),
        'end', internal.shifted((q ->> 'end')::integer, s, e, char_length(mask), true)) order by place), '[]')
      from jsonb_array_elements(row.quotes) with ordinality listed (q, place)),
    revision = row.revision + 1,
    change = internal.take_changes(row.study, 'interviews', 1)
  where a.interview = row.interview and a.question = row.question;
  return internal.accepted(late);
end $$;
create index tombstone_of_row on public.tombstone (study, row_id);
