-- Contacts, written by whoever calls as well as by leads. What is in them is sealed; the server sees case, generation and
-- ciphertext. A marker without a box says that they asked to be deleted.

alter table public.contact add column rev jsonb not null default '{"box": 1}';

create or replace function internal.row_of(r public.contact) returns jsonb language sql immutable as $$
  select jsonb_build_object('id', r.id, 'case', r."case", 'generation', r.generation, 'box', r.box, 'rev', r.rev)
$$;

-- The assignee who calls, and leads: no other role, whatever case it was once given.
create or replace function internal.study_page_contact(me public.person, above bigint, n integer)
returns table (change bigint, id text, "row" jsonb) language sql stable as $$
  (select o.change, o.id::text, internal.row_of(o) from public.contact o
    where me.role = 'lead' and o.study = me.study and o.change > above order by o.change limit n)
  union all
  (select o.change, o.id::text, internal.row_of(o)
    from public."case" c join public.contact o on o."case" = c.id
    where me.role = 'interviewer' and c.assignee = me.id and o.change > above order by o.change limit n)
$$;

create function internal.bury_contact(gone public.contact) returns void language sql as $$
  delete from public.contact c where c.id = gone.id;
  insert into public.tombstone (study, feed, change, noun, row_id)
    values (gone.study, 'study', internal.next_change(gone.study), 'contact', gone.id::text);
$$;

-- Case and wave of a contact's command; no row where the actor may not write there.
create function internal.contact_case(actor public.person, about uuid) returns public."case" language sql stable as $$
  select c from public."case" c where c.id = about and c.study = actor.study
$$;

create function internal.put_contact(actor public.person, body jsonb, base jsonb)
returns jsonb language plpgsql as $$
declare
  row public."case" := internal.contact_case(actor, (body ->> 'case')::uuid);
  kept public.contact;
  wave_status text;
  stale jsonb;
begin
  if not internal.has_keys(body, array['box', 'case', 'contact', 'generation'])
    or not internal.is_id(body -> 'contact') or not internal.is_id(body -> 'case')
    or not internal.is_count(body -> 'generation') or jsonb_typeof(body -> 'box') <> 'string'
    or body ->> 'box' !~ '^[A-Za-z0-9+/_=-]+$'
    or not internal.has_keys(base, array['box']) or not internal.is_count(base -> 'box') then
    return internal.rejected('malformed');
  end if;
  if char_length(body ->> 'box') > 65536 then return internal.rejected('too_large'); end if;
  if row.id is null then return internal.rejected('unknown_reference'); end if;
  if actor.role = 'coder' or not internal.may_report(actor, row) then return internal.rejected('not_allowed'); end if;
  select status into wave_status from public.wave where id = row.wave;
  -- After the close nothing is kept; nor of a case that asked to be deleted.
  if wave_status = 'closed'
    or exists (select from public.contact o where o."case" = row.id and o.box = '') then
    return internal.accepted(true);
  end if;
  select * into kept from public.contact o where o.id = (body ->> 'contact')::uuid;
  if kept.id is null then
    -- Deleted while its author was changing it: deleting wins.
    if (base ->> 'box')::integer > 0 then return internal.accepted(true); end if;
    insert into public.contact (id, study, "case", generation, box, change)
      values ((body ->> 'contact')::uuid, row.study, row.id, (body ->> 'generation')::integer, body ->> 'box',
        internal.next_change(row.study));
  else
    -- A contact stays with its case: the box is sealed for it.
    if kept."case" <> row.id or not internal.is_base(base, array['box'], kept.rev) then
      return internal.rejected('malformed');
    end if;
    stale := internal.stale(base, jsonb_build_object('box', kept.box), kept.rev);
    if stale is not null then
      return jsonb_build_object('result', 'conflict', 'reason', 'stale', 'current', stale);
    end if;
    update public.contact o set generation = (body ->> 'generation')::integer, box = body ->> 'box',
      rev = jsonb_build_object('box', (kept.rev ->> 'box')::integer + 1), change = internal.next_change(row.study)
      where o.id = kept.id;
  end if;
  return internal.accepted(not actor.active or (actor.role <> 'lead' and row.assignee is distinct from actor.id));
end $$;

-- One that is gone already is gone: whoever came second meant the same, and is late.
create function internal.delete_contact(actor public.person, body jsonb) returns jsonb language plpgsql as $$
declare
  kept public.contact;
begin
  if not internal.has_keys(body, array['contact']) or not internal.is_id(body -> 'contact') then
    return internal.rejected('malformed');
  end if;
  if actor.role = 'coder' then return internal.rejected('not_allowed'); end if;
  select * into kept from public.contact o where o.id = (body ->> 'contact')::uuid and o.study = actor.study;
  if kept.id is null then return internal.accepted(true); end if;
  if not internal.may_report(actor, internal.contact_case(actor, kept."case")) then
    return internal.rejected('not_allowed');
  end if;
  -- The marker of an erasure stays.
  if kept.box <> '' then perform internal.bury_contact(kept); end if;
  return internal.accepted(kept.box = '' or not actor.active);
end $$;

create function internal.erase_contacts(actor public.person, body jsonb) returns jsonb language plpgsql as $$
declare
  row public."case" := internal.contact_case(actor, (body ->> 'case')::uuid);
begin
  if not internal.has_keys(body, array['case', 'marker']) or not internal.is_id(body -> 'case')
    or not internal.is_id(body -> 'marker') then
    return internal.rejected('malformed');
  end if;
  if row.id is null then return internal.rejected('unknown_reference'); end if;
  if actor.role = 'coder' or not internal.may_report(actor, row) then return internal.rejected('not_allowed'); end if;
  if exists (select from public.contact o where o."case" = row.id and o.box = '')
    or exists (select from public.wave w where w.id = row.wave and w.status = 'closed') then
    return internal.accepted(true);
  end if;
  perform internal.bury_contact(o) from public.contact o where o."case" = row.id;
  insert into public.contact (id, study, "case", generation, box, change)
    values ((body ->> 'marker')::uuid, row.study, row.id, 0, '', internal.next_change(row.study));
  -- Without a time or a reason: that it was done is the marker.
  return internal.accepted(not actor.active);
end $$;

create or replace function internal.command_cases_contact_put(actor public.person, id uuid, hash text, body jsonb, base jsonb)
returns jsonb language sql as $$ select internal.put_contact(actor, body, base) $$;
drop function internal.put_contact(public.person, jsonb);
create function internal.command_cases_contact_delete(actor public.person, id uuid, hash text, body jsonb, base jsonb)
returns jsonb language sql as $$ select internal.delete_contact(actor, body) $$;
create function internal.command_cases_contact_erase(actor public.person, id uuid, hash text, body jsonb, base jsonb)
returns jsonb language sql as $$ select internal.erase_contacts(actor, body) $$;

revoke all on all functions in schema internal from public;
