-- The shared pool: cases without an assignee, lent to one interviewer at a time. A lease is an assignment that ends by
-- itself, so whoever holds one sees the case and all that hangs on it as an assignee does.

create table public.lease (
  "case" uuid primary key references public."case" (id) on delete cascade,
  study uuid not null references public.study (id) on delete cascade,
  wave uuid not null references public.wave (id) on delete cascade,
  person uuid not null references public.person (id),
  -- By the server's clock; the holder's device lets go earlier.
  until timestamptz not null,
  change bigint not null
);
alter table public.lease enable row level security;
create index lease_by_change on public.lease (study, change);
create index lease_of_person on public.lease (person, change);
create index lease_of_wave on public.lease (wave);
revoke all on public.lease from public, anon, authenticated;

create function internal.row_of(r public.lease) returns jsonb language sql stable as $$
  select jsonb_build_object('id', r."case", 'case', r."case", 'wave', r.wave, 'person', r.person,
    'until', internal.iso(r.until))
$$;
create function internal.study_page_lease(me public.person, above bigint, n integer)
returns table (change bigint, id text, "row" jsonb) language sql stable as $$
  (select l.change, l."case"::text, internal.row_of(l) from public.lease l
    where me.role = 'lead' and l.study = me.study and l.change > above order by l.change limit n)
  union all
  (select l.change, l."case"::text, internal.row_of(l) from public.lease l
    where me.role <> 'lead' and l.person = me.id and l.change > above order by l.change limit n)
$$;

-- The wave's field `pool` as src/study/pool.ts reads it; {"on": false} where there is none or it cannot be read.
create function internal.pool_of(w public.wave) returns jsonb language plpgsql immutable as $$
declare
  given jsonb;
begin
  given := coalesce(nullif(w.fields ->> 'pool', ''), '{}')::jsonb;
  return jsonb_build_object(
    'on', coalesce(given -> 'on' = 'true', false),
    'hours', case when given ->> 'hours' ~ '^[0-9]{1,3}$' and (given ->> 'hours')::integer between 1 and 168
      then (given ->> 'hours')::integer else 24 end);
exception when others then
  return '{"on": false, "hours": 24}';
end $$;

-- With three interviewers or fewer there is none: they know of each other's calls.
create function internal.has_pool(w public.wave) returns boolean language sql stable as $$
  select w.status = 'open' and (internal.pool_of(w) -> 'on')::boolean and (
    select count(*) > 3 from public.person p where p.study = w.study and p.role = 'interviewer' and p.active)
$$;

-- Back into the pool, or (keep) for good to the holder.
create function internal.end_lease(given public.lease, keep boolean) returns void language plpgsql as $$
declare
  row public."case";
begin
  delete from public.lease l where l."case" = given."case";
  insert into public.tombstone (study, feed, change, noun, row_id)
    values (given.study, 'study', internal.next_change(given.study), 'lease', given."case"::text);
  if keep then return; end if;
  update public."case" c set assignee = null, change = internal.next_change(given.study),
    rev = jsonb_build_object('assignee', (c.rev ->> 'assignee')::integer + 1)
  where c.id = given."case" and c.assignee = given.person returning * into row;
  if row.id is not null then perform internal.hand_over(row, given.person); end if;
end $$;

create function internal.end_leases(ended public.lease[], keep boolean) returns void language plpgsql as $$
declare
  one public.lease;
begin
  foreach one in array coalesce(ended, '{}') loop perform internal.end_lease(one, keep); end loop;
end $$;

-- A case that is given to somebody, or taken, by a lead is lent no more.
create function internal.drop_lease() returns trigger
language plpgsql security definer set search_path = '' as $$
begin
  perform internal.end_leases(array(select l from public.lease l where l."case" = new.id), true);
  return null;
end $$;
create trigger drop_lease after update of assignee on public."case"
  for each row execute function internal.drop_lease();

-- Whoever leaves, or interviews no more, frees what was lent.
create function internal.free_leases() returns trigger
language plpgsql security definer set search_path = '' as $$
begin
  if not new.active or new.role <> 'interviewer' then
    perform internal.end_leases(array(select l from public.lease l where l.person = new.id), false);
  end if;
  return null;
