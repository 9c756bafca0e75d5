-- Notes to the lead about a question: how it is understood, what is missing in it. They travel as interviews do (after
-- a random delay, in the stream that logs neither author nor time) and are bound to an instrument and a place in it:
-- nothing here leads to a case, a person, an interview or a minute.
create table public.remark (
  id uuid primary key,
  study uuid not null references public.study (id) on delete cascade,
  instrument text not null,
  question text not null,
  text text not null,
  change bigint not null
);
alter table public.remark enable row level security;
create index remark_by_change on public.remark (study, change);
revoke all on public.remark from public, anon, authenticated;

create function internal.row_of(r public.remark) returns jsonb language sql immutable as $$
  select jsonb_build_object('id', r.id, 'instrument', r.instrument, 'question', r.question, 'text', r.text)
$$;

-- For leads.
create function internal.study_page_remark(me public.person, above bigint, n integer)
returns table (change bigint, id text, "row" jsonb) language sql stable as $$
  select r.change, r.id::text, internal.row_of(r) from public.remark r
  where me.role = 'lead' and r.study = me.study and r.change > above order by r.change limit n
$$;

create function internal.send_remark(actor public.person, command uuid, hash text, body jsonb) returns jsonb
language plpgsql as $$
declare
  asked public.instrument;
  find text;
begin
  if not internal.has_keys(body, array['instrument', 'question', 'remark', 'text'])
    or not internal.is_id(body -> 'remark') or not internal.is_hash(body -> 'instrument')
    or not internal.is_name(body -> 'question') or not internal.is_text(body -> 'text', 2000)
    or btrim(body ->> 'text') = '' then
    return internal.rejected('malformed');
  end if;
  -- Whoever codes never sees a case; a remark of theirs would come from somewhere else.
  if actor.role = 'coder' then return internal.rejected('not_allowed'); end if;
  select i.* into asked from public.instrument i join public.wave w on w.id = i.wave
    where w.study = actor.study and i.hash = body ->> 'instrument' limit 1;
  if asked.id is null or body ->> 'question' <> all (internal.questions_of(asked.definition)) then
    return internal.rejected('unknown_reference');
  end if;
  find := internal.guard(body ->> 'text');
  if find is not null then
    return internal.rejected('identifies') || jsonb_build_object('at', body ->> 'question', 'find', find);
  end if;
  insert into public.remark (id, study, instrument, question, text, change)
    values ((body ->> 'remark')::uuid, actor.study, asked.hash, body ->> 'question', body ->> 'text',
      internal.next_change(actor.study));
  insert into public.hand_in_log (id, hash) values (command, hash);
  return internal.accepted(not actor.active);
end $$;

create function internal.command_interviews_remark_send(actor public.person, id uuid, hash text, body jsonb, base jsonb)
returns jsonb language sql as $$ select internal.send_remark(actor, id, hash, body) $$;

revoke all on all functions in schema internal from public;
update public.server_state set schema = schema + 1;
