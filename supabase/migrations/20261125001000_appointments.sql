-- The calls: rarer outcomes, what came with an attempt, appointments, and the wave's rules for calling.

-- An instant and the zone it was agreed in; no text, since who was spoken to is the sealed contact's. Rows are made and
-- deleted, never changed: a new time is a new appointment.
create table public.appointment (
  id uuid primary key,
  study uuid not null references public.study (id) on delete cascade,
  "case" uuid not null references public."case" (id) on delete cascade,
  by_person uuid not null references public.person (id),
  at timestamptz not null,
  zone text not null,
  kind text not null check (kind in ('hard', 'soft')),
  change bigint not null
);
alter table public.appointment enable row level security;
create index appointment_by_change on public.appointment (study, change);
create index appointment_of_case on public.appointment ("case", change);
create index appointment_of_person on public.appointment (by_person);
revoke all on public.appointment from public, anon, authenticated;

-- Detail of an attempt: a refusal's reason from a closed list, the appointment that was made in it. The latter is a
-- bare id, since the two commands travel in either order.
alter table public.attempt add column refusal jsonb, add column appointment uuid;

-- As src/study/rows.ts has them.
create function internal.outcomes() returns text[] language sql immutable as $$
  select array['no_answer', 'busy', 'call_back', 'referred', 'appointment', 'refusal', 'interviewed',
    'answering_machine', 'gatekeeper_refusal', 'broken_off', 'dead_number', 'line_trouble', 'away', 'unable',
    'language', 'other', 'out_of_population', 'no_eligible', 'duplicate', 'unknown_unit', 'unknown_respondent']
$$;
create function internal.refusal_reasons() returns text[] language sql immutable as $$
  select array['time', 'no_interest', 'policy', 'trust', 'too_many', 'unstated']
$$;

-- Whether the text is an instant as the wire has it.
create function internal.is_instant(value jsonb) returns boolean language sql immutable as $$
  select coalesce(jsonb_typeof(value) = 'string' and value #>> '{}'
    ~ '^[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}(:[0-9]{2}([.][0-9]{1,6})?)?(Z|[+-][0-9]{2}:[0-9]{2})$', false)
$$;

-- Who was once given the case may report of it; nobody else but a lead.
create function internal.may_report(actor public.person, about public."case") returns boolean language sql stable as $$
  select actor.role = 'lead' or exists (
    select from public.assignment g where g."case" = about.id and g.person = actor.id)
$$;

create or replace function internal.record_attempt(actor public.person, body jsonb) returns jsonb language plpgsql as $$
declare
  row public."case";
  wave_status text;
  outcome text := coalesce(body ->> 'outcome', '');
  refusal jsonb := body -> 'refusal';
  interviewed boolean;
  first boolean;
  late boolean;
begin
  if not internal.has_keys(body - 'refusal' - 'appointment', array['at', 'attempt', 'case', 'outcome'])
    or not internal.is_id(body -> 'attempt') or not internal.is_id(body -> 'case')
    or outcome <> all (internal.outcomes()) or not internal.is_instant(body -> 'at')
    or (body ? 'appointment' and not internal.is_id(body -> 'appointment'))
    or (body ? 'refusal' and (outcome not in ('refusal', 'gatekeeper_refusal', 'broken_off')
      or not internal.has_keys(refusal, array['final', 'reason'])
      or jsonb_typeof(refusal -> 'final') <> 'boolean'
      or coalesce(refusal ->> 'reason', '') <> all (internal.refusal_reasons())))
  then
    return internal.rejected('malformed');
  end if;
  select * into row from public."case" c where c.id = (body ->> 'case')::uuid and c.study = actor.study;
  if row.id is null then return internal.rejected('unknown_reference'); end if;
  select status into wave_status from public.wave where id = row.wave;
  if wave_status = 'draft' or not internal.may_report(actor, row) then return internal.rejected('not_allowed'); end if;
  interviewed := outcome = 'interviewed';
  first := interviewed and row.completed_by is null;
  late := wave_status = 'closed' or not actor.active or (interviewed and not first)
    or (actor.role <> 'lead' and row.assignee is distinct from actor.id);
  insert into public.attempt (id, study, "case", by_person, outcome, at, late, refusal, appointment, change)
    values ((body ->> 'attempt')::uuid, row.study, row.id, actor.id, outcome,
      date_trunc('minute', (body ->> 'at')::timestamptz), late, refusal, (body ->> 'appointment')::uuid,
      internal.next_change(row.study));
  if first then
    update public."case" c set status = 'interviewed', completed_by = (body ->> 'attempt')::uuid,
      change = internal.next_change(row.study) where c.id = row.id;
    insert into public.tally (wave, person, completed) values (row.wave, actor.id, 1)
      on conflict (wave, person) do update set completed = public.tally.completed + 1;
  elsif row.status = 'new' and not interviewed then
    update public."case" c set status = 'active', change = internal.next_change(row.study) where c.id = row.id;
  end if;
  return internal.accepted(late)
    || case when interviewed then jsonb_build_object('first', first) else '{}' end;
