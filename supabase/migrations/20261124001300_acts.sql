-- Acts: online only, one RPC each, never queued. The same id with the same arguments gives the stored answer again.

create function internal.act(name text, act_id uuid, args text) returns jsonb language plpgsql as $$
declare
  actor public.person := internal.actor();
  args_hash text;
  seen public.act_log;
  answer jsonb;
begin
  if auth.uid() is null or act_id is null or args is null then return internal.refused('malformed'); end if;
  args_hash := internal.hash_of(args);
  -- Founders are ordered among themselves: they have no study yet whose lock they could take.
  if name in ('found_study', 'remove_practice') then
    perform pg_advisory_xact_lock(hashtextextended('lagesbild founding', 0));
  end if;
  if actor.study is not null then perform internal.lock_study(actor.study); end if;
  select * into seen from public.act_log l where l.id = act_id;
  if seen.id is not null then
    if seen.person = auth.uid() and seen.name = act.name and seen.hash = args_hash then return seen.answer; end if;
    return internal.refused('other_content');
  end if;
  actor := internal.actor();
  if actor.id is null or not actor.active or actor.role <> 'lead'
    or (actor.study is null and name <> 'found_study') then
    return internal.refused('not_allowed');
  end if;
  begin
    answer := internal.perform_act(name, actor, args::jsonb);
  exception when others then
    if left(sqlstate, 2) in ('40', '53', '55', '57', '58', 'XX') then
      raise exception 'not done, try again' using errcode = sqlstate;
    end if;
    answer := internal.refused('malformed');
  end;
  insert into public.act_log (id, person, study, name, hash, answer)
    values (act_id, actor.id, actor.study, name, args_hash, answer);
  return answer;
end $$;

create function internal.done(value jsonb) returns jsonb language sql immutable as $$
  select jsonb_build_object('ok', true, 'value', value)
$$;
create function internal.refused(reason text) returns jsonb language sql immutable as $$
  select jsonb_build_object('ok', false, 'reason', reason)
$$;
create function internal.note(actor public.person, what text, about uuid) returns void language sql as $$
  insert into public.audit (study, person, what, about) values (actor.study, actor.id, what, about)
$$;

create function internal.perform_act(name text, actor public.person, args jsonb) returns jsonb language plpgsql as $$
begin
  return case name
    when 'found_study' then internal.found_study(actor, args)
    when 'invite' then internal.invite(actor, args)
    when 'revoke_invitation' then internal.revoke_invitation(actor, args)
    when 'create_wave' then internal.create_wave(actor, args)
    when 'publish_instrument' then internal.publish_instrument(actor, args)
    when 'draw_cases' then internal.draw_cases(actor, args)
    when 'open_wave' then internal.open_wave(actor, args)
    when 'close_wave' then internal.close_wave(actor, args)
    when 'deactivate_person' then internal.deactivate_person(actor, args)
    when 'change_role' then internal.change_role(actor, args)
    when 'report_backup' then internal.report_backup(actor, args)
    when 'remove_practice' then internal.remove_practice(actor, args)
  end;
end $$;

create function internal.found_study(actor public.person, args jsonb) returns jsonb language plpgsql as $$
declare
  founded uuid;
begin
  if not internal.has_keys(args, array['name', 'practice', 'study']) or not internal.is_id(args -> 'study')
    or not internal.is_text(args -> 'name', 200) or btrim(args ->> 'name') = ''
    or jsonb_typeof(args -> 'practice') <> 'boolean' then
    return internal.refused('malformed');
  end if;
  if actor.study is not null then return internal.refused('wrong_state'); end if;
  founded := (args ->> 'study')::uuid;
  if not (args ->> 'practice')::boolean and exists (select from public.study s where not s.practice)
    -- A code used up in the meantime makes no founder, not of a practice study either.
    or not exists (select from public.server_state where setup_code_hash is not null) then
    return internal.refused('already_founded');
  end if;
  -- Its accounts lie in another browser, or in one that was cleared: whoever holds the set-up code may start over.
  if (args ->> 'practice')::boolean then
    perform internal.remove_practice(actor, jsonb_build_object('study', s.id)) from public.study s where s.practice;
  end if;
  insert into public.study (id, name, practice, change) values (founded, args ->> 'name', (args ->> 'practice')::boolean, 1);
  insert into public.change_counter (study, feed, last) values (founded, 'study', 2), (founded, 'interviews', 0);
  update public.person p set study = founded, generation = p.generation + 1, change = 2 where p.id = actor.id;
  if not (args ->> 'practice')::boolean then
    update public.server_state set setup_code_hash = null;
  end if;
  actor.study := founded;
  perform internal.note(actor, 'study.found', founded);
  return internal.done(jsonb_build_object('study', founded));
