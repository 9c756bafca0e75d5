-- The codebook: codes in a tree, every version of each, and the versions that were given a name.

create table public.code (
  id text primary key,
  study uuid not null references public.study (id) on delete cascade,
  author uuid not null,
  interview uuid,
  feed text not null,
  change bigint not null default 0,
  key text,
  parent text,
  place double precision not null,
  status text not null check (status in ('active', 'retired', 'merged', 'proposed')),
  successor text,
  fields jsonb not null,
  rev jsonb not null
);
create unique index code_key on public.code (study, key);

-- A code as it stood from a version of the codebook on.
create table public.code_version (
  id text primary key,
  study uuid not null references public.study (id) on delete cascade,
  author uuid not null,
  interview uuid,
  feed text not null,
  change bigint not null default 0,
  code text not null,
  version integer not null,
  was jsonb not null
);
create index code_version_newest on public.code_version (study, version);
create index code_version_of_code on public.code_version (code);

create table public.codebook_version (
  id text primary key,
  study uuid not null references public.study (id) on delete cascade,
  author uuid not null,
  interview uuid,
  feed text not null,
  change bigint not null default 0,
  version integer not null,
  label text not null,
  note text not null
);

-- What somebody wants changed: `fields` reworded, or `asked`, another command on the code.
create table public.proposal (
  id text primary key,
  study uuid not null references public.study (id) on delete cascade,
  author uuid not null,
  interview uuid,
  feed text not null,
  change bigint not null default 0,
  code text not null,
  fields jsonb not null,
  asked jsonb,
  note text not null,
  state text not null check (state in ('open', 'taken', 'declined'))
);
select internal.make_coding(noun) from unnest(array['code', 'code_version', 'codebook_version', 'proposal']) noun;

create function internal.row_of(r public.code) returns jsonb language sql stable as $$
  select jsonb_build_object('id', r.id, 'key', r.key, 'parent', r.parent, 'order', r.place, 'status', r.status,
    'successor', r.successor, 'fields', r.fields, 'by', r.author, 'rev', r.rev)
$$;
create function internal.row_of(r public.code_version) returns jsonb language sql stable as $$
  select jsonb_build_object('id', r.id, 'code', r.code, 'version', r.version, 'by', r.author, 'was', r.was)
$$;
create function internal.row_of(r public.codebook_version) returns jsonb language sql stable as $$
  select jsonb_build_object('id', r.id, 'version', r.version, 'label', r.label, 'note', r.note)
$$;
create function internal.row_of(r public.proposal) returns jsonb language sql stable as $$
  select jsonb_build_object('id', r.id, 'code', r.code, 'by', r.author, 'fields', r.fields, 'note', r.note,
    'state', r.state) || case when r.asked is null then '{}' else jsonb_build_object('asked', r.asked) end
$$;

create function internal.is_code_field(field text, value jsonb) returns boolean language sql immutable as $$
  select coalesce(case
    when field in ('name_sv', 'name_en') then internal.is_text(value, 200)
    when field in ('definition_sv', 'definition_en', 'use', 'not_use', 'example', 'memo') then internal.is_text(value, 5000)
    when field = 'colour' then jsonb_typeof(value) = 'string' and value #>> '{}' ~ '^#[0-9a-f]{6}$'
    when field = 'questions' then internal.are_names(value)
    when field = 'opposites' then jsonb_typeof(value) = 'array' and jsonb_array_length(value) <= 100
      and not exists (select from jsonb_array_elements(value) one where not internal.is_id(one.value))
  end, false)
$$;
create function internal.code_fields() returns text[] language sql immutable as $$
  select array['name_sv', 'name_en', 'definition_sv', 'definition_en', 'use', 'not_use', 'example', 'colour', 'memo',
    'questions', 'opposites']
$$;
create function internal.are_code_fields(fields jsonb) returns boolean language sql immutable as $$
  select case when jsonb_typeof(fields) <> 'object' or fields = '{}' then false
    else not exists (select from jsonb_each(fields) f where not internal.is_code_field(f.key, f.value)) end