end $$;

create function internal.put_appointment(actor public.person, body jsonb) returns jsonb language plpgsql as $$
declare
  row public."case";
  wave_status text;
begin
  if not internal.has_keys(body, array['appointment', 'at', 'case', 'kind', 'zone'])
    or not internal.is_id(body -> 'appointment') or not internal.is_id(body -> 'case')
    or not internal.is_instant(body -> 'at') or coalesce(body ->> 'kind', '') not in ('hard', 'soft')
    or coalesce(body ->> 'zone', '') !~ '^[A-Za-z]+(/[A-Za-z0-9_+-]+){0,2}$' then
    return internal.rejected('malformed');
  end if;
  -- A zone that PostgreSQL does not know raises, and the envelope answers malformed.
  perform now() at time zone (body ->> 'zone');
  select * into row from public."case" c where c.id = (body ->> 'case')::uuid and c.study = actor.study;
  if row.id is null then return internal.rejected('unknown_reference'); end if;
  select status into wave_status from public.wave where id = row.wave;
  if wave_status = 'draft' or not internal.may_report(actor, row) then return internal.rejected('not_allowed'); end if;
  insert into public.appointment (id, study, "case", by_person, at, zone, kind, change)
    values ((body ->> 'appointment')::uuid, row.study, row.id, actor.id,
      date_trunc('minute', (body ->> 'at')::timestamptz), body ->> 'zone', body ->> 'kind',
      internal.next_change(row.study));
  return internal.accepted(wave_status = 'closed' or not actor.active
    or (actor.role <> 'lead' and row.assignee is distinct from actor.id));
end $$;

-- One that is gone already is gone: whoever came second meant the same, and is late.
create function internal.cancel_appointment(actor public.person, body jsonb) returns jsonb language plpgsql as $$
declare
  row public.appointment;
  about public."case";
begin
  if not internal.has_keys(body, array['appointment']) or not internal.is_id(body -> 'appointment') then
    return internal.rejected('malformed');
  end if;
  if actor.role not in ('interviewer', 'lead') then return internal.rejected('not_allowed'); end if;
  select * into row from public.appointment a where a.id = (body ->> 'appointment')::uuid and a.study = actor.study;
  if row.id is null then return internal.accepted(true); end if;
  select * into about from public."case" c where c.id = row."case";
  if not internal.may_report(actor, about) then return internal.rejected('not_allowed'); end if;
  delete from public.appointment a where a.id = row.id;
  insert into public.tombstone (study, feed, change, noun, row_id)
    values (row.study, 'study', internal.next_change(row.study), 'appointment', row.id::text);
  return internal.accepted(not actor.active);
end $$;

-- What came before goes on answering for its kinds, so that other migrations may add theirs in the same way.
alter function internal.apply(text, text, public.person, uuid, text, jsonb, jsonb) rename to apply_before_appointments;
create function internal.apply(
  stream text, kind text, actor public.person, id uuid, hash text, body jsonb, base jsonb
) returns jsonb language plpgsql as $$
begin
  return case stream || ' ' || kind
    when 'cases appointment.put' then internal.put_appointment(actor, body)
    when 'cases appointment.cancel' then internal.cancel_appointment(actor, body)
    else internal.apply_before_appointments(stream, kind, actor, id, hash, body, base)
  end;
end $$;

-- A case that changes hands takes its appointments along, stamped anew; the earlier holder gets tombstones.
alter function internal.hand_over(public."case", uuid) rename to hand_over_before_appointments;
create function internal.hand_over(given public."case", earlier uuid) returns void language plpgsql as $$
declare
  n bigint;
  first bigint;
begin
  perform internal.hand_over_before_appointments(given, earlier);
  select count(*) into n from public.appointment a where a."case" = given.id;
  if n = 0 then return; end if;
  first := internal.take_changes(given.study, 'study', n);
  with numbered as (
    select id, row_number() over (order by change) as place from public.appointment a where a."case" = given.id
  )
  update public.appointment a set change = first + place - 1 from numbered where a.id = numbered.id;
  if not exists (select from public.person p where p.id = earlier and p.role <> 'lead') then return; end if;
  first := internal.take_changes(given.study, 'study', n);
  insert into public.tombstone (study, feed, change, noun, row_id, person)
  select given.study, 'study', first + row_number() over () - 1, 'appointment', a.id::text, earlier
  from public.appointment a where a."case" = given.id;
end $$;

-- Rules for calling are the wave's, beside the texts of the opening; leads edit them in the same way.
create or replace function internal.wave_fields() returns text[] language sql immutable as $$
  select array['sponsor', 'controller', 'legal_basis', 'notice_url', 'withdraw_until', 'minutes', 'call_rules']
$$;
update public.wave w set
  fields = w.fields || '{"call_rules": ""}', rev = w.rev || '{"call_rules": 1}', change = internal.next_change(w.study);

update public.server_state set schema = schema + 1;
