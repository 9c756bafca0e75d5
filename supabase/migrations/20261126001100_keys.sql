-- The field key: devices with their public keys, generations, and copies sealed for one device each. No key is here that
-- opens anything: whoever reads all of this database reads no contact.

create table public.device (
  id uuid primary key,
  study uuid not null references public.study (id) on delete cascade,
  person uuid not null references public.person (id) on delete cascade,
  kind text not null default 'computer' check (kind in ('computer', 'recovery')),
  -- base64: the public half of an X25519 pair; the private half never leaves its device.
  key text not null,
  state text not null default 'pending' check (state in ('pending', 'approved', 'revoked')),
  at timestamptz not null default now(),
  change bigint not null
);
alter table public.device enable row level security;
create index device_by_change on public.device (study, change);
create index device_of_person on public.device (person, change);

create table public.field_key (
  id uuid primary key,
  study uuid not null references public.study (id) on delete cascade,
  wave uuid not null references public.wave (id) on delete cascade,
  generation integer not null check (generation > 0),
  change bigint not null,
  unique (wave, generation)
);
alter table public.field_key enable row level security;
create index field_key_by_change on public.field_key (study, change);

create table public.sealed_key (
  id uuid primary key,
  study uuid not null references public.study (id) on delete cascade,
  wave uuid not null references public.wave (id) on delete cascade,
  generation integer not null,
  device uuid not null references public.device (id) on delete cascade,
  from_device uuid not null references public.device (id) on delete cascade,
  box text not null,
  proof text not null,
  change bigint not null,
  unique (wave, generation, device)
);
alter table public.sealed_key enable row level security;
create index sealed_key_by_change on public.sealed_key (study, change);
create index sealed_key_of_device on public.sealed_key (device, change);

-- Who held a key when it went, and whether it said that it is destroyed.
create table public.destruction (
  study uuid not null references public.study (id) on delete cascade,
  wave uuid not null references public.wave (id) on delete cascade,
  device uuid not null references public.device (id) on delete cascade,
  generation integer not null,
  at timestamptz,
  by_hand boolean not null default false,
  change bigint not null,
  primary key (wave, device)
);
alter table public.destruction enable row level security;
create index destruction_by_change on public.destruction (study, change);

create function internal.row_of(r public.device) returns jsonb language sql stable as $$
  select jsonb_build_object('id', r.id, 'person', r.person, 'kind', r.kind, 'key', r.key, 'state', r.state,
    'at', internal.minute(r.at))
$$;
create function internal.row_of(r public.field_key) returns jsonb language sql immutable as $$
  select jsonb_build_object('id', r.id, 'wave', r.wave, 'generation', r.generation)
$$;
create function internal.row_of(r public.sealed_key, with_box boolean) returns jsonb language sql immutable as $$
  select jsonb_build_object('id', r.id, 'wave', r.wave, 'generation', r.generation, 'device', r.device,
    'from', r.from_device, 'box', case when with_box then r.box else '' end, 'proof', r.proof)
$$;
create function internal.row_of(r public.destruction) returns jsonb language sql stable as $$
  select jsonb_build_object('id', r.wave || '/' || r.device, 'wave', r.wave, 'device', r.device,
    'person', (select d.person from public.device d where d.id = r.device), 'generation', r.generation,
    'at', internal.minute(r.at), 'by_hand', r.by_hand)
$$;

create function internal.holds_keys(role text) returns boolean language sql immutable as $$
  select role in ('interviewer', 'lead')
$$;

-- Own devices, and those of leads, whose public keys are compared by voice; leads see all.
create function internal.study_page_device(me public.person, above bigint, n integer)
returns table (change bigint, id text, "row" jsonb) language sql stable as $$
  select d.change, d.id::text, internal.row_of(d) from public.device d join public.person p on p.id = d.person
  where internal.holds_keys(me.role) and d.study = me.study and d.change > above
    and (me.role = 'lead' or d.person = me.id or p.role = 'lead')
  order by d.change limit n
