-- Accounts without an admin API: the first lead comes by the set-up code, everybody else by an invitation.

-- As src/study/code.ts: forgives case, spaces, hyphens, and the look-alikes that the alphabet leaves out.
create function internal.code_hash(code text) returns text language sql immutable as $$
  select encode(sha256(convert_to('lagesbild-code:' ||
    translate(upper(regexp_replace(code, '[[:space:]\u2010\u2011\u2013-]', '', 'g')), 'ILO', '110'), 'UTF8')), 'hex')
$$;

-- The embedded server writes the hash itself at its first start; on a hosted project this is called by hand:
--   select internal.set_setup_code('<the code>');
-- Refused once a real study has been founded: a new code would make a second founder.
create function internal.set_setup_code(code text) returns boolean language plpgsql as $$
begin
  if exists (select from public.study where not practice) then return false; end if;
  update public.server_state set setup_code_hash = internal.code_hash(code);
  return true;
end $$;

create function public.hello() returns jsonb
language sql stable security definer set search_path = '' as $$
  select jsonb_build_object(
    'epoch', s.epoch,
    'schema', s.schema,
    'founded', exists (select from public.study where not practice),
    'practice', exists (select from public.study where practice),
    'time', internal.iso(clock_timestamp()),
    'backup_at', internal.iso(s.backup_at))
  from public.server_state s
$$;

-- Says in words what the sign-up would only fail at.
create function public.check_invitation(code text) returns jsonb
language plpgsql stable security definer set search_path = '' as $$
declare
  hash text := internal.code_hash(code);
  found record;
begin
  if exists (select from public.server_state where setup_code_hash = hash) then
    return '{"ok": true, "kind": "setup"}';
  end if;
  select i.role, i.state, i.expires_at, s.name as study into found
    from public.invitation i join public.study s on s.id = i.study where i.code_hash = hash;
  if found is null or found.state = 'revoked' then return '{"ok": false, "reason": "unknown"}'; end if;
  if found.state = 'used' then return '{"ok": false, "reason": "used"}'; end if;
  if found.expires_at <= now() then return '{"ok": false, "reason": "expired"}'; end if;
  return jsonb_build_object('ok', true, 'kind', 'invitation', 'role', found.role, 'study', found.study);
end $$;

-- The guard of every sign-up, also of one sent straight to the API. Only `code` and `name` of the metadata are
-- looked at, so a role written there means nothing. What the auth service put there itself is all that stays.
create function internal.join_by_code() returns trigger
language plpgsql security definer set search_path = '' as $$
declare
  meta jsonb := internal.metadata(new.raw_user_meta_data);
  hash text := internal.code_hash(coalesce(meta ->> 'code', ''));
  called text := btrim(coalesce(meta ->> 'name', ''));
  found public.invitation;
begin
  new.raw_user_meta_data := internal.own_metadata(meta);
  if called = '' or char_length(called) > 200 then
    raise exception 'sign-up: a name is needed' using errcode = '22023';
  end if;
  if exists (select from public.server_state where setup_code_hash = hash) then
    insert into public.person (id, name, role) values (new.id, called, 'lead');
    insert into public.audit (person, what) values (new.id, 'join.setup');
    return new;
  end if;
  select * into found from public.invitation where code_hash = hash;
  if found.id is not null then
    perform internal.lock_study(found.study);
    update public.invitation set state = 'used', change = internal.next_change(study)
      where id = found.id and state = 'open' and expires_at > now() returning * into found;
  end if;
  if found.id is null then
    raise exception 'sign-up: an invitation is needed' using errcode = '42501';
  end if;
  insert into public.person (id, study, name, role, interviewed, change)
    values (new.id, found.study, called, found.role, found.role = 'interviewer', internal.next_change(found.study));
  insert into public.audit (study, person, what, about) values (found.study, new.id, 'join.invitation', found.id);
  return new;
end $$;

-- The embedded auth service writes an object as a JSON string.
create function internal.metadata(meta jsonb) returns jsonb language sql immutable as $$
  select case jsonb_typeof(meta) when 'object' then meta when 'string' then (meta #>> '{}')::jsonb else '{}' end
$$;

create function internal.own_metadata(meta jsonb) returns jsonb language sql immutable as $$
  select coalesce(jsonb_object_agg(key, value), '{}') from jsonb_each(meta)
  where key in ('sub', 'email', 'email_verified', 'phone_verified')
$$;

create trigger join_by_code before insert on auth.users
  for each row execute function internal.join_by_code();

-- The auth service writes the same metadata into the identity.
create function internal.clean_identity() returns trigger
language plpgsql security definer set search_path = '' as $$
begin
  new.identity_data := internal.own_metadata(internal.metadata(new.identity_data));
  return new;
end $$;
create trigger clean_identity before insert on auth.identities
  for each row execute function internal.clean_identity();
