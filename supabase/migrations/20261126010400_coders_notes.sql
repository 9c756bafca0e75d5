-- What coders note beside segments: memos, flags, examples, and searches that are nobody else's.

create table public.memo (
  id text primary key,
  study uuid not null references public.study (id) on delete cascade,
  author uuid not null,
  -- Of what it is on; null for a code, or a segment that was gone when it came.
  interview uuid references public.interview (id) on delete cascade,
  feed text not null,
  change bigint not null default 0,
  wave uuid,
  question text,
  target jsonb not null,
  text text not null
);
create index memo_of_interview on public.memo (interview);

create table public.flag (
  id text primary key,
  study uuid not null references public.study (id) on delete cascade,
  author uuid not null,
  interview uuid not null references public.interview (id) on delete cascade,
  feed text not null,
  change bigint not null default 0,
  wave uuid not null,
  question text not null
);
create index flag_of_interview on public.flag (interview);

create table public.example (
  id text primary key,
  study uuid not null references public.study (id) on delete cascade,
  author uuid not null,
  interview uuid not null references public.interview (id) on delete cascade,
  feed text not null,
  change bigint not null default 0,
  wave uuid not null,
  question text not null,
  code text not null,
  segment text not null references public.segment (id) on delete cascade
);
create index example_of_interview on public.example (interview);
create index example_of_segment on public.example (segment);

create table public.search (
  id text primary key,
  study uuid not null references public.study (id) on delete cascade,
  author uuid not null,
  interview uuid,
  feed text not null,
  change bigint not null default 0,
  name text not null,
  query text not null,
  question text
);
select internal.make_coding(noun) from unnest(array['memo', 'flag', 'example', 'search']) noun;

create function internal.row_of(r public.memo) returns jsonb language sql stable as $$
  select jsonb_build_object('id', r.id, 'on', r.target, 'by', r.author, 'text', r.text)
$$;
create function internal.row_of(r public.flag) returns jsonb language sql stable as $$
  select jsonb_build_object('id', r.id, 'answer', r.interview || '/' || r.question, 'by', r.author)
$$;
create function internal.row_of(r public.example) returns jsonb language sql stable as $$
  select jsonb_build_object('id', r.id, 'code', r.code, 'segment', r.segment, 'by', r.author)
$$;
create function internal.row_of(r public.search) returns jsonb language sql stable as $$
  select jsonb_build_object('id', r.id, 'name', r.name, 'query', r.query, 'question', r.question)
$$;

create function internal.is_target(target jsonb) returns boolean language sql immutable as $$
  select case when not internal.has_keys(target, array['id', 'noun']) then false else coalesce(case target ->> 'noun'
    when 'answer' then internal.is_answer_id(target -> 'id') when 'segment' then internal.is_segment_id(target -> 'id')
    when 'code' then internal.is_id(target -> 'id') when 'interview' then internal.is_id(target -> 'id') end, false) end
$$;

create function internal.command_coding_memo_put(actor public.person, id uuid, hash text, body jsonb, base jsonb)
returns jsonb language plpgsql as $$
declare
  row public.memo;
  about public.interview;
  seen public.segment;
  noun text := body #>> '{on,noun}';
  target text := body #>> '{on,id}';
  find text;
begin
  if not internal.has_keys(body, array['memo', 'on', 'text']) or not internal.is_id(body -> 'memo')
    or not internal.is_target(body -> 'on')
    or not (body -> 'text' = 'null' or (internal.is_text(body -> 'text', 20000) and btrim(body ->> 'text') <> '')) then
    return internal.rejected('malformed');
  end if;
  if not internal.may_code(actor) then return internal.rejected('not_allowed'); end if;
  find := internal.guard(coalesce(body ->> 'text', ''));
  if find is not null then return internal.rejected('identifies') || jsonb_build_object('at', 'memo', 'find', find); end if;
  select * into row from public.memo m
    where m.id = body ->> 'memo' and m.study = actor.study and internal.sees(actor, m.feed);
  if row.id is not null and row.author <> actor.id then return internal.rejected('not_allowed'); end if;
  if body -> 'text' = 'null' then
    delete from public.memo m where m.id = row.id;
    return internal.accepted(not actor.active or row.id is null);
  end if;
  if row.id is not null then
    update public.memo m set text = body ->> 'text' where m.id = row.id;
    return internal.accepted(not actor.active);
  end if;
  if noun in ('answer', 'interview') then
    about := internal.interview_for(actor, left(target, 36)::uuid);
    if about.id is null then return internal.without_interview(actor, left(target, 36)::uuid); end if;
  elsif noun = 'segment' then
    -- One that is gone, or out of sight, leaves the memo hanging: its words are not lost by that.
    select * into seen from public.segment x where x.id = target and x.study = actor.study and internal.sees(actor, x.feed);
    about := internal.interview_for(actor, seen.interview);
  end if;
  insert into public.memo (id, study, author, interview, wave, question, target, text)
    values (body ->> 'memo', actor.study, actor.id, about.id, about.wave,
      case when noun = 'interview' or about.id is null then null else substr(target, 38) end, body -> 'on', body ->> 'text');
  return internal.accepted(not actor.active);
