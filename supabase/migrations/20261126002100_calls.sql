-- The calls, further: an interview that goes on with another person, how long a call without an interview took, rules of
-- the wave that the server knows too, and how many interviews were partial.

-- As src/study/rows.ts has them. `continues` says only that somebody else of the organisation goes on, never with what.
create or replace function internal.outcomes() returns text[] language sql immutable as $$
  select array['no_answer', 'busy', 'call_back', 'referred', 'appointment', 'refusal', 'interviewed',
    'answering_machine', 'gatekeeper_refusal', 'broken_off', 'continues', 'dead_number', 'line_trouble', 'away', 'unable',
    'language', 'other', 'out_of_population', 'no_eligible', 'duplicate', 'unknown_unit', 'unknown_respondent']
$$;

-- Quarters of an hour begun and ended, 0 to 7, of a call in which no part of an interview was made: the length of an
-- interview never stands on the case side.
alter table public.attempt add column duration smallint;
create function internal.is_duration(value jsonb, outcome text) returns boolean language sql immutable as $$
  select outcome not in ('interviewed', 'broken_off', 'continues')
    and coalesce(jsonb_typeof(value) = 'number' and value #>> '{}' ~ '^[0-7]$', false)
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
  if not internal.has_keys(body - 'refusal' - 'appointment' - 'duration', array['at', 'attempt', 'case', 'outcome'])
    or not internal.is_id(body -> 'attempt') or not internal.is_id(body -> 'case')
    or outcome <> all (internal.outcomes()) or not internal.is_instant(body -> 'at')
    or (body ? 'appointment' and not internal.is_id(body -> 'appointment'))
    or (body ? 'duration' and not internal.is_duration(body -> 'duration', outcome))
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
  insert into public.attempt (id, study, "case", by_person, outcome, at, late, refusal, appointment, duration, change)
    values ((body ->> 'attempt')::uuid, row.study, row.id, actor.id, outcome,
      date_trunc('minute', (body ->> 'at')::timestamptz), late, refusal, (body ->> 'appointment')::uuid,
      (body ->> 'duration')::smallint, internal.next_change(row.study));
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

create or replace function internal.row_of(r public.attempt) returns jsonb language sql immutable as $$
  select jsonb_build_object('id', r.id, 'case', r."case", 'by', r.by_person, 'outcome', r.outcome,
    'at', internal.minute(r.at), 'late', r.late)
    || case when r.refusal is null then '{}' else jsonb_build_object('refusal', r.refusal) end
    || case when r.appointment is null then '{}' else jsonb_build_object('appointment', r.appointment) end
    || case when r.duration is null then '{}' else jsonb_build_object('duration', r.duration) end
$$;

-- Two more of the wave's settings: what counts as complete, and the pool (leases).
alter function internal.wave_fields() rename to wave_fields_before_calls;
create function internal.wave_fields() returns text[] language sql immutable as $$
  select internal.wave_fields_before_calls() || array['completeness', 'pool']
$$;
update public.wave w set
  fields = w.fields || '{"completeness": "", "pool": ""}', rev = w.rev || '{"completeness": 1, "pool": 1}',
  change = internal.next_change(w.study);

-- Numbers of interviews at the close: how many of those released were partial. One number, fixed then.
alter table public.wave add column partials integer;

create or replace function internal.row_of(r public.wave) returns jsonb language sql immutable as $$
  select jsonb_build_object('id', r.id, 'study', r.study, 'label', r.label, 'year', r.year, 'status', r.status,
    'k', r.k, 'instrument', r.instrument, 'strata', r.strata, 'fields', r.fields, 'rev', r.rev, 'partials', r.partials)
$$;

-- Of the released only, so that no difference tells of the unread; and none where either sort would be fewer than k.
create function internal.count_partials(of_wave public.wave) returns integer language sql stable as $$
  select case when n >= of_wave.k and (p = 0 or p >= of_wave.k) and (n - p = 0 or n - p >= of_wave.k) then p end::integer
  from (select count(*) as n, count(*) filter (where i.background ->> 'completeness' = 'partial') as p
    from public.interview i where i.wave = of_wave.id) counted
$$;

create function internal.turn_wave() returns trigger
language plpgsql security definer set search_path = '' as $$
begin
  -- What counts as complete is fixed by the opening: an edit that was made before and comes after it is stale.
  if old.status = 'draft' and new.status = 'open' then
    new.rev := new.rev || jsonb_build_object('completeness', (new.rev ->> 'completeness')::integer + 1);
  end if;
  if old.status = 'open' and new.status = 'closed' then new.partials := internal.count_partials(new); end if;
  return new;
end $$;
create trigger turn_wave before update of status on public.wave for each row execute function internal.turn_wave();

create or replace function internal.command_writing_wave_edit(
  actor public.person, id uuid, hash text, body jsonb, base jsonb
) returns jsonb language plpgsql as $$
begin
  if jsonb_typeof(body -> 'fields') = 'object' and body -> 'fields' ? 'completeness' and exists (
    select from public.wave w where w.id::text = body ->> 'wave' and w.status <> 'draft'
      and w.rev ->> 'completeness' = base ->> 'completeness') then
    return internal.rejected('not_allowed');
  end if;
  return internal.edit_wave(actor, body, base);
end $$;

update public.server_state set schema = schema + 1;
revoke all on all functions in schema internal from public;
