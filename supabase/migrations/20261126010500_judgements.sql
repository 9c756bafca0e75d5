-- Judgements, what an interview says to a claim's question; and decisions, what was settled where two coders differed.

create table public.judgement (
  id text primary key,
  study uuid not null references public.study (id) on delete cascade,
  author uuid not null,
  interview uuid not null references public.interview (id) on delete cascade,
  feed text not null,
  change bigint not null default 0,
  wave uuid not null,
  -- The judgement's name; called so since a round covers it as it does a question.
  question text not null,
  round text,
  value text not null
);
create index judgement_of_interview on public.judgement (interview);
create index judgement_of_round on public.judgement (round, author);

create table public.decision (
  id text primary key,
  study uuid not null references public.study (id) on delete cascade,
  author uuid not null,
  interview uuid not null references public.interview (id) on delete cascade,
  feed text not null,
  change bigint not null default 0,
  wave uuid not null,
  question text not null,
  round text not null,
  span jsonb,
  coders jsonb not null,
  verdict text not null,
  value text,
  note text not null
);
create index decision_of_interview on public.decision (interview);
select internal.make_coding(noun) from unnest(array['judgement', 'decision']) noun;

create function internal.row_of(r public.judgement) returns jsonb language sql stable as $$
  select jsonb_build_object('id', r.id, 'interview', r.interview, 'judgement', r.question, 'coder', r.author,
    'round', r.round, 'value', r.value)
$$;
create function internal.row_of(r public.decision) returns jsonb language sql stable as $$
  select jsonb_build_object('id', r.id, 'round', r.round, 'interview', r.interview, 'question', r.question, 'span', r.span,
    'coders', r.coders, 'verdict', r.verdict, 'value', r.value, 'note', r.note, 'by', r.author)
$$;

create function internal.is_value(value jsonb) returns boolean language sql immutable as $$
  select coalesce(jsonb_typeof(value) = 'string' and value #>> '{}' ~ '^[a-z][a-z0-9_]{0,79}$', false)
$$;

create function internal.command_coding_judgement_set(actor public.person, id uuid, hash text, body jsonb, base jsonb)
returns jsonb language plpgsql as $$
declare
  about public.interview;
  state text;
  row_id text;
begin
  if not internal.has_keys(body, array['interview', 'judgement', 'round', 'value']) or not internal.is_id(body -> 'interview')
    or not internal.is_value(body -> 'judgement') or not (body -> 'value' = 'null' or internal.is_value(body -> 'value')) then
    return internal.rejected('malformed');
  end if;
  if not internal.may_code(actor) then return internal.rejected('not_allowed'); end if;
  about := internal.interview_for(actor, (body ->> 'interview')::uuid);
  if about.id is null then return internal.without_interview(actor, (body ->> 'interview')::uuid); end if;
  state := internal.round_state(actor, body -> 'round', about, body ->> 'judgement');
  if state = 'closed' then return internal.accepted(true); end if;
  if state not in ('none', 'open') then return internal.rejected(state); end if;
  row_id := concat_ws('/', about.id, body ->> 'judgement', actor.id, coalesce(body ->> 'round', '-'));
  if body -> 'value' = 'null' then
    delete from public.judgement j where j.id = row_id;
  else
    insert into public.judgement (id, study, author, interview, wave, question, round, value)
      values (row_id, actor.study, actor.id, about.id, about.wave, body ->> 'judgement', body ->> 'round', body ->> 'value')
    on conflict on constraint judgement_pkey do update set value = excluded.value;
  end if;
  return internal.accepted(not actor.active);
end $$;

create function internal.is_decision(about jsonb) returns boolean language sql immutable as $$
  select internal.has_keys(about, array['coders', 'interview', 'note', 'question', 'round', 'span', 'value', 'verdict'])
    and internal.is_id(about -> 'round') and internal.is_id(about -> 'interview') and internal.is_name(about -> 'question')
    and internal.are_ids(about -> 'coders', 50) and coalesce(about ->> 'verdict', '') in ('a', 'b', 'both', 'neither', 'other')
    and (about -> 'value' = 'null' or internal.is_value(about -> 'value')) and internal.is_text(about -> 'note', 5000)
    and (about -> 'span' = 'null' or (internal.has_keys(about -> 'span', array['end', 'revision', 'start'])
      and internal.is_count(about #> '{span,start}') and internal.is_count(about #> '{span,end}')
      and internal.is_count(about #> '{span,revision}')))
$$;

create function internal.command_coding_decision_put(actor public.person, id uuid, hash text, body jsonb, base jsonb)
returns jsonb language plpgsql as $$
declare
  said jsonb := body -> 'row';
  row public.decision;
  about public.interview;
  find text;
  answer jsonb;
begin
  if not internal.has_keys(body, array['add', 'decision', 'remove', 'row']) or not internal.is_id(body -> 'decision')
    or not (said = 'null' or internal.is_decision(said)) then
    return internal.rejected('malformed');
  end if;
  if not internal.may_code(actor) then return internal.rejected('not_allowed'); end if;
  select * into row from public.decision d
    where d.id = body ->> 'decision' and d.study = actor.study and internal.sees(actor, d.feed);
  if said <> 'null' then
    find := internal.guard(said ->> 'note');
    if find is not null then return internal.rejected('identifies') || jsonb_build_object('at', 'note', 'find', find); end if;
    about := internal.interview_for(actor, (said ->> 'interview')::uuid);
    if about.id is null then return internal.without_interview(actor, (said ->> 'interview')::uuid); end if;
    if not exists (select from public.round r where r.id = said ->> 'round' and r.study = actor.study) then
      return internal.rejected('unknown_reference');
    end if;
    -- Nothing is settled before the round is closed, which never changes back.
    if exists (select from public.round r where r.id = said ->> 'round' and r.state <> 'closed') then
      return internal.rejected('not_allowed');
    end if;
  end if;
  answer := internal.change_segments(actor, body - array['decision', 'row'], true);
  if answer ->> 'result' <> 'accepted' then return answer; end if;
  if said = 'null' then
    delete from public.decision d where d.id = row.id;
  elsif row.id is not null then
    update public.decision d set author = actor.id, question = said ->> 'question', round = said ->> 'round',
      span = nullif(said -> 'span', 'null'), coders = said -> 'coders', verdict = said ->> 'verdict', value = said ->> 'value',
      note = said ->> 'note' where d.id = row.id;
  else
    insert into public.decision (id, study, author, interview, wave, question, round, span, coders, verdict, value, note)
      values (body ->> 'decision', actor.study, actor.id, about.id, about.wave, said ->> 'question', said ->> 'round',
        nullif(said -> 'span', 'null'), said -> 'coders', said ->> 'verdict', said ->> 'value', said ->> 'note');
  end if;
  return answer;
end $$;

revoke all on all functions in schema internal from public;
