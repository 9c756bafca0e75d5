-- What a report may claim: judgements to make and rules that decide, published like an instrument and as unchangeable.
-- Locked before coding begins; one that is published later says so by its day.
create table public.claims (
  id uuid primary key,
  study uuid not null references public.study (id),
  wave uuid not null references public.wave (id) on delete cascade,
  version integer not null,
  -- SHA-256 of the bytes of `definition`, which is kept as it came.
  hash text not null,
  definition json not null,
  note text not null,
  day date not null default current_date,
  change bigint not null,
  unique (wave, version)
);
alter table public.claims enable row level security;
revoke all on public.claims from public, anon, authenticated;
create index claims_by_change on public.claims (study, change);

create function internal.keep_claims() returns trigger
language plpgsql security definer set search_path = '' as $$
begin
  if tg_op = 'DELETE' and exists (select from public.study where id = old.study and practice) then
    return old;
  end if;
  raise exception 'claims: what is published does not change';
end $$;
create trigger keep_claims before update or delete on public.claims
  for each row execute function internal.keep_claims();

create function internal.row_of(r public.claims) returns jsonb language sql immutable as $$
  select jsonb_build_object('id', r.id, 'wave', r.wave, 'version', r.version, 'hash', r.hash,
    'definition', r.definition, 'note', r.note, 'day', to_char(r.day, 'YYYY-MM-DD'))
$$;

-- Leads and coders: an interviewer who knew what the report hopes to say might lead the talk there.
create function internal.study_page_claims(me public.person, above bigint, n integer)
returns table (change bigint, id text, "row" jsonb) language sql stable as $$
  select c.change, c.id::text, internal.row_of(c) from public.claims c
  where me.role in ('lead', 'coder') and c.study = me.study and c.change > above order by c.change limit n
$$;

create function internal.publish_claims(actor public.person, args jsonb) returns jsonb language plpgsql as $$
declare
  of_wave public.wave := internal.wave_of(actor, args);
  newest public.claims;
begin
  if not internal.has_keys(args, array['claims', 'definition', 'hash', 'note', 'wave'])
    or not internal.is_id(args -> 'claims') or not internal.is_id(args -> 'wave')
    or not internal.is_hash(args -> 'hash') or not internal.is_text(args -> 'note', 2000)
    or not internal.is_text(args -> 'definition', 2000000)
    or jsonb_typeof((args ->> 'definition')::jsonb) <> 'object' then
    return internal.refused('malformed');
  end if;
  if of_wave.id is null then return internal.refused('unknown_reference'); end if;
  if internal.hash_of(args ->> 'definition') <> args ->> 'hash' then return internal.refused('hash_differs'); end if;
  select * into newest from public.claims c where c.wave = of_wave.id order by c.version desc limit 1;
  -- The same content again is the same version.
  if newest.hash = args ->> 'hash' then
    return internal.done(jsonb_build_object('version', newest.version));
  end if;
  insert into public.claims (id, study, wave, version, hash, definition, note, change)
    values ((args ->> 'claims')::uuid, actor.study, of_wave.id, coalesce(newest.version, 0) + 1, args ->> 'hash',
      (args ->> 'definition')::json, args ->> 'note', internal.next_change(actor.study));
  perform internal.note(actor, 'claims.publish', (args ->> 'claims')::uuid);
  return internal.done(jsonb_build_object('version', coalesce(newest.version, 0) + 1));
end $$;

create function public.act_publish_claims(act_id uuid, args text) returns jsonb
language sql security definer set search_path = '' as $$ select internal.act('publish_claims', act_id, args) $$;

revoke all on all functions in schema internal from public;
revoke all on function public.act_publish_claims(uuid, text) from public, anon;
grant execute on function public.act_publish_claims(uuid, text) to authenticated;
