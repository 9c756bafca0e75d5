-- Segments: offsets into an answer's notes at a revision, a code, a coder. Made and deleted, never changed but for the
-- quote mark; a redaction moves them along in its own transaction.

create table public.segment (
  id text primary key,
  study uuid not null references public.study (id) on delete cascade,
  author uuid not null,
  interview uuid not null references public.interview (id) on delete cascade,
  feed text not null,
  change bigint not null default 0,
  wave uuid not null,
  question text not null,
  start_at integer not null,
  end_at integer not null,
  revision integer not null,
  code text not null,
  codebook integer not null,
  settled boolean not null,
  round text,
  quote boolean not null,
  made text
);
create index segment_of_answer on public.segment (interview, question);

-- Somebody is through with an answer.
create table public.done (
  id text primary key,
  study uuid not null references public.study (id) on delete cascade,
  author uuid not null,
  interview uuid not null references public.interview (id) on delete cascade,
  feed text not null,
  change bigint not null default 0,
  wave uuid not null,
  question text not null,
  round text
);
create index done_of_interview on public.done (interview);
create index done_of_round on public.done (round, author);
select internal.make_coding(noun) from unnest(array['segment', 'done']) noun;

-- Long tables: what is not so is left out.
create function internal.row_of(r public.segment) returns jsonb language sql stable as $$
  select jsonb_strip_nulls(jsonb_build_object('id', r.id, 'interview', r.interview, 'start', r.start_at, 'end', r.end_at,
    'revision', r.revision, 'code', r.code, 'coder', r.author, 'codebook', r.codebook,
    'settled', nullif(r.settled, false), 'round', r.round, 'quote', nullif(r.quote, false), 'made', r.made))
$$;
create function internal.row_of(r public.done) returns jsonb language sql stable as $$
  select jsonb_build_object('id', r.id, 'interview', r.interview, 'question', r.question, 'coder', r.author, 'round', r.round)
$$;

create function internal.move_segments() returns trigger language plpgsql as $$
begin
  update public.segment s set revision = new.revision + 1,
    start_at = internal.shifted(s.start_at, new.start_at, new.end_at, new.length, false),
    end_at = internal.shifted(s.end_at, new.start_at, new.end_at, new.length, true)
    where s.interview = new.interview and s.question = new.question;
  return null;
end $$;
create trigger move_segments after insert on public.redaction for each row execute function internal.move_segments();

-- Where a command's round leads: 'none', 'open' (this coder's, over this unit), 'closed', or the reason of a rejection.
create function internal.round_state(actor public.person, wanted jsonb, about public.interview, unit text) returns text
language plpgsql stable as $$
declare
  row public.round;
begin
  if wanted is null or wanted = 'null' then return 'none'; end if;
  if not internal.is_id(wanted) then return 'malformed'; end if;
  select * into row from public.round r where r.id = wanted #>> '{}' and r.study = actor.study;
  if row.id is null then return 'unknown_reference'; end if;
  if not (actor.id = any (row.coders)) or row.wave <> about.wave
    or not (unit = any (row.questions) or unit = any (row.judgements))
    or not (row.interviews is null or about.id = any (row.interviews)) then
    return 'not_allowed';
  end if;
  return row.state;
end $$;

