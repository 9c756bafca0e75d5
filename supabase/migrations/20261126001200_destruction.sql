-- The close destroys the contact register: in the closing transaction itself, whoever closes and by whatever function.

-- What went, for the lead's certificate; no name, no number, no key.
create table public.certificate (
  wave uuid primary key references public.wave (id) on delete cascade,
  study uuid not null references public.study (id) on delete cascade,
  at timestamptz not null default now(),
  contacts integer not null,
  copies integer not null,
  generations integer not null,
  backup_at timestamptz,
  backups_gone_at timestamptz,
  change bigint not null
);
alter table public.certificate enable row level security;
create index certificate_by_change on public.certificate (study, change);

create function internal.row_of(r public.certificate) returns jsonb language sql stable as $$
  select jsonb_build_object('id', r.wave, 'at', internal.minute(r.at), 'contacts', r.contacts, 'copies', r.copies,
    'generations', r.generations, 'backup_at', internal.minute(r.backup_at),
    'backups_gone_at', internal.minute(r.backups_gone_at))
$$;
create function internal.study_page_certificate(me public.person, above bigint, n integer)
returns table (change bigint, id text, "row" jsonb) language sql stable as $$
  select c.change, c.wave::text, internal.row_of(c) from public.certificate c
  where me.role = 'lead' and c.study = me.study and c.change > above order by c.change limit n
$$;

create function internal.destroy_register() returns trigger
language plpgsql security definer set search_path = '' as $$
declare
  keys integer;
  copies integer;
  gone integer;
begin
  select count(*) into keys from public.field_key k where k.wave = new.id;
  select count(*) into copies from public.sealed_key s where s.wave = new.id;
  select count(*) into gone from public.contact o join public."case" c on c.id = o."case"
    where c.wave = new.id and o.box <> '';
  perform internal.bury_contact(o) from public.contact o join public."case" c on c.id = o."case" where c.wave = new.id;
  perform internal.drop_copies(new.study, null, new.id);
  insert into public.certificate (wave, study, contacts, copies, generations, backup_at, change)
    values (new.id, new.study, gone, copies, keys, (select s.backup_at from public.server_state s),
      internal.next_change(new.study));
  return null;
end $$;
create trigger destroy_register after update of status on public.wave for each row
  when (old.status <> 'closed' and new.status = 'closed') execute function internal.destroy_register();

-- A device's own word. Whatever it names, if the device is its sender's: it may have been revoked, or unknown as a holder.
create function internal.command_cases_key_destroyed(actor public.person, id uuid, hash text, body jsonb, base jsonb)
returns jsonb language plpgsql as $$
declare
  about public.device;
begin
  if not internal.has_keys(body, array['device', 'wave']) or not internal.is_id(body -> 'device')
    or not internal.is_id(body -> 'wave') then
    return internal.rejected('malformed');
  end if;
  about := internal.device_of(actor, (body ->> 'device')::uuid);
  if about.id is null then return internal.rejected('unknown_reference'); end if;
  if about.person <> actor.id then return internal.rejected('not_allowed'); end if;
  update public.destruction d set at = now(), by_hand = false, change = internal.next_change(actor.study)
    where d.wave = (body ->> 'wave')::uuid and d.device = about.id and (d.at is null or d.by_hand);
  return internal.accepted(not found);
end $$;

create function internal.confirm_destroyed(actor public.person, args jsonb) returns jsonb language plpgsql as $$
begin
  if not internal.has_keys(args, array['device', 'wave']) or not internal.is_id(args -> 'wave')
    or not (jsonb_typeof(args -> 'device') = 'null' or internal.is_id(args -> 'device')) then
    return internal.refused('malformed');
  end if;
  if args ->> 'device' is null then
    update public.certificate c set backups_gone_at = now(), change = internal.next_change(actor.study)
      where c.wave = (args ->> 'wave')::uuid and c.study = actor.study and c.backups_gone_at is null;
  else
    update public.destruction d set at = now(), by_hand = true, change = internal.next_change(actor.study)
      where d.wave = (args ->> 'wave')::uuid and d.device = (args ->> 'device')::uuid and d.study = actor.study
        and d.at is null;
  end if;
  if not found then return internal.refused('unknown_reference'); end if;
  perform internal.note(actor, 'key.confirm_destroyed', coalesce((args ->> 'device')::uuid, (args ->> 'wave')::uuid));
  return internal.done(jsonb_build_object('wave', args ->> 'wave'));
end $$;

create function public.act_confirm_destroyed(act_id uuid, args text) returns jsonb
language sql security definer set search_path = '' as $$ select internal.act('confirm_destroyed', act_id, args) $$;

revoke all on table public.certificate from public, anon, authenticated;
revoke all on function public.act_confirm_destroyed(uuid, text) from public, anon, authenticated;
grant execute on function public.act_confirm_destroyed(uuid, text) to authenticated;
revoke all on all functions in schema internal from public;

update public.server_state set schema = schema + 1;
