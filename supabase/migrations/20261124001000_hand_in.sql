-- Handing in: the one door by which an interview comes. It writes the waiting row, its id in a log without author or
-- time, and the author's bare counter.

create function public.hand_in(batch text) returns jsonb
language plpgsql security definer set search_path = '' as $$
declare
  answers jsonb := internal.push('interviews', batch);
  actor public.person := internal.actor();
  cell record;
begin
  if jsonb_path_exists(answers, '$[*] ? (@.result == "accepted")') then
    perform internal.release_full_cells(actor.study);
    -- Which cells were touched is not remembered anywhere, so all that wait are written anew; they are few.
    for cell in
      select distinct wave, stratum, instrument from public.waiting where study = actor.study
    loop
      perform internal.shuffle(cell.wave, cell.stratum, cell.instrument);
    end loop;
  end if;
  return answers;
end $$;

create function internal.utf16_length(said text) returns integer language sql immutable as $$
  select char_length(said) + case when octet_length(said) = char_length(said) then 0
    else char_length(regexp_replace(said, '[^\U00010000-\U0010ffff]', '', 'g')) end
$$;

-- Why a list of answers cannot be taken, or null. `questions` are those of the instrument, empty if it lists none.
create function internal.answers_problem(answers jsonb, questions text[]) returns jsonb language plpgsql stable as $$
declare
  one jsonb;
  question text;
  seen text[] := '{}';
  find text;
begin
  if jsonb_typeof(answers) is distinct from 'array' then return internal.rejected('malformed'); end if;
  if jsonb_array_length(answers) > 300 then return internal.rejected('too_large'); end if;
  for one in select value from jsonb_array_elements(answers) loop
    if not internal.has_keys(one, array['notes', 'pre', 'probes', 'question', 'quotes', 'state'])
      or not internal.is_name(one -> 'question') then
      return internal.rejected('malformed');
    end if;
    question := one ->> 'question';
    if question = any (seen)
      or coalesce(one ->> 'state', '') not in ('answered', 'dont_know', 'refused', 'not_applicable', 'not_asked')
      or jsonb_typeof(one -> 'notes') <> 'string'
      or not internal.is_pre(one -> 'pre') or not internal.are_names(one -> 'probes')
      or not internal.are_quotes(one -> 'quotes', one ->> 'notes') then
      return internal.rejected('malformed') || jsonb_build_object('at', question);
    end if;
    if cardinality(questions) > 0 and question <> all (questions) then
      return internal.rejected('unknown_reference');
    end if;
    if char_length(one ->> 'notes') > 20000 then
      return internal.rejected('too_large') || jsonb_build_object('at', question);
    end if;
    find := internal.guard(one ->> 'notes');
    if find is not null then
      return internal.rejected('identifies') || jsonb_build_object('at', question, 'find', find);
    end if;
    seen := seen || question;
  end loop;
  return null;
end $$;

create function internal.are_names(list jsonb) returns boolean language sql immutable as $$
  select case when jsonb_typeof(list) = 'array' and jsonb_array_length(list) <= 100
    then not exists (select from jsonb_array_elements(list) where not internal.is_name(value))
    else false end
$$;
create function internal.is_pre(pre jsonb) returns boolean language sql immutable as $$
  select case when jsonb_typeof(pre) = 'object'
    then not exists (
      select from jsonb_each(pre) where not internal.is_name(to_jsonb(key)) or not internal.are_names(value))
    else false end
$$;
create function internal.are_quotes(list jsonb, notes text) returns boolean language sql immutable as $$
  select case when jsonb_typeof(list) <> 'array' then false when jsonb_array_length(list) = 0 then true
    else jsonb_array_length(list) <= 200 and not exists (
      select from jsonb_array_elements(list) q
      where not (internal.has_keys(q, array['end', 'kind', 'start'])
        and internal.is_count(q -> 'start') and internal.is_count(q -> 'end')
        and coalesce(q ->> 'kind', '') in ('verbatim', 'notes'))
        or (q ->> 'start')::integer >= (q ->> 'end')::integer
        or (q ->> 'end')::integer > internal.utf16_length(notes))
    end