end $$;

create function internal.create_wave(actor public.person, args jsonb) returns jsonb language plpgsql as $$
declare
  id uuid;
begin
  if not internal.has_keys(args, array['fields', 'k', 'label', 'wave', 'year']) or not internal.is_id(args -> 'wave')
    or not internal.is_text(args -> 'label', 200) or not internal.is_count(args -> 'year')
    or not internal.is_count(args -> 'k') or (args ->> 'k')::integer < 1
    or jsonb_typeof(args -> 'fields') <> 'object'
    or exists (select from jsonb_each(args -> 'fields')
      where key <> all (internal.wave_fields()) or not internal.is_text(value, 4000)) then
    return internal.refused('malformed');
  end if;
  if (args ->> 'k')::integer < 3 and not exists (
      select from public.study s where s.id = actor.study and s.practice) then
    return internal.refused('k_too_small');
  end if;
  id := (args ->> 'wave')::uuid;
  insert into public.wave (id, study, label, year, k, fields, rev, change)
  select id, actor.study, args ->> 'label', (args ->> 'year')::integer, (args ->> 'k')::integer,
    jsonb_object_agg(f, coalesce(args -> 'fields' -> f, '""')), jsonb_object_agg(f, 1), internal.next_change(actor.study)
  from unnest(internal.wave_fields()) f;
  perform internal.note(actor, 'wave.create', id);
  return internal.done(jsonb_build_object('wave', id));
end $$;

create function internal.wave_of(actor public.person, args jsonb) returns public.wave language sql stable as $$
  select w from public.wave w where w.id = (args ->> 'wave')::uuid and w.study = actor.study
$$;

create function internal.publish_instrument(actor public.person, args jsonb) returns jsonb language plpgsql as $$
declare
  of_wave public.wave := internal.wave_of(actor, args);
  number integer;
begin
  if not internal.has_keys(args, array['definition', 'hash', 'instrument', 'note', 'wave'])
    or not internal.is_id(args -> 'instrument') or not internal.is_id(args -> 'wave')
    or not internal.is_hash(args -> 'hash') or not internal.is_text(args -> 'note', 2000)
    or not internal.is_text(args -> 'definition', 2000000)
    or jsonb_typeof((args ->> 'definition')::jsonb) <> 'object' then
    return internal.refused('malformed');
  end if;
  if of_wave.id is null then return internal.refused('unknown_reference'); end if;
  if of_wave.status = 'closed' then return internal.refused('wrong_state'); end if;
  if internal.hash_of(args ->> 'definition') <> args ->> 'hash' then return internal.refused('hash_differs'); end if;
  -- The same content again is the same version, put in force again.
  select i.version into number from public.instrument i where i.wave = of_wave.id and i.hash = args ->> 'hash';
  if number is null then
    select coalesce(max(i.version), 0) + 1 into number from public.instrument i where i.wave = of_wave.id;
    insert into public.instrument (id, study, wave, version, hash, definition, note, change)
      values ((args ->> 'instrument')::uuid, actor.study, of_wave.id, number, args ->> 'hash',
        (args ->> 'definition')::json, args ->> 'note', internal.next_change(actor.study));
  end if;
  update public.wave w set instrument = args ->> 'hash', change = internal.next_change(actor.study)
    where w.id = of_wave.id;
  perform internal.note(actor, 'instrument.publish', (args ->> 'instrument')::uuid);
  return internal.done(jsonb_build_object('version', number));
end $$;

create function internal.draw_cases(actor public.person, args jsonb) returns jsonb language plpgsql as $$
declare
  of_wave public.wave := internal.wave_of(actor, args);
  n integer;
  first bigint;
