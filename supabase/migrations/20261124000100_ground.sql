-- The ground: server, study, people, and the change numbers by which replicas are pulled.
--
-- Every table stands in `public` with row level security and no policy: nobody reads or writes a table directly,
-- the functions of the API do it for them. What they need among themselves stands in `internal`, which the API
-- does not show. No table may stand there: the embedded API grants rights on every schema that has a secured table.

create schema internal;
revoke all on schema internal from public;

-- One row. The epoch is drawn anew by every restore (internal.new_epoch), so that replicas start from nothing.
create table public.server_state (
  only_row boolean primary key default true check (only_row),
  epoch text not null default replace(gen_random_uuid()::text, '-', ''),
  -- Number of the newest migration; each migration that changes what the API means sets it.
  schema integer not null default 1,
  -- Of the code that makes the first lead; null once a real study has been founded.
  setup_code_hash text,
  backup_at timestamptz
);
alter table public.server_state enable row level security;
insert into public.server_state default values;

create table public.study (
  id uuid primary key,
  name text not null,
  practice boolean not null,
  change bigint not null
);
alter table public.study enable row level security;
-- A server holds one real study and one for practice.
create unique index study_one_of_each on public.study (practice);

-- A person is an account of the API with a role in one study. A lead who came by the set-up code has none yet.
create table public.person (
  -- Deferred: the trigger that makes the person runs before the account's own row is written.
  id uuid primary key references auth.users (id) deferrable initially deferred,
  study uuid references public.study (id),
  name text not null,
  role text not null check (role in ('interviewer', 'coder', 'lead')),
  active boolean not null default true,
  deactivated_at timestamptz,
  -- Counts up whenever what the person may see changes as a whole; a cursor of an older generation is void.
  generation integer not null default 1,
  -- Has been an interviewer at some time: may still hand in what was made then.
  interviewed boolean not null default false,
  change bigint not null default 0
);
alter table public.person enable row level security;
create index person_by_change on public.person (study, change);

create table public.invitation (
  id uuid primary key,
  study uuid not null references public.study (id),
  role text not null check (role in ('interviewer', 'coder', 'lead')),
  expires_at timestamptz not null,
  -- SHA-256 of a code of 128 bits made on the lead's device; the code itself is never stored.
  code_hash text not null unique,
  state text not null default 'open' check (state in ('open', 'used', 'revoked')),
  change bigint not null
);
alter table public.invitation enable row level security;
create index invitation_by_change on public.invitation (study, change);

-- Released interviews are numbered apart, so that no number tells when, among the calls, one was released.
create table public.change_counter (
  study uuid not null references public.study (id) on delete cascade,
  feed text not null check (feed in ('study', 'interviews')),
  last bigint not null default 0,
  primary key (study, feed)
);
alter table public.change_counter enable row level security;

-- A row is gone, for everybody (person null) or out of one person's sight.
create table public.tombstone (
  study uuid not null references public.study (id) on delete cascade,
  feed text not null,
  change bigint not null,
  noun text not null,
  row_id text not null,
  person uuid,
  primary key (study, feed, change)
);
alter table public.tombstone enable row level security;

-- Whoever writes holds this until the commit, so the order of commits is the order of change numbers and
-- a replica that has seen number n has seen everything below it.
create function internal.lock_study(study uuid) returns void language sql as $$
  select pg_advisory_xact_lock(hashtextextended('lagesbild study ' || study::text, 0))
$$;

-- Takes n numbers and gives the first.
create function internal.take_changes(of_study uuid, of_feed text, n bigint) returns bigint language sql as $$
  update public.change_counter set last = last + n where study = of_study and feed = of_feed
  returning last - n + 1
$$;

create function internal.next_change(of_study uuid) returns bigint language sql as $$
  select internal.take_changes(of_study, 'study', 1)
$$;

-- Called by whoever restores a backup.
create function internal.new_epoch() returns text language sql as $$
  update public.server_state set epoch = replace(gen_random_uuid()::text, '-', '') returning epoch
$$;

-- As the wire has instants.
create function internal.iso(at timestamptz) returns text language sql stable as $$
  select to_char(at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')
$$;