end $$;
create trigger free_leases after update of active, role on public.person
  for each row execute function internal.free_leases();

create function internal.close_leases() returns trigger
language plpgsql security definer set search_path = '' as $$
begin
  if new.status = 'closed' then
    perform internal.end_leases(array(select l from public.lease l where l.wave = new.id), true);
  end if;
  return null;
end $$;
create trigger close_leases after update of status on public.wave
  for each row execute function internal.close_leases();

-- What was promised stays with who promised it: an interview made or begun, an hour agreed on. Whose word arrives first
-- has the case; attempts of others stay, and are late.
create function internal.keep_case(about uuid, by_person uuid) returns void language plpgsql as $$
declare
  row public."case";
  lent public.lease;
begin
  select * into row from public."case" c where c.id = about;
  select * into lent from public.lease l where l."case" = about;
  if row.status not in ('new', 'active') or not exists (
    select from public.person p where p.id = by_person and p.role = 'interviewer' and p.active) then
    return;
  end if;
  if lent.person = by_person then
    perform internal.end_lease(lent, true);
  elsif lent.person is not null or (row.assignee is null and exists (
      select from public.wave w where w.id = row.wave and internal.has_pool(w))) then
    -- drop_lease ends the other's lease.
    update public."case" c set assignee = by_person, change = internal.next_change(row.study),
      rev = jsonb_build_object('assignee', (row.rev ->> 'assignee')::integer + 1) where c.id = row.id;
    perform internal.hand_over(row, lent.person);
  end if;
end $$;

create function internal.keep_after_attempt() returns trigger
language plpgsql security definer set search_path = '' as $$
begin
  if new.outcome in ('interviewed', 'continues')
    or (new.outcome = 'broken_off' and not coalesce((new.refusal -> 'final')::boolean, false)) then
    perform internal.keep_case(new."case", new.by_person);
  end if;
  return null;
end $$;
create trigger keep_after_attempt after insert on public.attempt
  for each row execute function internal.keep_after_attempt();

create function internal.keep_after_appointment() returns trigger
language plpgsql security definer set search_path = '' as $$
begin
  if new.kind = 'hard' then perform internal.keep_case(new."case", new.by_person); end if;
  return null;
end $$;
create trigger keep_after_appointment after insert on public.appointment
  for each row execute function internal.keep_after_appointment();

-- Outcomes after which nobody calls again, as src/study/dispositions.ts has them.
create function internal.never_again() returns text[] language sql immutable as $$
  select array['interviewed', 'away', 'unable', 'language', 'other', 'out_of_population', 'no_eligible', 'duplicate']
$$;

-- What of the pool is worth lending, best first: a soft appointment that falls within the lease, what has rested for
-- most of a day, what was never called, the rest; by lot among equals. What is over (src/study/whom-to-call.ts) is not.
create function internal.lendable(of_wave public.wave, within interval) returns table ("case" uuid, place bigint)
language sql stable as $$
  select c.id, row_number() over (order by
    case when soft.at is not null then 0 when made.last < now() - interval '20 hours' then 1
      when made.last is null then 2 else 3 end, soft.at, gen_random_uuid())
  from public."case" c
  left join lateral (
    select max(a.at) as last, (array_agg(a.outcome order by a.at desc, a.id desc))[1] as outcome,
      coalesce(bool_or((a.refusal -> 'final')::boolean), false) as final,
      count(*) filter (where a.outcome in ('refusal', 'gatekeeper_refusal')) as refusals
    from public.attempt a where a."case" = c.id) made on true
  left join lateral (
    select min(p.at) as at from public.appointment p
    where p."case" = c.id and p.kind = 'soft' and p.at < now() + within and p.at > coalesce(made.last, p.at - interval '1 day')
  ) soft on true
  where c.wave = of_wave.id and c.assignee is null and c.status in ('new', 'active')
    and not coalesce(made.outcome = any (internal.never_again()), false) and not made.final and made.refusals < 2
