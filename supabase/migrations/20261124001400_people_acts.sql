-- Acts on people: invitations, roles, and leaving; and the removal of the practice study with everybody in it.

create function internal.invite(actor public.person, args jsonb) returns jsonb language plpgsql as $$
declare
  until timestamptz;
begin
  if not internal.has_keys(args, array['code_hash', 'expires_at', 'invitation', 'role'])
    or not internal.is_id(args -> 'invitation') or not internal.is_hash(args -> 'code_hash')
    or coalesce(args ->> 'role', '') not in ('interviewer', 'coder', 'lead')
    or coalesce(args ->> 'expires_at', '') !~ '^[0-9]{4}-[0-9]{2}-[0-9]{2}T' then
    return internal.refused('malformed');
  end if;
  until := (args ->> 'expires_at')::timestamptz;
  if until <= now() or until > now() + interval '1 year' then return internal.refused('malformed'); end if;
  insert into public.invitation (id, study, role, expires_at, code_hash, change)
    values ((args ->> 'invitation')::uuid, actor.study, args ->> 'role', until, args ->> 'code_hash',
      internal.next_change(actor.study));
  perform internal.note(actor, 'invitation.make', (args ->> 'invitation')::uuid);
  return internal.done(jsonb_build_object('invitation', args ->> 'invitation'));
end $$;

create function internal.revoke_invitation(actor public.person, args jsonb) returns jsonb language plpgsql as $$
declare
  kept public.invitation;
begin
  if not internal.has_keys(args, array['invitation']) or not internal.is_id(args -> 'invitation') then
    return internal.refused('malformed');
  end if;
  select * into kept from public.invitation i
    where i.id = (args ->> 'invitation')::uuid and i.study = actor.study for update;
  if kept.id is null then return internal.refused('unknown_reference'); end if;
  if kept.state = 'used' then return internal.refused('wrong_state'); end if;
  update public.invitation i set state = 'revoked', change = internal.next_change(actor.study) where i.id = kept.id;
  perform internal.note(actor, 'invitation.revoke', kept.id);
  return internal.done(jsonb_build_object('invitation', kept.id));
end $$;

create function internal.person_of(actor public.person, args jsonb) returns public.person language sql stable as $$
  select p from public.person p where p.id = (args ->> 'person')::uuid and p.study = actor.study
$$;

-- A study without an active lead could never be led again.
create function internal.is_last_lead(about public.person) returns boolean language sql stable as $$
  select about.role = 'lead' and about.active and not exists (
    select from public.person p where p.study = about.study and p.role = 'lead' and p.active and p.id <> about.id)
$$;

create function internal.deactivate_person(actor public.person, args jsonb) returns jsonb language plpgsql as $$
declare
  about public.person := internal.person_of(actor, args);
begin
  if not internal.has_keys(args, array['person']) or not internal.is_id(args -> 'person') then
    return internal.refused('malformed');
  end if;
  if about.id is null then return internal.refused('unknown_reference'); end if;
  if not about.active or internal.is_last_lead(about) then return internal.refused('wrong_state'); end if;
  update public.person p set active = false, deactivated_at = now(), generation = p.generation + 1,
    change = internal.next_change(actor.study) where p.id = about.id;
  perform internal.note(actor, 'person.deactivate', about.id);
  return internal.done(jsonb_build_object('person', about.id));
end $$;

-- Whoever reads interviews of a wave must not make them in it, nor the other way round: between the two roles an
-- account changes only while no wave is open in which it has called, or could have read.
create function internal.may_change_role(about public.person, role text) returns boolean language sql stable as $$
  select case
    when role = 'coder' then not exists (
      select from public.assignment g join public.wave w on w.id = g.wave
      where g.person = about.id and w.status = 'open')
    when role = 'interviewer' and about.role = 'coder' then not exists (
      select from public.interview i join public.wave w on w.id = i.wave
      where w.study = about.study and w.status = 'open')
    else true end
$$;

create function internal.change_role(actor public.person, args jsonb) returns jsonb language plpgsql as $$
declare
  about public.person := internal.person_of(actor, args);
