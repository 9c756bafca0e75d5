-- Commands of the streams cases and writing. Rejected only for what is in them: what changed while their author was
-- offline (the case given to another, the wave closed, the account deactivated) makes them late.

-- A case that changes hands is stamped anew with all that hangs on it, so that its new holder gains sight of it, and
-- the earlier holder gets tombstones. Leads see every case, so they lose nothing.
create function internal.hand_over(given public."case", earlier uuid) returns void language plpgsql as $$
declare
  loser public.person;
  n bigint;
  first bigint;
begin
  select count(*) into n from (
    select from public.attempt a where a."case" = given.id union all select from public.contact c where c."case" = given.id) r;
  first := internal.take_changes(given.study, 'study', n);
  with numbered as (
    select id, row_number() over (order by change) as place from (
      select id, change from public.attempt a where a."case" = given.id
      union all select id, change from public.contact c where c."case" = given.id) r
  ), attempts as (
    update public.attempt a set change = first + place - 1 from numbered where a.id = numbered.id
  )
  update public.contact c set change = first + place - 1 from numbered where c.id = numbered.id;
  select * into loser from public.person where id = earlier;
  if loser.id is null or loser.role = 'lead' then return; end if;
  first := internal.take_changes(given.study, 'study', n + 1);
  insert into public.tombstone (study, feed, change, noun, row_id, person)
  select given.study, 'study', first + row_number() over () - 1, noun, id::text, loser.id from (
    select 'case' as noun, given.id
    union all select 'attempt', id from public.attempt a where a."case" = given.id
    union all select 'contact', id from public.contact c where c."case" = given.id) lost;
end $$;

create function internal.assign_case(actor public.person, body jsonb, base jsonb) returns jsonb language plpgsql as $$
declare
  row public."case";
  stale jsonb;
  assignee public.person;
  closed boolean;
begin
  if not internal.has_keys(body, array['assignee', 'case']) or not internal.is_id(body -> 'case')
    or not (jsonb_typeof(body -> 'assignee') = 'null' or internal.is_id(body -> 'assignee')) then
    return internal.rejected('malformed');
  end if;
  if actor.role <> 'lead' then return internal.rejected('not_allowed'); end if;
  select * into row from public."case" c where c.id = (body ->> 'case')::uuid and c.study = actor.study;
  if row.id is null then return internal.rejected('unknown_reference'); end if;
  if not internal.is_base(base, array['assignee'], row.rev) then return internal.rejected('malformed'); end if;
  if body ->> 'assignee' is not null then
    select * into assignee from public.person p where p.id = (body ->> 'assignee')::uuid and p.study = actor.study;
    if assignee.id is null then return internal.rejected('unknown_reference'); end if;
    -- Whoever reads interviews must not make them within the same wave.
    if assignee.role = 'coder' then return internal.rejected('not_allowed'); end if;
  end if;
  stale := internal.stale(base, jsonb_build_object('assignee', row.assignee), row.rev);
  if stale is not null then
    return jsonb_build_object('result', 'conflict', 'reason', 'stale', 'current', stale);
  end if;
  update public."case" c set
    assignee = (body ->> 'assignee')::uuid,
    rev = jsonb_build_object('assignee', (row.rev ->> 'assignee')::integer + 1),
    change = internal.next_change(row.study)
  where c.id = row.id;
  if assignee.id is not null then
    insert into public.assignment ("case", person, wave) values (row.id, assignee.id, row.wave) on conflict do nothing;
  end if;
  if row.assignee is distinct from assignee.id then perform internal.hand_over(row, row.assignee); end if;
  select status = 'closed' into closed from public.wave where id = row.wave;
  return internal.accepted(closed or not actor.active or coalesce(not assignee.active, false));
end $$;

create function internal.record_attempt(actor public.person, body jsonb) returns jsonb language plpgsql as $$
declare
  row public."case";
  wave_status text;
  made_at timestamptz;
  interviewed boolean;
  first boolean;
  late boolean;
