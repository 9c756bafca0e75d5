-- The sample: how it was drawn, and its ordered reserve in whole replicates. Leads alone see either; a released unit is
-- a case like any other from then on, and nothing takes a case out of the denominator again.

create table public.draw (
  id uuid primary key,
  study uuid not null references public.study (id) on delete cascade,
  wave uuid not null unique references public.wave (id) on delete cascade,
  -- With the frame it gives the same sample to anybody.
  seed text not null,
  target integer not null,
  -- Expected, a percentage.
  response integer not null,
  allocation text not null check (allocation in ('proportional', 'equal', 'by_hand')),
  -- By stratum: name, the strata of the frame in it, population, drawn. With the replicates released they give the
  -- probability of inclusion.
  strata jsonb not null,
  change bigint not null
);
alter table public.draw enable row level security;
create index draw_by_change on public.draw (study, change);

create table public.replicate (
  id uuid primary key,
  study uuid not null references public.study (id) on delete cascade,
  wave uuid not null references public.wave (id) on delete cascade,
  stratum text not null,
  -- From 1, in the order in which they are released.
  number integer not null,
  -- In the order in which they were drawn: [{id, code, name}]; the id becomes the case's.
  units jsonb not null,
  -- Null until released, then why.
  reason text,
  change bigint not null,
  unique (wave, stratum, number)
);
alter table public.replicate enable row level security;
create index replicate_by_change on public.replicate (study, change);

-- What was drawn or released is not taken back.
create function internal.keep_replicate() returns trigger
language plpgsql security definer set search_path = '' as $$
begin
  if old.reason is not null
    or (new.wave, new.stratum, new.number, new.units) is distinct from (old.wave, old.stratum, old.number, old.units) then
    raise exception 'replicate: a replicate is released whole, once';
  end if;
  return new;
end $$;
create trigger keep_replicate before update on public.replicate
  for each row execute function internal.keep_replicate();

create function internal.row_of(r public.draw) returns jsonb language sql immutable as $$
  select jsonb_build_object('id', r.id, 'wave', r.wave, 'seed', r.seed, 'target', r.target, 'response', r.response,
    'allocation', r.allocation, 'strata', r.strata)
$$;
create function internal.row_of(r public.replicate) returns jsonb language sql immutable as $$
  select jsonb_build_object('id', r.id, 'wave', r.wave, 'stratum', r.stratum, 'number', r.number, 'units', r.units,
    'reason', r.reason)
$$;

-- Every act has a function of its name: later migrations add acts without writing this list again. The name never comes
-- from outside, each `act_<name>` says its own.
create or replace function internal.perform_act(name text, actor public.person, args jsonb) returns jsonb
language plpgsql as $$
declare
  answer jsonb;
begin
  execute format('select internal.%I($1, $2)', name) into answer using actor, args;
  return answer;
end $$;

create function internal.is_unit(value jsonb, keys text[]) returns boolean language sql immutable as $$
  select internal.has_keys(value, keys) and internal.is_id(value -> 'id') and internal.is_name(value -> 'code')
    and internal.is_text(value -> 'name', 200) and btrim(value ->> 'name') <> ''