$$;

create function internal.may_lease_cases(actor public.person) returns boolean language sql stable as $$
  select actor.role = 'interviewer'
$$;
-- Fills up to so many held at once, and renews those whose half is over: asked twice it lends no more than once.
create function internal.lease_cases(actor public.person, args jsonb) returns jsonb language plpgsql as $$
declare
  of_wave public.wave := internal.wave_of(actor, args);
  ends timestamptz;
  held integer;
  one record;
  row public."case";
  n integer := 0;
begin
  if not internal.has_keys(args, array['up_to', 'wave']) or not internal.is_id(args -> 'wave')
    or not internal.is_count(args -> 'up_to') or (args ->> 'up_to')::integer not between 1 and 100 then
    return internal.refused('malformed');
  end if;
  if of_wave.id is null then return internal.refused('unknown_reference'); end if;
  if not internal.has_pool(of_wave) then return internal.refused('wrong_state'); end if;
  ends := date_trunc('second', now()) + make_interval(hours => (internal.pool_of(of_wave) ->> 'hours')::integer);
  for one in select l."case" from public.lease l where l.person = actor.id and l.wave = of_wave.id
    and l.until > now() and l.until < now() + (ends - now()) / 2 loop
    update public.lease l set until = ends, change = internal.next_change(actor.study) where l."case" = one."case";
  end loop;
  perform internal.end_leases(array(
    select l from public.lease l where l.study = actor.study and l.until <= now()), false);
  select count(*) into held from public.lease l where l.person = actor.id and l.wave = of_wave.id;
  for one in select lent."case" from internal.lendable(of_wave, ends - now()) lent
    order by lent.place limit greatest(0, (args ->> 'up_to')::integer - held) loop
    update public."case" c set assignee = actor.id, change = internal.next_change(actor.study),
      rev = jsonb_build_object('assignee', (c.rev ->> 'assignee')::integer + 1)
    where c.id = one."case" returning * into row;
    insert into public.assignment ("case", person, wave) values (row.id, actor.id, row.wave) on conflict do nothing;
    perform internal.hand_over(row, null);
    insert into public.lease ("case", study, wave, person, until, change)
      values (row.id, actor.study, of_wave.id, actor.id, ends, internal.next_change(actor.study));
    n := n + 1;
  end loop;
  return internal.done(jsonb_build_object('leased', n, 'held', held + n));
end $$;

create function internal.may_release_cases(actor public.person) returns boolean language sql stable as $$
  select actor.role = 'interviewer'
$$;
-- Back into the pool; one that is held no more is passed over.
create function internal.release_cases(actor public.person, args jsonb) returns jsonb language plpgsql as $$
declare
  own public.lease[];
begin
  if not internal.has_keys(args, array['cases']) or jsonb_typeof(args -> 'cases') <> 'array'
    or jsonb_array_length(args -> 'cases') not between 1 and 100
    or exists (select from jsonb_array_elements(args -> 'cases') c where not internal.is_id(c)) then
    return internal.refused('malformed');
  end if;
  own := array(select l from public.lease l where l.person = actor.id
    and l."case" in (select c::uuid from jsonb_array_elements_text(args -> 'cases') c));
  perform internal.end_leases(own, false);
  return internal.done(jsonb_build_object('released', coalesce(array_length(own, 1), 0)));
end $$;

create function public.act_lease_cases(act_id uuid, args text) returns jsonb
language sql security definer set search_path = '' as $$ select internal.act('lease_cases', act_id, args) $$;
create function public.act_release_cases(act_id uuid, args text) returns jsonb
language sql security definer set search_path = '' as $$ select internal.act('release_cases', act_id, args) $$;
revoke all on function public.act_lease_cases(uuid, text), public.act_release_cases(uuid, text)
  from public, anon, authenticated;
grant execute on function public.act_lease_cases(uuid, text), public.act_release_cases(uuid, text) to authenticated;

update public.server_state set schema = schema + 1;
revoke all on all functions in schema internal from public;