create function internal.is_segment_id(value jsonb) returns boolean language sql immutable as $$
  select coalesce(jsonb_typeof(value) = 'string'
    and value #>> '{}' ~ '^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}/[A-Za-z0-9_.:-]{1,80}$', false)
$$;

create function internal.is_new_segment(one jsonb) returns boolean language sql immutable as $$
  select case when jsonb_typeof(one) <> 'object' then false else
    internal.has_keys(one - array['settled', 'round', 'quote', 'made'],
      array['code', 'codebook', 'end', 'id', 'interview', 'revision', 'start'])
    and internal.is_segment_id(one -> 'id') and internal.is_id(one -> 'interview') and internal.is_id(one -> 'code')
    and internal.is_count(one -> 'start') and internal.is_count(one -> 'end') and internal.is_count(one -> 'revision')
    and internal.is_count(one -> 'codebook') and coalesce(one -> 'settled', 'true') = 'true'
    and coalesce(one -> 'quote', 'true') = 'true' and (not one ? 'round' or internal.is_id(one -> 'round'))
    -- A name and an id: no text comes in by it.
    and coalesce(one ->> 'made', 'search') ~ '^(search|suggestion|import)(:[0-9a-f-]{36})?$' end
$$;
-- Numbers are taken once a feed and not once a row: a counter written a thousand times in one transaction gets slow.
create function internal.put_segments(made public.segment[]) returns void language plpgsql as $$
declare
  part record;
begin
  for part in
    select m.study, f.feed, array_agg(m.id) as ids, count(*) as n
    from unnest(made) m, lateral (select internal.feed_for('segment', to_jsonb(m)) as feed offset 0) f group by 1, 2
  loop
    insert into public.segment
    select m.id, m.study, m.author, m.interview, part.feed, taken.first + row_number() over () - 1, m.wave, m.question,
      m.start_at, m.end_at, m.revision, m.code, m.codebook, m.settled, m.round, m.quote, m.made
    from (select internal.take_coding(part.study, part.feed, part.n) as first offset 0) taken,
      unnest(made) m where m.id = any (part.ids);
  end loop;
end $$;

-- Takes segments away and puts others, all or none. Everything is looked at before anything is written.
create function internal.change_segments(actor public.person, body jsonb, settled_only boolean) returns jsonb
language plpgsql as $$
declare
  one jsonb;
  row public.segment;
  answer public.answer;
  about public.interview;
  done public.redaction;
  state text;
  s integer;
  e integer;
  gone text[] := '{}';
  made public.segment[] := '{}';
  late boolean := not actor.active;
  at_version integer := internal.codebook_at(actor.study);
begin
  if coalesce(jsonb_typeof(body -> 'remove'), '') <> 'array' or coalesce(jsonb_typeof(body -> 'add'), '') <> 'array' then
    return internal.rejected('malformed');
  end if;
  if greatest(jsonb_array_length(body -> 'remove'), jsonb_array_length(body -> 'add')) > 1000 then
    return internal.rejected('too_large');
  end if;
  for one in select value from jsonb_array_elements(body -> 'remove') loop
    if not internal.is_segment_id(one) then return internal.rejected('malformed'); end if;
    select * into row from public.segment x
      where x.id = one #>> '{}' and x.study = actor.study and internal.sees(actor, x.feed);
    if row.id is null then
      -- Gone already, or out of sight, which looks the same.
      late := true;
    elsif settled_only and not row.settled then
      return internal.rejected('malformed');
    elsif not row.settled and row.author <> actor.id then
      return internal.rejected('not_allowed');
    elsif not row.settled and exists (select from public.round r where r.id = row.round and r.state = 'closed') then
      late := true;
    else
      gone := gone || row.id;
    end if;
  end loop;
  for one in select value from jsonb_array_elements(body -> 'add') loop
    if not internal.is_new_segment(one) or (settled_only and not one ? 'settled') then
      return internal.rejected('malformed');
    end if;
    answer := internal.answer_for(actor, (one ->> 'interview')::uuid, substr(one ->> 'id', 38));
    if answer.interview is null then
      if internal.without_interview(actor, (one ->> 'interview')::uuid) ->> 'result' = 'rejected' then
        return internal.rejected('unknown_reference');
      end if;
      late := true;
      continue;
    end if;
    if (internal.code_for(actor, one ->> 'code')).id is null then return internal.rejected('unknown_reference'); end if;
    about := internal.interview_for(actor, answer.interview);
    state := internal.round_state(actor, one -> 'round', about, answer.question);
    if state not in ('none', 'open', 'closed') then return internal.rejected(state); end if;
    s := (one ->> 'start')::integer;
    e := (one ->> 'end')::integer;
    if (one ->> 'revision')::integer > answer.revision or s >= e
      or exists (select from public.segment x where x.id = one ->> 'id' and x.id <> all (gone)) then
      return internal.rejected('malformed');
    end if;
    for done in
      select * from public.redaction r where r.interview = answer.interview and r.question = answer.question
        and r.revision >= (one ->> 'revision')::integer order by r.revision
    loop
      late := true;
      s := internal.shifted(s, done.start_at, done.end_at, done.length, false);
      e := internal.shifted(e, done.start_at, done.end_at, done.length, true);
    end loop;
    if e > internal.utf16_length(answer.notes) then return internal.rejected('malformed'); end if;
    if state = 'closed' then late := true; end if;
    made := made || row(one ->> 'id', actor.study, actor.id, answer.interview, '', 0, answer.wave, answer.question, s, e,
      answer.revision, one ->> 'code', least((one ->> 'codebook')::integer, at_version), one ? 'settled',
      case when state = 'open' then one ->> 'round' end, one ? 'quote', one ->> 'made')::public.segment;
  end loop;
  delete from public.segment x where x.id = any (gone);
  perform internal.put_segments(made);
  return internal.accepted(late);
end $$;

create function internal.command_coding_segment_change(actor public.person, id uuid, hash text, body jsonb, base jsonb)
returns jsonb language plpgsql as $$
begin
  if not internal.has_keys(body, array['add', 'remove']) or (body -> 'add' = '[]' and body -> 'remove' = '[]') then
    return internal.rejected('malformed');
  end if;
  if not internal.may_code(actor) then return internal.rejected('not_allowed'); end if;
  return internal.change_segments(actor, body, false);
end $$;

create function internal.command_coding_segment_mark(actor public.person, id uuid, hash text, body jsonb, base jsonb)
returns jsonb language plpgsql as $$
declare
  row public.segment;
begin
  if not internal.has_keys(body, array['quote', 'segment']) or not internal.is_segment_id(body -> 'segment')
    or jsonb_typeof(body -> 'quote') <> 'boolean' then
    return internal.rejected('malformed');
  end if;
  if not internal.may_code(actor) then return internal.rejected('not_allowed'); end if;
  select * into row from public.segment x
    where x.id = body ->> 'segment' and x.study = actor.study and internal.sees(actor, x.feed);
  if row.id is null then return internal.accepted(true); end if;
  if not row.settled and row.author <> actor.id then return internal.rejected('not_allowed'); end if;
  update public.segment x set quote = (body ->> 'quote')::boolean where x.id = row.id;
  return internal.accepted(not actor.active);
end $$;

create function internal.is_answer_id(value jsonb) returns boolean language sql immutable as $$
  select internal.is_segment_id(value)
$$;

create function internal.command_coding_done_set(actor public.person, id uuid, hash text, body jsonb, base jsonb)
returns jsonb language plpgsql as $$
declare
  about public.interview;
  of_question text := substr(body ->> 'answer', 38);
  state text;
  row_id text;
begin
  if not internal.has_keys(body, array['answer', 'done', 'round']) or not internal.is_answer_id(body -> 'answer')
    or jsonb_typeof(body -> 'done') <> 'boolean' then
    return internal.rejected('malformed');
  end if;
  if not internal.may_code(actor) then return internal.rejected('not_allowed'); end if;
  about := internal.interview_for(actor, left(body ->> 'answer', 36)::uuid);
  if about.id is null then return internal.without_interview(actor, left(body ->> 'answer', 36)::uuid); end if;
  if (internal.answer_for(actor, about.id, of_question)).interview is null then
    return internal.rejected('unknown_reference');
  end if;
  state := internal.round_state(actor, body -> 'round', about, of_question);
  if state = 'closed' then return internal.accepted(true); end if;
  if state not in ('none', 'open') then return internal.rejected(state); end if;
  row_id := (body ->> 'answer') || '/' || actor.id || '/' || coalesce(body ->> 'round', '-');
  if (body ->> 'done')::boolean then
    insert into public.done (id, study, author, interview, wave, question, round)
      values (row_id, actor.study, actor.id, about.id, about.wave, of_question, body ->> 'round') on conflict do nothing;
  else
    delete from public.done d where d.id = row_id;
  end if;
  return internal.accepted(not actor.active);
end $$;

revoke all on all functions in schema internal from public;
