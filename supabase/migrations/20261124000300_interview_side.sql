-- What somebody answered, and nothing that leads to who, where, by whom or when. No row here bears a time or an
-- author. These tables have no CHECK: the error of one would print the row, and the server's log would keep it.

-- Handed in and read by nobody. Rows are written anew in random order whenever their cell changes
-- (internal.shuffle), so that the order on disk does not keep the order of arrival.
create table public.waiting (
  -- Id of the command, by which a repeated one is known.
  hand_in uuid primary key,
  study uuid not null references public.study (id),
  wave uuid not null references public.wave (id),
  stratum text not null,
  instrument text not null,
  -- Whoever holds the receipt can have the interview deleted.
  receipt_hash text not null unique,
  answers jsonb not null,
  background jsonb not null
);
alter table public.waiting enable row level security;
create index waiting_in_cell on public.waiting (wave, stratum, instrument);

create table public.interview (
  id uuid primary key,
  study uuid not null references public.study (id),
  wave uuid not null references public.wave (id),
  -- A cell merged at the close bears the names of all its strata (and instruments), joined by +.
  stratum text not null,
  instrument text not null,
  -- Of the release.
  month text not null,
  -- Shown at the close, where k share the combination.
  role text,
  language text,
  mode text,
  completeness text,
  -- What the four above wait in; nobody reads it.
  background jsonb not null,
  receipt_hash text not null unique,
  hand_in uuid not null,
  change bigint not null
);
alter table public.interview enable row level security;
create index interview_by_change on public.interview (study, change);
create index interview_of_wave on public.interview (wave);

create table public.answer (
  interview uuid not null references public.interview (id) on delete cascade,
  question text not null,
  study uuid not null references public.study (id),
  wave uuid not null references public.wave (id),
  state text not null,
  pre jsonb not null,
  notes text not null,
  probes jsonb not null,
  quotes jsonb not null,
  revision integer not null default 1,
  change bigint not null,
  primary key (interview, question)
);
alter table public.answer enable row level security;
create index answer_by_change on public.answer (study, change);

-- What each redaction did to offsets, to carry over one that was made on an older revision. No text.
create table public.redaction (
  interview uuid not null,
  question text not null,
  -- The revision that it was applied to.
  revision integer not null,
  start_at integer not null,
  end_at integer not null,
  length integer not null,
  primary key (interview, question, revision),
  foreign key (interview, question) references public.answer (interview, question) on delete cascade
);
alter table public.redaction enable row level security;

-- The command log of hand-ins: that this id was taken, with this content. Goes with its interview.
create table public.hand_in_log (
  id uuid primary key,
  hash text not null,
  result text not null default 'accepted'
);
alter table public.hand_in_log enable row level security;

-- Receipts used. Kept for good: the interview may arrive later, or again from a restored backup.
create table public.withdrawn (
  receipt_hash text primary key
);
alter table public.withdrawn enable row level security;

-- How many cases an account has completed and how many interviews it has handed in: bare counters.
create table public.tally (
  wave uuid not null references public.wave (id),
  person uuid not null references public.person (id),
  completed integer not null default 0,
  handed_in integer not null default 0,
  primary key (wave, person)
);
alter table public.tally enable row level security;
create index tally_of_person on public.tally (person);