begin
  if not internal.has_keys(body, array['at', 'attempt', 'case', 'outcome'])
    or not internal.is_id(body -> 'attempt') or not internal.is_id(body -> 'case')
    or coalesce(body ->> 'outcome', '') not in
      ('no_answer', 'busy', 'call_back', 'referred', 'appointment', 'refusal', 'interviewed')
    or coalesce(body ->> 'at', '') !~ '^[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}(:[0-9]{2}([.][0-9]{1,6})?)?(Z|[+-][0-9]{2}:[0-9]{2})$'
  then
    return internal.rejected('malformed');
  end if;
  select * into row from public."case" c where c.id = (body ->> 'case')::uuid and c.study = actor.study;
  if row.id is null then return internal.rejected('unknown_reference'); end if;
  select status into wave_status from public.wave where id = row.wave;
  -- Who was once given the case may report of it; nobody else but a lead.
  if wave_status = 'draft' or not (actor.role = 'lead' or exists (
      select from public.assignment g where g."case" = row.id and g.person = actor.id)) then
    return internal.rejected('not_allowed');
  end if;
  made_at := date_trunc('minute', (body ->> 'at')::timestamptz);
  interviewed := body ->> 'outcome' = 'interviewed';
  first := interviewed and row.completed_by is null;
  late := wave_status = 'closed' or not actor.active or (interviewed and not first)
    or (actor.role <> 'lead' and row.assignee is distinct from actor.id);
  insert into public.attempt (id, study, "case", by_person, outcome, at, late, change)
    values ((body ->> 'attempt')::uuid, row.study, row.id, actor.id, body ->> 'outcome', made_at, late,
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

create function internal.put_contact(actor public.person, body jsonb) returns jsonb language plpgsql as $$
declare
  row public."case";
  closed boolean;
  put boolean;
begin
  if not internal.has_keys(body, array['box', 'case', 'contact', 'generation'])
    or not internal.is_id(body -> 'contact') or not internal.is_id(body -> 'case')
    or not internal.is_count(body -> 'generation') or jsonb_typeof(body -> 'box') <> 'string'
    or body ->> 'box' !~ '^[A-Za-z0-9+/_=-]+$' then
    return internal.rejected('malformed');
  end if;
  if char_length(body ->> 'box') > 65536 then return internal.rejected('too_large'); end if;
  if actor.role <> 'lead' then return internal.rejected('not_allowed'); end if;
  select * into row from public."case" c where c.id = (body ->> 'case')::uuid and c.study = actor.study;
  if row.id is null then return internal.rejected('unknown_reference'); end if;
  -- A contact stays with its case: the box is sealed for it.
  insert into public.contact as kept (id, study, "case", generation, box, change)
    values ((body ->> 'contact')::uuid, row.study, row.id, (body ->> 'generation')::integer, body ->> 'box',
      internal.next_change(row.study))
    on conflict (id) do update set generation = excluded.generation, box = excluded.box, change = excluded.change
      where kept."case" = excluded."case"
    returning true into put;
  if put is null then return internal.rejected('malformed'); end if;
  select status = 'closed' into closed from public.wave where id = row.wave;
  return internal.accepted(closed or not actor.active);
end $$;

create function internal.wave_fields() returns text[] language sql immutable as $$
  select array['sponsor', 'controller', 'legal_basis', 'notice_url', 'withdraw_until', 'minutes']
$$;

-- Texts read aloud to everybody who is called. They name a controller and an address of a notice, so the guard,
-- which would refuse both, does not look at them.
create function internal.edit_wave(actor public.person, body jsonb, base jsonb) returns jsonb language plpgsql as $$
declare
  row public.wave;
  edited text[];
  stale jsonb;
begin
  if not internal.has_keys(body, array['fields', 'wave']) or not internal.is_id(body -> 'wave')
    or jsonb_typeof(body -> 'fields') <> 'object' then
    return internal.rejected('malformed');
  end if;
  select array_agg(key) into edited from jsonb_object_keys(body -> 'fields') key;
  if edited is null or not edited <@ internal.wave_fields()
    or exists (select from jsonb_each(body -> 'fields') where not internal.is_text(value, 4000)) then
    return internal.rejected('malformed');
  end if;
  if actor.role <> 'lead' then return internal.rejected('not_allowed'); end if;
  select * into row from public.wave w where w.id = (body ->> 'wave')::uuid and w.study = actor.study;
  if row.id is null then return internal.rejected('unknown_reference'); end if;
  if not internal.is_base(base, edited, row.rev) then return internal.rejected('malformed'); end if;
  stale := internal.stale(base, row.fields, row.rev);
  if stale is not null then
    return jsonb_build_object('result', 'conflict', 'reason', 'stale', 'current', stale);
  end if;
  update public.wave w set
    fields = row.fields || (body -> 'fields'),
    rev = row.rev || (select jsonb_object_agg(f, (row.rev ->> f)::integer + 1) from unnest(edited) f),
    change = internal.next_change(row.study)
  where w.id = row.id;
  return internal.accepted(row.status = 'closed' or not actor.active);
end $$;
