-- What the field work knows: wave, instrument, case, attempt, contact. Nothing here tells of one interview but
-- that its case was interviewed.

-- sv: omgång
create table public.wave (
  id uuid primary key,
  study uuid not null references public.study (id),
  label text not null,
  year integer not null,
  status text not null default 'draft' check (status in ('draft', 'open', 'closed')),
  -- Interviews are released in groups of at least k alike.
  k integer not null check (k >= 1),
  -- Hash of the instrument in force.
  instrument text,
  strata text[] not null default '{}',
  -- Order in which cells under k are merged at the close; fixed when the wave opens, before the first call.
  merge_order text[] not null default '{}',
  -- Texts of the opening, and the revision of each.
  fields jsonb not null,
  rev jsonb not null,
  change bigint not null
);
alter table public.wave enable row level security;
create index wave_by_change on public.wave (study, change);

create function internal.keep_wave() returns trigger
language plpgsql security definer set search_path = '' as $$
begin
  if old.status <> 'draft' and new.k < old.k then
    raise exception 'wave: k can only grow once the wave is open';
  end if;
  if old.status = 'closed' and new.status <> 'closed' then
    raise exception 'wave: a close is final';
  end if;
  if old.status <> 'draft' and new.merge_order <> old.merge_order then
    raise exception 'wave: the merge order is fixed when the wave opens';
  end if;
  return new;
end $$;
create trigger keep_wave before update on public.wave for each row execute function internal.keep_wave();

create table public.instrument (
  id uuid primary key,
  study uuid not null references public.study (id),
  wave uuid not null references public.wave (id),
  version integer not null,
  -- SHA-256 of the bytes of `definition`, which is kept as it came.
  hash text not null,
  definition json not null,
  note text not null,
  change bigint not null,
  unique (wave, version),
  unique (wave, hash)
);
alter table public.instrument enable row level security;
create index instrument_by_change on public.instrument (study, change);

-- Published is published: not even the owner of the table changes one by mistake. A practice study may go whole.
create function internal.keep_instrument() returns trigger
language plpgsql security definer set search_path = '' as $$
begin
  if tg_op = 'DELETE' and exists (select from public.study where id = old.study and practice) then
    return old;
  end if;
  raise exception 'instrument: a published instrument does not change';
end $$;
create trigger keep_instrument before update or delete on public.instrument
  for each row execute function internal.keep_instrument();

create table public."case" (
  id uuid primary key,
  study uuid not null references public.study (id),
  wave uuid not null references public.wave (id),
  code text not null,
  name text not null,
  stratum text not null,
  assignee uuid references public.person (id),
  status text not null default 'new' check (status in ('new', 'active', 'interviewed', 'closed')),
  completed_by uuid,
  rev jsonb not null default '{"assignee": 1}',
  change bigint not null,
  unique (wave, code)
);
alter table public."case" enable row level security;
create index case_by_change on public."case" (study, change);
create index case_of_assignee on public."case" (assignee, change);

-- Everybody who was ever given the case: their attempts count, however late they arrive.
create table public.assignment (
  "case" uuid not null references public."case" (id) on delete cascade,
  person uuid not null references public.person (id),
  wave uuid not null references public.wave (id),
  primary key ("case", person)
);
alter table public.assignment enable row level security;
create index assignment_of_person on public.assignment (person, wave);

create table public.attempt (
  id uuid primary key,
  study uuid not null references public.study (id),
  "case" uuid not null references public."case" (id),
  by_person uuid not null references public.person (id),
  outcome text not null,
  -- By the author's clock, to the minute.
  at timestamptz not null,
  late boolean not null,
  change bigint not null
);
alter table public.attempt enable row level security;
create index attempt_by_change on public.attempt (study, change);
create index attempt_of_case on public.attempt ("case", change);
create index attempt_of_person on public.attempt (by_person);

alter table public."case" add foreign key (completed_by) references public.attempt (id);

-- Ciphertext under the field key, which the server never has.
create table public.contact (
  id uuid primary key,
  study uuid not null references public.study (id),
  "case" uuid not null references public."case" (id),
  generation integer not null,
  box text not null,
  change bigint not null
);
alter table public.contact enable row level security;
create index contact_by_change on public.contact (study, change);
create index contact_of_case on public.contact ("case", change);