$$;

-- Two answers to one question would be one person too many: the ids of an instrument's questions.
create function internal.questions_of(definition json) returns text[] language sql immutable as $$
  select coalesce(array_agg(q), '{}') from (
    select jsonb_path_query(definition::jsonb, 'lax $.pages[*].questionId') #>> '{}' as q
    union
    select definition::jsonb ->> 'closingNotes' where jsonb_path_exists(definition::jsonb, '$.pages[*].questionId')
  ) listed where q is not null
$$;

create function internal.is_background(background jsonb) returns boolean language sql immutable as $$
  select internal.has_keys(background, array['completeness', 'language', 'mode', 'role'])
    and internal.is_name(background -> 'role')
    and coalesce(background ->> 'language', '') in ('sv', 'en')
    and coalesce(background ->> 'mode', '') in ('telephone', 'video', 'written')
    and coalesce(background ->> 'completeness', '') in ('complete', 'partial')
$$;

create function internal.hand_in(actor public.person, command uuid, hash text, body jsonb) returns jsonb
language plpgsql as $$
declare
  at_wave public.wave;
  instrument public.instrument;
  counted public.tally;
  problem jsonb;
begin
  if not internal.has_keys(body, array['answers', 'background', 'instrument', 'receipt_hash', 'stratum', 'wave'])
    or not internal.is_id(body -> 'wave') or not internal.is_hash(body -> 'receipt_hash')
    or not internal.is_hash(body -> 'instrument') or not internal.is_text(body -> 'stratum', 200)
    or not internal.is_background(body -> 'background') then
    return internal.rejected('malformed');
  end if;
  -- Somebody who has taken the interview back is obeyed before anything else is looked at.
  if exists (select from public.withdrawn w where w.receipt_hash = body ->> 'receipt_hash') then
    return '{"result": "withdrawn"}';
  end if;
  if not actor.interviewed then return internal.rejected('not_allowed'); end if;
  select * into at_wave from public.wave w
    where w.id = (body ->> 'wave')::uuid and w.study = actor.study and w.status <> 'draft';
  select * into instrument from public.instrument i
    where i.wave = at_wave.id and i.hash = body ->> 'instrument';
  if at_wave.id is null or instrument.id is null or body ->> 'stratum' <> all (at_wave.strata) then
    return internal.rejected('unknown_reference');
  end if;
  problem := internal.answers_problem(body -> 'answers', internal.questions_of(instrument.definition));
  if problem is not null then return problem; end if;
  -- One receipt, one interview: the same one under another id is kept by its device until a person decides.
  if exists (select from public.waiting w where w.receipt_hash = body ->> 'receipt_hash')
    or exists (select from public.interview i where i.receipt_hash = body ->> 'receipt_hash') then
    return '{"result": "conflict", "reason": "other_content", "current": null}';
  end if;
  select * into counted from public.tally t where t.wave = at_wave.id and t.person = actor.id;
  if coalesce(counted.completed, 0) <= coalesce(counted.handed_in, 0) then
    return internal.rejected('no_completed_case');
  end if;
  insert into public.waiting (hand_in, study, wave, stratum, instrument, receipt_hash, answers, background)
    values (command, actor.study, at_wave.id, body ->> 'stratum', body ->> 'instrument',
      body ->> 'receipt_hash', body -> 'answers', body -> 'background');
  insert into public.hand_in_log (id, hash) values (command, hash);
  -- Every counter of the wave is written, so that the row written last is nobody's in particular.
  update public.tally t set handed_in = t.handed_in + (t.person = actor.id)::integer where t.wave = at_wave.id;
  return internal.accepted(at_wave.status = 'closed' or not actor.active);
end $$;