$$;
create function internal.is_new_code(one jsonb) returns boolean language sql immutable as $$
  select internal.has_keys(one, array['fields', 'id', 'key', 'order', 'parent']) and internal.is_id(one -> 'id')
    and (one -> 'parent' = 'null' or internal.is_id(one -> 'parent')) and jsonb_typeof(one -> 'order') = 'number'
    and (one -> 'key' = 'null' or one ->> 'key' ~ '^[a-z0-9_]{1,40}([.][a-z0-9_]{1,60})?$')
    and internal.has_keys(one -> 'fields', internal.code_fields()) and internal.are_code_fields(one -> 'fields')
    and btrim((one #>> '{fields,name_sv}') || (one #>> '{fields,name_en}')) <> ''
$$;

create function internal.codebook_at(of_study uuid) returns integer language sql stable as $$
  select coalesce(max(version), 0) from public.code_version where study = of_study
$$;
-- The codebook has a new version: the code as it stands now. One that is only proposed, or hidden, is not in it.
create function internal.note_code(about public.code, by_person uuid, at_version integer default null) returns void
language plpgsql as $$
declare
  v integer := coalesce(at_version, internal.codebook_at(about.study) + 1);
begin
  if about.status = 'proposed' or about.feed <> 'coding' then return; end if;
  insert into public.code_version (id, study, author, code, version, was)
    values (about.id || '/' || v, about.study, by_person, about.id, v, internal.row_of(about) - array['id', 'by', 'rev']);
end $$;

create function internal.code_for(actor public.person, wanted text) returns public.code language sql stable as $$
  select c from public.code c where c.id = wanted and c.study = actor.study and internal.sees(actor, c.feed)
$$;
create function internal.fresh_code_rev() returns jsonb language sql immutable as $$
  select jsonb_object_agg(f, 1) from unnest(internal.code_fields() || array['place', 'status']) f
$$;

create function internal.command_coding_code_create(actor public.person, id uuid, hash text, body jsonb, base jsonb)
returns jsonb language plpgsql as $$
declare
  row public.code;
  late boolean := not actor.active;
  wanted_key text := body ->> 'key';
begin
  if not internal.has_keys(body, array['code', 'fields', 'key', 'order', 'parent'])
    or not internal.is_new_code((body - 'code') || jsonb_build_object('id', body -> 'code')) then
    return internal.rejected('malformed');
  end if;
  if not internal.may_code(actor) then return internal.rejected('not_allowed'); end if;
  if body ->> 'parent' is not null and (internal.code_for(actor, body ->> 'parent')).id is null then
    return internal.rejected('unknown_reference');
  end if;
  -- Two who thought of the same lasting name: the second does without.
  if exists (select from public.code c where c.study = actor.study and c.key = wanted_key) then
    wanted_key := null; late := true;
  end if;
  insert into public.code (id, study, author, key, parent, place, status, fields, rev)
    values (body ->> 'code', actor.study, actor.id, wanted_key, body ->> 'parent', (body ->> 'order')::float8,
      case when internal.is_frozen(actor.study, actor.id) then 'proposed' else 'active' end,
      body -> 'fields', internal.fresh_code_rev())
    returning * into row;
  perform internal.note_code(row, actor.id);
  return internal.accepted(late);
end $$;

-- Frozen: what was to be changed is kept as a wish, and the code stays as it is.
create function internal.propose(actor public.person, id uuid, of_code text, wished jsonb, asked jsonb) returns jsonb
language plpgsql as $$
begin
  insert into public.proposal (id, study, author, code, fields, asked, note, state)
    values (id::text, actor.study, actor.id, of_code, wished, asked, '', 'open');
  return internal.accepted(true);
end $$;

create function internal.command_coding_code_edit(actor public.person, id uuid, hash text, body jsonb, base jsonb)
returns jsonb language plpgsql as $$
declare
  row public.code;
  names text[];
  stale jsonb;
begin
  if not internal.has_keys(body, array['code', 'fields']) or not internal.is_id(body -> 'code')
    or not internal.are_code_fields(body -> 'fields') then
    return internal.rejected('malformed');
  end if;
  if not internal.may_code(actor) then return internal.rejected('not_allowed'); end if;
  row := internal.code_for(actor, body ->> 'code');
  if row.id is null then return internal.rejected('unknown_reference'); end if;
  select array_agg(k) into names from jsonb_object_keys(body -> 'fields') k;
  if not internal.is_base(base, names, row.rev)
    or btrim(((row.fields || (body -> 'fields')) ->> 'name_sv') || ((row.fields || (body -> 'fields')) ->> 'name_en')) = '' then
    return internal.rejected('malformed');
  end if;
  if row.status <> 'proposed' and internal.is_frozen(actor.study, actor.id) then
    return internal.propose(actor, id, row.id, body -> 'fields', null);
  end if;
  stale := internal.stale(base, row.fields, row.rev);
  if stale is not null then
    return jsonb_build_object('result', 'conflict', 'reason', 'stale', 'current', stale);
  end if;
  update public.code c set fields = c.fields || (body -> 'fields'),
    rev = c.rev || (select jsonb_object_agg(n, (c.rev ->> n)::integer + 1) from unnest(names) n)
    where c.id = row.id returning * into row;
  perform internal.note_code(row, actor.id);
  return internal.accepted(not actor.active);
end $$;

-- What both who moved or merged must see, where only one of them can have it.
create function internal.tree_conflict(about public.code, part text) returns jsonb language sql immutable as $$
  select jsonb_build_object('result', 'conflict', 'reason', 'stale', 'current', jsonb_build_object(part,
    jsonb_build_object('rev', about.rev -> part, 'value', case part
      when 'place' then jsonb_build_object('parent', about.parent, 'order', about.place)
      else jsonb_build_object('status', about.status, 'successor', about.successor) end)))
$$;

create function internal.command_coding_code_move(actor public.person, id uuid, hash text, body jsonb, base jsonb)
returns jsonb language plpgsql as $$
declare
  row public.code;
  onto text := body ->> 'parent';
begin
  if not internal.has_keys(body, array['code', 'order', 'parent']) or not internal.is_id(body -> 'code')
    or not (body -> 'parent' = 'null' or internal.is_id(body -> 'parent'))
    or jsonb_typeof(body -> 'order') <> 'number' then
    return internal.rejected('malformed');
  end if;
  if not internal.may_code(actor) then return internal.rejected('not_allowed'); end if;
  row := internal.code_for(actor, body ->> 'code');
  if row.id is null or (onto is not null and (internal.code_for(actor, onto)).id is null) then
    return internal.rejected('unknown_reference');
  end if;
  if not internal.is_base(base, array['place'], row.rev) then return internal.rejected('malformed'); end if;
  if row.status <> 'proposed' and internal.is_frozen(actor.study, actor.id) then
    return internal.propose(actor, id, row.id, '{}', jsonb_build_object('kind', 'code.move', 'payload', body));
  end if;
  -- Two who moved at once: each alone would do, both together would tie a knot.
  if (base ->> 'place')::integer < (row.rev ->> 'place')::integer or exists (
    with recursive up (id, parent) as (
      select c.id, c.parent from public.code c where c.id = onto
      union select c.id, c.parent from public.code c join up on c.id = up.parent)
    select from up where up.id = row.id) then
    return internal.tree_conflict(row, 'place');
  end if;
  update public.code c set parent = onto, place = (body ->> 'order')::float8,
    rev = c.rev || jsonb_build_object('place', (c.rev ->> 'place')::integer + 1)
    where c.id = row.id returning * into row;
  perform internal.note_code(row, actor.id);
  return internal.accepted(not actor.active);
end $$;

create function internal.command_coding_code_merge(actor public.person, id uuid, hash text, body jsonb, base jsonb)
returns jsonb language plpgsql as $$
declare
  row public.code;
  onto text := body ->> 'into';
begin
  if not internal.has_keys(body, array['code', 'into']) or not internal.is_id(body -> 'code')
    or not (body -> 'into' = 'null' or internal.is_id(body -> 'into')) then
    return internal.rejected('malformed');
  end if;
  if not internal.may_code(actor) then return internal.rejected('not_allowed'); end if;
  row := internal.code_for(actor, body ->> 'code');
  if row.id is null or (onto is not null and (internal.code_for(actor, onto)).id is null) then
    return internal.rejected('unknown_reference');
  end if;
  if not internal.is_base(base, array['status'], row.rev) then return internal.rejected('malformed'); end if;
  if row.status <> 'proposed' and internal.is_frozen(actor.study, actor.id) then
    return internal.propose(actor, id, row.id, '{}', jsonb_build_object('kind', 'code.merge', 'payload', body));
  end if;
  if (base ->> 'status')::integer < (row.rev ->> 'status')::integer or exists (
    with recursive on_ (id, successor) as (
      select c.id, c.successor from public.code c where c.id = onto
      union select c.id, c.successor from public.code c join on_ on c.id = on_.successor)
    select from on_ where on_.id = row.id) then
    return internal.tree_conflict(row, 'status');
  end if;
  update public.code c set successor = onto, status = case when onto is null then 'active' else 'merged' end,
    rev = c.rev || jsonb_build_object('status', (c.rev ->> 'status')::integer + 1)
    where c.id = row.id returning * into row;
  perform internal.note_code(row, actor.id);
  return internal.accepted(not actor.active);
end $$;

create function internal.command_coding_code_status(actor public.person, id uuid, hash text, body jsonb, base jsonb)
returns jsonb language plpgsql as $$
declare
  row public.code;
  wanted text := body ->> 'status';
  frozen boolean := internal.is_frozen(actor.study, actor.id);
begin
  if not internal.has_keys(body, array['code', 'status']) or not internal.is_id(body -> 'code')
    or coalesce(wanted, '') not in ('active', 'retired', 'proposed') then
    return internal.rejected('malformed');
  end if;
  if not internal.may_code(actor) then return internal.rejected('not_allowed'); end if;
  row := internal.code_for(actor, body ->> 'code');
  if row.id is null then return internal.rejected('unknown_reference'); end if;
  if not internal.is_base(base, array['status'], row.rev) then return internal.rejected('malformed'); end if;
  -- In a blind round a coder may drop a proposal of their own; nobody makes it a code by that.
  if frozen and (row.status <> 'proposed' or wanted = 'active') then
    return internal.propose(actor, id, row.id, '{}', jsonb_build_object('kind', 'code.status', 'payload', body));
  end if;
  if (base ->> 'status')::integer < (row.rev ->> 'status')::integer or row.status = 'merged' then
    return internal.tree_conflict(row, 'status');
  end if;
  if (wanted = 'proposed' or (row.status = 'proposed' and wanted = 'active')) and actor.role <> 'lead' then
    return internal.rejected('not_allowed');
  end if;
  update public.code c set status = wanted, successor = null,
    rev = c.rev || jsonb_build_object('status', (c.rev ->> 'status')::integer + 1)
    where c.id = row.id returning * into row;
  perform internal.note_code(row, actor.id);
  return internal.accepted(not actor.active);
end $$;

create function internal.command_coding_proposal_put(actor public.person, id uuid, hash text, body jsonb, base jsonb)
returns jsonb language plpgsql as $$
declare
  row public.proposal;
  find text;
begin
  if not internal.has_keys(body, array['code', 'fields', 'note', 'proposal', 'state']) or not internal.is_id(body -> 'proposal')
    or not internal.is_id(body -> 'code') or not internal.is_text(body -> 'note', 5000)
    or not (body -> 'fields' = '{}' or internal.are_code_fields(body -> 'fields'))
    or coalesce(body ->> 'state', '') not in ('open', 'taken', 'declined') then
    return internal.rejected('malformed');
  end if;
  if not internal.may_code(actor) then return internal.rejected('not_allowed'); end if;
  find := internal.guard(body ->> 'note');
  if find is not null then return internal.rejected('identifies') || jsonb_build_object('at', 'note', 'find', find); end if;
  if (internal.code_for(actor, body ->> 'code')).id is null then return internal.rejected('unknown_reference'); end if;
  select * into row from public.proposal p
    where p.id = body ->> 'proposal' and p.study = actor.study and internal.sees(actor, p.feed);
  if row.id is not null and row.author <> actor.id and actor.role <> 'lead' then return internal.rejected('not_allowed'); end if;
  if row.id is not null then
    update public.proposal p set fields = body -> 'fields', note = body ->> 'note', state = body ->> 'state'
      where p.id = row.id;
  else
    insert into public.proposal (id, study, author, code, fields, note, state)
      values (body ->> 'proposal', actor.study, actor.id, body ->> 'code', body -> 'fields', body ->> 'note', body ->> 'state');
  end if;
  return internal.accepted(not actor.active);
end $$;

create function internal.freeze_codebook(actor public.person, args jsonb) returns jsonb language plpgsql as $$
declare
  v integer := internal.codebook_at(actor.study);
begin
  if not internal.has_keys(args, array['id', 'label', 'note']) or not internal.is_id(args -> 'id')
    or not internal.is_text(args -> 'label', 200) or btrim(args ->> 'label') = ''
    or not internal.is_text(args -> 'note', 5000) then
    return internal.refused('malformed');
  end if;
  insert into public.codebook_version (id, study, author, version, label, note)
    values (args ->> 'id', actor.study, actor.id, v, args ->> 'label', args ->> 'note');
  perform internal.note(actor, 'codebook.freeze', (args ->> 'id')::uuid);
  return internal.done(jsonb_build_object('version', v));
end $$;

create function internal.import_codebook(actor public.person, args jsonb) returns jsonb language plpgsql as $$
declare
  one jsonb;
  row public.code;
  v integer := internal.codebook_at(actor.study) + 1;
begin
  if not internal.has_keys(args, array['codes', 'label', 'note']) or not internal.is_text(args -> 'label', 200)
    or btrim(args ->> 'label') = '' or not internal.is_text(args -> 'note', 5000)
    or jsonb_typeof(args -> 'codes') <> 'array' or jsonb_array_length(args -> 'codes') not between 1 and 1000
    or exists (select from jsonb_array_elements(args -> 'codes') c where not internal.is_new_code(c.value)) then
    return internal.refused('malformed');
  end if;
  if internal.is_frozen(actor.study, actor.id) then return internal.refused('wrong_state'); end if;
  if exists (select from public.code c, jsonb_array_elements(args -> 'codes') n
    where c.study = actor.study and (c.key = n.value ->> 'key' or c.id = n.value ->> 'id')) then
    return internal.refused('wrong_state');
  end if;
  for one in select value from jsonb_array_elements(args -> 'codes') loop
    -- A parent comes before its children; one that does not is no tree, and nothing of it is kept.
    if one ->> 'parent' is not null and (internal.code_for(actor, one ->> 'parent')).id is null then
      raise exception 'codebook: a parent is missing' using errcode = '22023';
    end if;
    insert into public.code (id, study, author, key, parent, place, status, fields, rev)
      values (one ->> 'id', actor.study, actor.id, one ->> 'key', one ->> 'parent', (one ->> 'order')::float8, 'active',
        one -> 'fields', internal.fresh_code_rev())
      returning * into row;
    perform internal.note_code(row, actor.id, v);
  end loop;
  insert into public.codebook_version (id, study, author, version, label, note)
    values (gen_random_uuid()::text, actor.study, actor.id, v, args ->> 'label', args ->> 'note');
  perform internal.note(actor, 'codebook.import', null);
  return internal.done(jsonb_build_object('codes', jsonb_array_length(args -> 'codes'), 'version', v));
end $$;

create function public.act_freeze_codebook(act_id uuid, args text) returns jsonb
language sql security definer set search_path = '' as $$ select internal.act('freeze_codebook', act_id, args) $$;
create function public.act_import_codebook(act_id uuid, args text) returns jsonb
language sql security definer set search_path = '' as $$ select internal.act('import_codebook', act_id, args) $$;
revoke all on function public.act_freeze_codebook(uuid, text), public.act_import_codebook(uuid, text)
  from public, anon, authenticated;
grant execute on function public.act_freeze_codebook(uuid, text), public.act_import_codebook(uuid, text) to authenticated;
revoke all on all functions in schema internal from public;