$$;
create function internal.study_page_field_key(me public.person, above bigint, n integer)
returns table (change bigint, id text, "row" jsonb) language sql stable as $$
  select k.change, k.id::text, internal.row_of(k) from public.field_key k
  where internal.holds_keys(me.role) and k.study = me.study and k.change > above order by k.change limit n
$$;
create function internal.study_page_sealed_key(me public.person, above bigint, n integer)
returns table (change bigint, id text, "row" jsonb) language sql stable as $$
  select s.change, s.id::text, internal.row_of(s, me.role = 'lead' or d.person = me.id)
  from public.sealed_key s join public.device d on d.id = s.device join public.person p on p.id = d.person
  where internal.holds_keys(me.role) and s.study = me.study and s.change > above
    and (me.role = 'lead' or d.person = me.id or p.role = 'lead')
  order by s.change limit n
$$;
create function internal.study_page_destruction(me public.person, above bigint, n integer)
returns table (change bigint, id text, "row" jsonb) language sql stable as $$
  select r.change, r.wave || '/' || r.device, internal.row_of(r) from public.destruction r
  where me.role = 'lead' and r.study = me.study and r.change > above order by r.change limit n
$$;

-- Shapes.
create function internal.is_base64(value jsonb, longest integer) returns boolean language sql immutable as $$
  select coalesce(jsonb_typeof(value) = 'string' and char_length(value #>> '{}') between 1 and longest
    and value #>> '{}' ~ '^[A-Za-z0-9+/]+={0,2}$', false)
$$;
create function internal.is_public_key(value jsonb) returns boolean language sql immutable as $$
  select coalesce(jsonb_typeof(value) = 'string' and value #>> '{}' ~ '^[A-Za-z0-9+/]{43}=$', false)
$$;
create function internal.is_copies(value jsonb, keys text[]) returns boolean language sql immutable as $$
  select case when jsonb_typeof(value) <> 'array' then false
    when jsonb_array_length(value) > 2000 then false
    else not exists (select from jsonb_array_elements(value) c
      where not (internal.has_keys(c, keys) and internal.is_id(c -> 'id')
        and internal.is_base64(c -> 'box', 400) and internal.is_base64(c -> 'proof', 100)
        and (not c ? 'device' or internal.is_id(c -> 'device')) and (not c ? 'wave' or internal.is_id(c -> 'wave'))
        and (not c ? 'generation' or internal.is_count(c -> 'generation')))) end
$$;

-- Acts are for leads; one that others may do too brings a function internal.may_<act>(actor) that says who.
create function internal.may_act(name text, actor public.person) returns boolean language plpgsql stable as $$
declare
  allowed boolean := actor.role = 'lead';
begin
  if to_regprocedure(format('internal.%I(public.person)', 'may_' || name)) is not null then
    execute format('select internal.%I($1)', 'may_' || name) into allowed using actor;
  end if;
  return coalesce(allowed, false);
end $$;

create or replace function internal.act(name text, act_id uuid, args text) returns jsonb language plpgsql as $$
declare
  actor public.person := internal.actor();
  args_hash text;
  seen public.act_log;
  answer jsonb;
begin
  if auth.uid() is null or act_id is null or args is null then return internal.refused('malformed'); end if;
  args_hash := internal.hash_of(args);
  -- Founders are ordered among themselves: they have no study yet whose lock they could take.
  if name in ('found_study', 'remove_practice') then
    perform pg_advisory_xact_lock(hashtextextended('lagesbild founding', 0));
  end if;
  if actor.study is not null then perform internal.lock_study(actor.study); end if;
  select * into seen from public.act_log l where l.id = act_id;
  if seen.id is not null then
    if seen.person = auth.uid() and seen.name = act.name and seen.hash = args_hash then return seen.answer; end if;
    return internal.refused('other_content');
  end if;
  actor := internal.actor();
  if actor.id is null or not actor.active or not internal.may_act(name, actor)
    or (actor.study is null and name <> 'found_study') then
    return internal.refused('not_allowed');
  end if;
  begin
    answer := internal.perform_act(name, actor, args::jsonb);
  exception when others then
    if left(sqlstate, 2) in ('40', '53', '55', '57', '58', 'XX') then
      raise exception 'not done, try again' using errcode = sqlstate;
    end if;
    answer := internal.refused('malformed');
  end;
  insert into public.act_log (id, person, study, name, hash, answer)
    values (act_id, actor.id, actor.study, name, args_hash, answer);
  return answer;
end $$;

create function internal.may_register_device(actor public.person) returns boolean language sql stable as $$
  select internal.holds_keys(actor.role)
$$;
create function internal.register_device(actor public.person, args jsonb) returns jsonb language plpgsql as $$
declare
  known public.device;
  first boolean;
begin
  if not internal.has_keys(args, array['device', 'key']) or not internal.is_id(args -> 'device')
    or not internal.is_public_key(args -> 'key') then
    return internal.refused('malformed');
  end if;
  select * into known from public.device d where d.id = (args ->> 'device')::uuid;
  if known.id is null then
    -- There is nobody yet with whom the study's first lead could compare words.
    first := actor.role = 'lead' and not exists (
      select from public.device d join public.person p on p.id = d.person
      where d.study = actor.study and p.role = 'lead' and d.state <> 'revoked');
    insert into public.device (id, study, person, key, state, change)
      values ((args ->> 'device')::uuid, actor.study, actor.id, args ->> 'key',
        case when first then 'approved' else 'pending' end, internal.next_change(actor.study))
      returning * into known;
  elsif known.person <> actor.id or known.key <> args ->> 'key' then
    return internal.refused('malformed');
  end if;
  return internal.done(jsonb_build_object('state', known.state));
end $$;

create function internal.device_of(actor public.person, about uuid) returns public.device language sql stable as $$
  select d from public.device d where d.id = about and d.study = actor.study
$$;
create function internal.is_own_approved(actor public.person, about uuid) returns boolean language sql stable as $$
  select exists (select from public.device d where d.id = about and d.person = actor.id and d.state = 'approved'
    and d.kind = 'computer')
$$;

-- Copies name generations that there are, of waves that are not closed.
create function internal.keep_copies(actor public.person, copies jsonb, for_device uuid, from_device uuid)
returns void language sql as $$
  insert into public.sealed_key as kept (id, study, wave, generation, device, from_device, box, proof, change)
  select (c ->> 'id')::uuid, actor.study, k.wave, k.generation, for_device, from_device, c ->> 'box', c ->> 'proof',
    internal.next_change(actor.study)
  from jsonb_array_elements(copies) c
  join public.field_key k on k.wave = (c ->> 'wave')::uuid and k.generation = (c ->> 'generation')::integer
    and k.study = actor.study
  join public.wave w on w.id = k.wave and w.status <> 'closed'
  on conflict (wave, generation, device) do update set box = excluded.box, proof = excluded.proof,
    from_device = excluded.from_device, change = excluded.change
$$;

create function internal.approve_device(actor public.person, args jsonb) returns jsonb language plpgsql as $$
declare
  about public.device;
  own boolean;
begin
  if not internal.has_keys(args, array['copies', 'device', 'from']) or not internal.is_id(args -> 'device')
    or not internal.is_id(args -> 'from')
    or not internal.is_copies(args -> 'copies', array['box', 'generation', 'id', 'proof', 'wave']) then
    return internal.refused('malformed');
  end if;
  about := internal.device_of(actor, (args ->> 'device')::uuid);
  if about.id is null then return internal.refused('unknown_reference'); end if;
  -- A lead's new computer approves itself with the recovery key; the words were compared on another one otherwise.
  own := about.id = (args ->> 'from')::uuid and about.person = actor.id;
  if about.state = 'revoked' or about.kind <> 'computer'
    or not (own or internal.is_own_approved(actor, (args ->> 'from')::uuid))
    or not exists (select from public.person p where p.id = about.person and p.active and internal.holds_keys(p.role))
  then
    return internal.refused('wrong_state');
  end if;
  update public.device d set state = 'approved', change = internal.next_change(actor.study)
    where d.id = about.id and d.state <> 'approved';
  perform internal.keep_copies(actor, args -> 'copies', about.id, (args ->> 'from')::uuid);
  perform internal.note(actor, 'device.approve', about.id);
  return internal.done(jsonb_build_object('device', about.id));
end $$;

-- Copies go; what the device held is noted until it says that it is destroyed.
create function internal.drop_copies(of_study uuid, of_device uuid, of_wave uuid) returns void language plpgsql as $$
begin
  insert into public.destruction as d (study, wave, device, generation, change)
    select of_study, s.wave, s.device, max(s.generation), internal.next_change(of_study)
    from public.sealed_key s where s.study = of_study
      and (of_device is null or s.device = of_device) and (of_wave is null or s.wave = of_wave)
    group by s.wave, s.device
  on conflict (wave, device) do update
    set generation = greatest(d.generation, excluded.generation), at = null, by_hand = false, change = excluded.change;
  with gone as (
    delete from public.sealed_key s where s.study = of_study
      and (of_device is null or s.device = of_device) and (of_wave is null or s.wave = of_wave) returning s.id
  )
  insert into public.tombstone (study, feed, change, noun, row_id)
  select of_study, 'study', internal.next_change(of_study), 'sealed_key', gone.id::text from gone;
end $$;

create function internal.revoke_devices(of_study uuid, devices uuid[]) returns void language plpgsql as $$
declare
  one uuid;
begin
  foreach one in array devices loop
    perform internal.drop_copies(of_study, one, null);
    update public.device d set state = 'revoked', change = internal.next_change(of_study)
      where d.id = one and d.state <> 'revoked';
  end loop;
end $$;

create function internal.revoke_device(actor public.person, args jsonb) returns jsonb language plpgsql as $$
declare
  about public.device;
begin
  if not internal.has_keys(args, array['device']) or not internal.is_id(args -> 'device') then
    return internal.refused('malformed');
  end if;
  about := internal.device_of(actor, (args ->> 'device')::uuid);
  if about.id is null then return internal.refused('unknown_reference'); end if;
  perform internal.revoke_devices(actor.study, array[about.id]);
  perform internal.note(actor, 'device.revoke', about.id);
  return internal.done(jsonb_build_object('device', about.id));
end $$;

create function internal.rotate_field_key(actor public.person, args jsonb) returns jsonb language plpgsql as $$
declare
  of_wave public.wave;
  newest integer;
  wanted integer;
  devices uuid[];
begin
  if not internal.has_keys(args, array['copies', 'field_key', 'from', 'generation', 'wave'])
    or not internal.is_id(args -> 'field_key') or not internal.is_id(args -> 'wave')
    or not internal.is_id(args -> 'from') or not internal.is_count(args -> 'generation')
    or not internal.is_copies(args -> 'copies', array['box', 'device', 'id', 'proof']) then
    return internal.refused('malformed');
  end if;
  of_wave := internal.wave_of(actor, args);
  if of_wave.id is null then return internal.refused('unknown_reference'); end if;
  select coalesce(max(k.generation), 0) into newest from public.field_key k where k.wave = of_wave.id;
  wanted := (args ->> 'generation')::integer;
  devices := array(select (c ->> 'device')::uuid from jsonb_array_elements(args -> 'copies') c);
  if of_wave.status = 'closed' or wanted <> newest + 1
    or not internal.is_own_approved(actor, (args ->> 'from')::uuid) or not (args ->> 'from')::uuid = any (devices)
    -- Sealed for somebody who may no longer have it: this lead's view is old.
    or exists (select from unnest(devices) one where not exists (
      select from public.device d join public.person p on p.id = d.person
      where d.id = one and d.study = actor.study and d.state = 'approved' and p.active and internal.holds_keys(p.role)))
  then
    return internal.refused('wrong_state');
  end if;
  insert into public.field_key (id, study, wave, generation, change)
    values ((args ->> 'field_key')::uuid, actor.study, of_wave.id, wanted, internal.next_change(actor.study));
  insert into public.sealed_key (id, study, wave, generation, device, from_device, box, proof, change)
    select (c ->> 'id')::uuid, actor.study, of_wave.id, wanted, (c ->> 'device')::uuid, (args ->> 'from')::uuid,
      c ->> 'box', c ->> 'proof', internal.next_change(actor.study)
    from jsonb_array_elements(args -> 'copies') c;
  -- Left out, since the lead's device does not know it: the words are to be compared again.
  update public.device d set state = 'pending', change = internal.next_change(actor.study)
    where d.study = actor.study and d.kind = 'computer' and d.state = 'approved' and d.id <> all (devices);
  perform internal.note(actor, 'field_key.rotate', (args ->> 'field_key')::uuid);
  return internal.done(jsonb_build_object('generation', wanted));
end $$;

create function internal.make_recovery_key(actor public.person, args jsonb) returns jsonb language plpgsql as $$
begin
  if not internal.has_keys(args, array['copies', 'device', 'key']) or not internal.is_id(args -> 'device')
    or not internal.is_public_key(args -> 'key')
    or not internal.is_copies(args -> 'copies', array['box', 'generation', 'id', 'proof', 'wave']) then
    return internal.refused('malformed');
  end if;
  perform internal.revoke_devices(actor.study, array(
    select d.id from public.device d where d.study = actor.study and d.kind = 'recovery' and d.state <> 'revoked'));
  insert into public.device (id, study, person, kind, key, state, change)
    values ((args ->> 'device')::uuid, actor.study, actor.id, 'recovery', args ->> 'key', 'approved',
      internal.next_change(actor.study));
  perform internal.keep_copies(actor, args -> 'copies', (args ->> 'device')::uuid, (args ->> 'device')::uuid);
  perform internal.note(actor, 'recovery_key.make', (args ->> 'device')::uuid);
  return internal.done(jsonb_build_object('device', args ->> 'device'));
end $$;

-- Whoever leaves, or becomes a coder, takes no copy along; the recovery key is the study's, not the person's.
create function internal.revoke_leaver() returns trigger
language plpgsql security definer set search_path = '' as $$
begin
  if new.study is not null and (old.active and not new.active or (old.role <> new.role and not internal.holds_keys(new.role)))
  then
    perform internal.revoke_devices(new.study, array(select d.id from public.device d
      where d.person = new.id and d.kind = 'computer' and d.state <> 'revoked'));
  end if;
  return null;
end $$;
create trigger revoke_leaver after update of active, role on public.person
  for each row execute function internal.revoke_leaver();

create function public.act_register_device(act_id uuid, args text) returns jsonb
language sql security definer set search_path = '' as $$ select internal.act('register_device', act_id, args) $$;
create function public.act_approve_device(act_id uuid, args text) returns jsonb
language sql security definer set search_path = '' as $$ select internal.act('approve_device', act_id, args) $$;
create function public.act_revoke_device(act_id uuid, args text) returns jsonb
language sql security definer set search_path = '' as $$ select internal.act('revoke_device', act_id, args) $$;
create function public.act_rotate_field_key(act_id uuid, args text) returns jsonb
language sql security definer set search_path = '' as $$ select internal.act('rotate_field_key', act_id, args) $$;
create function public.act_make_recovery_key(act_id uuid, args text) returns jsonb
language sql security definer set search_path = '' as $$ select internal.act('make_recovery_key', act_id, args) $$;

revoke all on table public.device, public.field_key, public.sealed_key, public.destruction
  from public, anon, authenticated;
revoke all on function public.act_register_device(uuid, text), public.act_approve_device(uuid, text),
  public.act_revoke_device(uuid, text), public.act_rotate_field_key(uuid, text),
  public.act_make_recovery_key(uuid, text) from public, anon, authenticated;
grant execute on function public.act_register_device(uuid, text), public.act_approve_device(uuid, text),
  public.act_revoke_device(uuid, text), public.act_rotate_field_key(uuid, text),
  public.act_make_recovery_key(uuid, text) to authenticated;
revoke all on all functions in schema internal from public;