end $$;

create function internal.command_coding_flag_set(actor public.person, id uuid, hash text, body jsonb, base jsonb)
returns jsonb language plpgsql as $$
declare
  about public.interview;
  row_id text := (body ->> 'answer') || '/' || actor.id;
begin
  if not internal.has_keys(body, array['answer', 'on']) or not internal.is_answer_id(body -> 'answer')
    or jsonb_typeof(body -> 'on') <> 'boolean' then
    return internal.rejected('malformed');
  end if;
  if not internal.may_code(actor) then return internal.rejected('not_allowed'); end if;
  about := internal.interview_for(actor, left(body ->> 'answer', 36)::uuid);
  if about.id is null then return internal.without_interview(actor, left(body ->> 'answer', 36)::uuid); end if;
  if (internal.answer_for(actor, about.id, substr(body ->> 'answer', 38))).interview is null then
    return internal.rejected('unknown_reference');
  end if;
  if (body ->> 'on')::boolean then
    insert into public.flag (id, study, author, interview, wave, question)
      values (row_id, actor.study, actor.id, about.id, about.wave, substr(body ->> 'answer', 38)) on conflict do nothing;
  else
    delete from public.flag f where f.id = row_id;
  end if;
  return internal.accepted(not actor.active);
end $$;

create function internal.command_coding_example_set(actor public.person, id uuid, hash text, body jsonb, base jsonb)
returns jsonb language plpgsql as $$
declare
  seen public.segment;
  row public.example;
  row_id text := (body ->> 'code') || '/' || (body ->> 'segment');
begin
  if not internal.has_keys(body, array['code', 'on', 'segment']) or not internal.is_id(body -> 'code')
    or not internal.is_segment_id(body -> 'segment') or jsonb_typeof(body -> 'on') <> 'boolean' then
    return internal.rejected('malformed');
  end if;
  if not internal.may_code(actor) then return internal.rejected('not_allowed'); end if;
  if (internal.code_for(actor, body ->> 'code')).id is null then return internal.rejected('unknown_reference'); end if;
  select * into seen from public.segment x
    where x.id = body ->> 'segment' and x.study = actor.study and internal.sees(actor, x.feed);
  if seen.id is null then return internal.accepted(true); end if;
  select * into row from public.example x where x.id = row_id;
  -- Somebody else's that is out of sight stays as it is, and nothing tells.
  if row.id is not null and not internal.sees(actor, row.feed) then return internal.accepted(not actor.active); end if;
  if (body ->> 'on')::boolean and row.id is null then
    insert into public.example (id, study, author, interview, wave, question, code, segment)
      values (row_id, actor.study, actor.id, seen.interview, seen.wave, seen.question, body ->> 'code', seen.id);
  elsif not (body ->> 'on')::boolean then
    delete from public.example x where x.id = row_id;
  end if;
  return internal.accepted(not actor.active);
end $$;

create function internal.command_coding_search_put(actor public.person, id uuid, hash text, body jsonb, base jsonb)
returns jsonb language plpgsql as $$
declare
  keep jsonb := body -> 'keep';
begin
  if not internal.has_keys(body, array['keep', 'search']) or not internal.is_id(body -> 'search')
    or not (keep = 'null' or (internal.has_keys(keep, array['name', 'query', 'question'])
      and internal.is_text(keep -> 'name', 200) and internal.is_text(keep -> 'query', 500)
      and (keep -> 'question' = 'null' or internal.is_name(keep -> 'question')))) then
    return internal.rejected('malformed');
  end if;
  if not internal.may_code(actor) then return internal.rejected('not_allowed'); end if;
  if keep = 'null' then
    delete from public.search x where x.id = body ->> 'search' and x.author = actor.id;
  else
    insert into public.search as x (id, study, author, name, query, question)
      values (body ->> 'search', actor.study, actor.id, keep ->> 'name', keep ->> 'query', keep ->> 'question')
    on conflict on constraint search_pkey do update set name = excluded.name, query = excluded.query, question = excluded.question
      where x.author = actor.id;
  end if;
  return internal.accepted(not actor.active);
end $$;

revoke all on all functions in schema internal from public;