$$;
-- `+` joins the names of strata merged at the close.
create function internal.is_stratum(value jsonb) returns boolean language sql immutable as $$
  select internal.is_text(value, 200) and btrim(value #>> '{}') <> '' and value #>> '{}' not like '%+%'
$$;

-- The draw as a whole or not at all: sample, reserve and how it was made.
create function internal.draw_sample(actor public.person, args jsonb) returns jsonb language plpgsql as $$
declare
  of_wave public.wave := internal.wave_of(actor, args);
  n integer;
  m integer;
  first bigint;
begin
  if not internal.has_keys(args, array['allocation', 'cases', 'draw', 'reserve', 'response', 'seed', 'strata', 'target', 'wave'])
    or not internal.is_id(args -> 'wave') or not internal.is_id(args -> 'draw')
    or not internal.is_text(args -> 'seed', 200)
    or not internal.is_count(args -> 'target') or (args ->> 'target')::integer < 1
    or not internal.is_count(args -> 'response') or (args ->> 'response')::integer not between 1 and 100
    or coalesce(args ->> 'allocation', '') not in ('proportional', 'equal', 'by_hand')
    or jsonb_typeof(args -> 'strata') <> 'array' or jsonb_array_length(args -> 'strata') not between 1 and 200
    or jsonb_typeof(args -> 'cases') <> 'array' or jsonb_array_length(args -> 'cases') not between 1 and 10000
    or jsonb_typeof(args -> 'reserve') <> 'array' or jsonb_array_length(args -> 'reserve') > 10000 then
    return internal.refused('malformed');
  end if;
  if exists (select from jsonb_array_elements(args -> 'strata') s
      where not (internal.has_keys(s, array['parts', 'population', 'stratum']) and internal.is_stratum(s -> 'stratum')
        and internal.is_count(s -> 'population') and jsonb_typeof(s -> 'parts') = 'array'))
    or exists (select from jsonb_array_elements(args -> 'strata') s, jsonb_array_elements(s -> 'parts') part
      where not internal.is_text(part, 200))
    or exists (select from jsonb_array_elements(args -> 'cases') c
      where not (internal.is_unit(c, array['code', 'id', 'name', 'stratum']) and internal.is_stratum(c -> 'stratum')))
    or exists (select from jsonb_array_elements(args -> 'reserve') r
      where not (internal.has_keys(r, array['id', 'number', 'stratum', 'units']) and internal.is_id(r -> 'id')
        and internal.is_stratum(r -> 'stratum') and internal.is_count(r -> 'number')
        and jsonb_typeof(r -> 'units') = 'array' and jsonb_array_length(r -> 'units') between 1 and 1000))
    or exists (select from jsonb_array_elements(args -> 'reserve') r, jsonb_array_elements(r -> 'units') u
      where not internal.is_unit(u, array['code', 'id', 'name'])) then
    return internal.refused('malformed');
  end if;
  -- Nobody stands twice, no stratum gives more than it has, and replicates are numbered without gaps.
  if exists (
      select from (select c ->> 'code' as code, c ->> 'id' as id from jsonb_array_elements(args -> 'cases') c
        union all select u ->> 'code', u ->> 'id'
        from jsonb_array_elements(args -> 'reserve') r, jsonb_array_elements(r -> 'units') u) unit
      having count(*) <> count(distinct unit.code) or count(*) <> count(distinct unit.id))
    or exists (
      select from (select c ->> 'stratum' as stratum, 1 as units from jsonb_array_elements(args -> 'cases') c
        union all select r ->> 'stratum', jsonb_array_length(r -> 'units') from jsonb_array_elements(args -> 'reserve') r) part
      left join jsonb_array_elements(args -> 'strata') s on s ->> 'stratum' = part.stratum
      group by part.stratum, s -> 'population'
      having s -> 'population' is null or sum(part.units) > (s -> 'population')::integer)
    or exists (
      select from jsonb_array_elements(args -> 'reserve') r group by r ->> 'stratum'
      having min((r ->> 'number')::integer) <> 1 or max((r ->> 'number')::integer) <> count(*)
        or count(*) <> count(distinct r ->> 'number')
        -- A stratum of which nothing was drawn is not part of the wave.
        or r ->> 'stratum' not in (select c ->> 'stratum' from jsonb_array_elements(args -> 'cases') c)) then
    return internal.refused('malformed');
  end if;
  if of_wave.id is null then return internal.refused('unknown_reference'); end if;
  if of_wave.status <> 'draft' or exists (select from public."case" c where c.wave = of_wave.id) then
    return internal.refused('wrong_state');
  end if;
  -- Codes of practice cases begin with P, as no official code does: a practice study never holds a real case.
  if exists (select from public.study s where s.id = actor.study and s.practice) and exists (
      select from (select c ->> 'code' as code from jsonb_array_elements(args -> 'cases') c
        union all select u ->> 'code' from jsonb_array_elements(args -> 'reserve') r, jsonb_array_elements(r -> 'units') u) unit
      where code !~ '^P') then
    return internal.refused('practice_only');
  end if;
  n := jsonb_array_length(args -> 'cases');
  m := jsonb_array_length(args -> 'reserve');
  first := internal.take_changes(actor.study, 'study', n + m + 2);
  insert into public."case" (id, study, wave, code, name, stratum, change)
  select (c ->> 'id')::uuid, actor.study, of_wave.id, c ->> 'code', c ->> 'name', c ->> 'stratum', first + place - 1
  from jsonb_array_elements(args -> 'cases') with ordinality drawn (c, place);
  insert into public.replicate (id, study, wave, stratum, number, units, change)
  select (r ->> 'id')::uuid, actor.study, of_wave.id, r ->> 'stratum', (r ->> 'number')::integer, r -> 'units',
    first + n + place - 1
  from jsonb_array_elements(args -> 'reserve') with ordinality kept (r, place);
  insert into public.draw (id, study, wave, seed, target, response, allocation, strata, change)
  select (args ->> 'draw')::uuid, actor.study, of_wave.id, args ->> 'seed', (args ->> 'target')::integer,
    (args ->> 'response')::integer, args ->> 'allocation',
    jsonb_agg(s || jsonb_build_object('drawn', (
      select count(*) from jsonb_array_elements(args -> 'cases') c where c -> 'stratum' = s -> 'stratum')) order by place),
    first + n + m
  from jsonb_array_elements(args -> 'strata') with ordinality listed (s, place);
  update public.wave w set change = first + n + m + 1,
    strata = (select array_agg(s order by s collate "C") from (
      select distinct c ->> 'stratum' as s from jsonb_array_elements(args -> 'cases') c) all_strata)
  where w.id = of_wave.id;
  perform internal.note(actor, 'sample.draw', (args ->> 'draw')::uuid);
  return internal.done(jsonb_build_object('drawn', n, 'replicates', m));
end $$;

-- Whole replicates, in their order: of one stratum, or (stratum null) that number of every stratum where it is next.
create function internal.release_replicate(actor public.person, args jsonb) returns jsonb language plpgsql as $$
declare
  of_wave public.wave := internal.wave_of(actor, args);
  wanted uuid[];
  one public.replicate;
  n integer;
  first bigint;
  released integer := 0;
begin
  if not internal.has_keys(args, array['reason', 'replicate', 'stratum', 'wave']) or not internal.is_id(args -> 'wave')
    or not (jsonb_typeof(args -> 'stratum') = 'null' or internal.is_stratum(args -> 'stratum'))
    or not internal.is_count(args -> 'replicate')
    or not internal.is_text(args -> 'reason', 500) or btrim(args ->> 'reason') = '' then
    return internal.refused('malformed');
  end if;
  if of_wave.id is null then return internal.refused('unknown_reference'); end if;
  if of_wave.status <> 'open' then return internal.refused('wrong_state'); end if;
  select array_agg(r.id order by r.stratum collate "C") into wanted from public.replicate r
  where r.wave = of_wave.id and r.number = (args ->> 'replicate')::integer and r.reason is null
    and (args ->> 'stratum' is null or r.stratum = args ->> 'stratum')
    and not exists (select from public.replicate earlier
      where earlier.wave = r.wave and earlier.stratum = r.stratum and earlier.number < r.number and earlier.reason is null);
  if wanted is null then return internal.refused('wrong_state'); end if;
  for one in select * from public.replicate r where r.id = any (wanted) order by r.stratum collate "C" loop
    n := jsonb_array_length(one.units);
    first := internal.take_changes(actor.study, 'study', n + 1);
    insert into public."case" (id, study, wave, code, name, stratum, change)
    select (u ->> 'id')::uuid, actor.study, of_wave.id, u ->> 'code', u ->> 'name', one.stratum, first + place - 1
    from jsonb_array_elements(one.units) with ordinality listed (u, place);
    update public.replicate r set reason = args ->> 'reason', change = first + n where r.id = one.id;
    perform internal.note(actor, 'replicate.release', one.id);
    released := released + n;
  end loop;
  return internal.done(jsonb_build_object('replicates', cardinality(wanted), 'released', released));
end $$;

create function public.act_draw_sample(act_id uuid, args text) returns jsonb
language sql security definer set search_path = '' as $$ select internal.act('draw_sample', act_id, args) $$;
create function public.act_release_replicate(act_id uuid, args text) returns jsonb
language sql security definer set search_path = '' as $$ select internal.act('release_replicate', act_id, args) $$;

revoke all on table public.draw, public.replicate from public, anon, authenticated;
revoke all on function public.act_draw_sample(uuid, text), public.act_release_replicate(uuid, text)
  from public, anon, authenticated;
grant execute on function public.act_draw_sample(uuid, text), public.act_release_replicate(uuid, text) to authenticated;
