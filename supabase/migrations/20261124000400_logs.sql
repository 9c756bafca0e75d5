-- What was done on the case side, and by whom. The only audit time is the server's. Hand-ins are not here.

-- Ids of commands taken, so that a repeated one is known, and the same id with other content is too.
create table public.command_log (
  id uuid primary key,
  study uuid not null references public.study (id),
  person uuid not null,
  stream text not null,
  kind text not null,
  hash text not null,
  late boolean not null,
  at timestamptz not null default now()
);
alter table public.command_log enable row level security;
create index command_log_of_study on public.command_log (study, at);

-- Acts and the answers they were given. Without foreign keys: a removed practice study still answers a repetition.
create table public.act_log (
  id uuid primary key,
  person uuid not null,
  study uuid,
  name text not null,
  hash text not null,
  answer jsonb not null,
  at timestamptz not null default now()
);
alter table public.act_log enable row level security;

-- Who joined, invited, published, opened, closed, changed a role. Read by the owner of the database.
create table public.audit (
  id bigint generated always as identity primary key,
  at timestamptz not null default now(),
  study uuid,
  person uuid not null,
  what text not null,
  about uuid
);
alter table public.audit enable row level security;
create index audit_of_study on public.audit (study, at);