begin
  if not internal.has_keys(args, array['person', 'role']) or not internal.is_id(args -> 'person')
    or coalesce(args ->> 'role', '') not in ('interviewer', 'coder', 'lead') then
    return internal.refused('malformed');
  end if;
  if about.id is null then return internal.refused('unknown_reference'); end if;
  if not about.active or about.role = args ->> 'role' or internal.is_last_lead(about)
    or not internal.may_change_role(about, args ->> 'role') then
    return internal.refused('wrong_state');
  end if;
  update public.person p set role = args ->> 'role', interviewed = p.interviewed or args ->> 'role' = 'interviewer',
    generation = p.generation + 1, change = internal.next_change(actor.study) where p.id = about.id;
  perform internal.note(actor, 'person.role', about.id);
  return internal.done(jsonb_build_object('person', about.id));
end $$;

-- Everything of the practice study goes in one step, its accounts too. By a lead of it, or of the real study.
create function internal.remove_practice(actor public.person, args jsonb) returns jsonb language plpgsql as $$
declare
  gone uuid;
  people uuid[];
begin
  if not internal.has_keys(args, array['study']) or not internal.is_id(args -> 'study') then
    return internal.refused('malformed');
  end if;
  gone := (args ->> 'study')::uuid;
  if not exists (select from public.study s where s.id = gone) then return internal.refused('unknown_reference'); end if;
  if not exists (select from public.study s where s.id = gone and s.practice) then
    return internal.refused('practice_only');
  end if;
  perform internal.lock_study(gone);
  select array_agg(id) into people from public.person p where p.study = gone;
  delete from public.hand_in_log where id in (
    select hand_in from public.waiting w where w.study = gone
    union all select hand_in from public.interview i where i.study = gone);
  delete from public.waiting w where w.study = gone;
  delete from public.answer a where a.study = gone;
  delete from public.interview i where i.study = gone;
  delete from public.tally t where t.person = any (people);
  delete from public.contact c where c.study = gone;
  update public."case" c set completed_by = null where c.study = gone;
  delete from public.attempt a where a.study = gone;
  delete from public.assignment g where g.person = any (people);
  delete from public."case" c where c.study = gone;
  delete from public.instrument i where i.study = gone;
  delete from public.wave w where w.study = gone;
  delete from public.invitation i where i.study = gone;
  delete from public.command_log l where l.study = gone;
  delete from public.audit a where a.study = gone;
  delete from public.person p where p.study = gone;
  delete from auth.users u where u.id = any (people);
  delete from public.study s where s.id = gone;
  return internal.done('{"removed": true}');
end $$;

create function public.act_found_study(act_id uuid, args text) returns jsonb
language sql security definer set search_path = '' as $$ select internal.act('found_study', act_id, args) $$;
create function public.act_invite(act_id uuid, args text) returns jsonb
language sql security definer set search_path = '' as $$ select internal.act('invite', act_id, args) $$;
create function public.act_revoke_invitation(act_id uuid, args text) returns jsonb
language sql security definer set search_path = '' as $$ select internal.act('revoke_invitation', act_id, args) $$;
create function public.act_create_wave(act_id uuid, args text) returns jsonb
language sql security definer set search_path = '' as $$ select internal.act('create_wave', act_id, args) $$;
create function public.act_publish_instrument(act_id uuid, args text) returns jsonb
language sql security definer set search_path = '' as $$ select internal.act('publish_instrument', act_id, args) $$;
create function public.act_draw_cases(act_id uuid, args text) returns jsonb
language sql security definer set search_path = '' as $$ select internal.act('draw_cases', act_id, args) $$;
create function public.act_open_wave(act_id uuid, args text) returns jsonb
language sql security definer set search_path = '' as $$ select internal.act('open_wave', act_id, args) $$;
create function public.act_close_wave(act_id uuid, args text) returns jsonb
language sql security definer set search_path = '' as $$ select internal.act('close_wave', act_id, args) $$;
create function public.act_deactivate_person(act_id uuid, args text) returns jsonb
language sql security definer set search_path = '' as $$ select internal.act('deactivate_person', act_id, args) $$;
create function public.act_change_role(act_id uuid, args text) returns jsonb
language sql security definer set search_path = '' as $$ select internal.act('change_role', act_id, args) $$;
create function public.act_report_backup(act_id uuid, args text) returns jsonb
language sql security definer set search_path = '' as $$ select internal.act('report_backup', act_id, args) $$;
create function public.act_remove_practice(act_id uuid, args text) returns jsonb
language sql security definer set search_path = '' as $$ select internal.act('remove_practice', act_id, args) $$;