begin
  if not internal.has_keys(args, array['cases', 'wave']) or not internal.is_id(args -> 'wave')
    or jsonb_typeof(args -> 'cases') <> 'array' or jsonb_array_length(args -> 'cases') not between 1 and 1000
    or exists (select from jsonb_array_elements(args -> 'cases') c
      where not (internal.has_keys(c, array['code', 'id', 'name', 'stratum']) and internal.is_id(c -> 'id')
        and internal.is_name(c -> 'code') and internal.is_text(c -> 'name', 200)
        and internal.is_text(c -> 'stratum', 200))
        -- Joins the names of strata merged at the close.
        or c ->> 'stratum' in ('') or c ->> 'stratum' like '%+%') then
    return internal.refused('malformed');
  end if;
  if of_wave.id is null then return internal.refused('unknown_reference'); end if;
  if of_wave.status <> 'draft' then return internal.refused('wrong_state'); end if;
  -- Codes of practice cases begin with P, as no official code does: a practice study never holds a real case.
  if exists (select from public.study s where s.id = actor.study and s.practice)
    and exists (select from jsonb_array_elements(args -> 'cases') c where c ->> 'code' !~ '^P') then
    return internal.refused('practice_only');
  end if;
  n := jsonb_array_length(args -> 'cases');
  first := internal.take_changes(actor.study, 'study', n + 1);
  insert into public."case" (id, study, wave, code, name, stratum, change)
  select (c ->> 'id')::uuid, actor.study, of_wave.id, c ->> 'code', c ->> 'name', c ->> 'stratum', first + place - 1
  from jsonb_array_elements(args -> 'cases') with ordinality drawn (c, place);
  update public.wave w set change = first + n,
    strata = (select array_agg(s order by s collate "C") from (
      select unnest(w.strata) s union select c ->> 'stratum' from jsonb_array_elements(args -> 'cases') c) all_strata)
  where w.id = of_wave.id;
  perform internal.note(actor, 'cases.draw', of_wave.id);
  return internal.done(jsonb_build_object('drawn', n));
end $$;

create function internal.open_wave(actor public.person, args jsonb) returns jsonb language plpgsql as $$
declare
  of_wave public.wave := internal.wave_of(actor, args);
  wanted text[];
begin
  if not internal.has_keys(args, array['merge_order', 'wave']) or not internal.is_id(args -> 'wave')
    or jsonb_typeof(args -> 'merge_order') <> 'array' then
    return internal.refused('malformed');
  end if;
  if of_wave.id is null then return internal.refused('unknown_reference'); end if;
  if of_wave.status <> 'draft' or of_wave.instrument is null or cardinality(of_wave.strata) = 0 then
    return internal.refused('wrong_state');
  end if;
  wanted := array(select jsonb_array_elements_text(args -> 'merge_order'));
  if array(select unnest(wanted) s order by s) <> array(select unnest(of_wave.strata) s order by s) then
    return internal.refused('malformed');
  end if;
  update public.wave w set status = 'open', merge_order = wanted,
    change = internal.next_change(actor.study) where w.id = of_wave.id;
  perform internal.note(actor, 'wave.open', of_wave.id);
  return internal.done(jsonb_build_object('wave', of_wave.id));
end $$;

create function internal.close_wave(actor public.person, args jsonb) returns jsonb language plpgsql as $$
declare
  of_wave public.wave := internal.wave_of(actor, args);
  n bigint;
  first bigint;
  counted jsonb;
begin
  if not internal.has_keys(args, array['wave']) or not internal.is_id(args -> 'wave') then
    return internal.refused('malformed');
  end if;
  if of_wave.id is null then return internal.refused('unknown_reference'); end if;
  if of_wave.status <> 'open' then return internal.refused('wrong_state'); end if;
  counted := internal.close_wave(of_wave);
  select count(*) into n from public."case" c where c.wave = of_wave.id and c.status in ('new', 'active');
  first := internal.take_changes(actor.study, 'study', n + 1);
  update public."case" c set status = 'closed', change = first + numbered.place - 1
  from (select u.id, row_number() over () as place from public."case" u
    where u.wave = of_wave.id and u.status in ('new', 'active')) numbered
  where c.id = numbered.id;
  update public.wave w set status = 'closed', change = first + n where w.id = of_wave.id;
  perform internal.note(actor, 'wave.close', of_wave.id);
  return internal.done(counted);
end $$;

create function internal.report_backup(actor public.person, args jsonb) returns jsonb language plpgsql as $$
declare
  made_at timestamptz;
begin
  if not internal.has_keys(args, array['at']) or not internal.is_text(args -> 'at', 40)
    or args ->> 'at' !~ '^[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}' then
    return internal.refused('malformed');
  end if;
  made_at := (args ->> 'at')::timestamptz;
  -- Devices erase their sealed copies on this word, so the future is not believed, nor a practice lead in real work.
  if made_at > now() then return internal.refused('malformed'); end if;
  if exists (select from public.study s where s.id = actor.study and s.practice)
    and exists (select from public.study s where not s.practice) then
    return internal.refused('not_allowed');
  end if;
  update public.server_state set backup_at = greatest(backup_at, made_at);
  perform internal.note(actor, 'backup.report', null);
  return internal.done(jsonb_build_object('at', internal.iso(made_at)));
end $$;
