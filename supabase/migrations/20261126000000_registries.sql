-- Doors by name. A noun that is read and a kind of command that is taken each bring a function of their own, so that a
-- migration adds one without writing the others again:
--   internal.study_page_<noun>(me, above, n)                            rows of one noun above a change number
--   internal.command_<stream>_<kind, dot as _>(actor, id, hash, body, base)   what a command does
-- (acts go by name since the sample). No table says which there are: the catalogue does.

-- Study, wave, instrument and own person: everybody. Other people and invitations: leads. Cases with their attempts,
-- appointments and contacts: the assignee, and leads. The draw and its reserve: leads.
create function internal.study_page_study(me public.person, above bigint, n integer)
returns table (change bigint, id text, "row" jsonb) language sql stable as $$
  select s.change, s.id::text, internal.row_of(s) from public.study s
  where s.id = me.study and s.change > above
$$;

create function internal.study_page_wave(me public.person, above bigint, n integer)
returns table (change bigint, id text, "row" jsonb) language sql stable as $$
  select w.change, w.id::text, internal.row_of(w) from public.wave w
  where w.study = me.study and w.change > above order by w.change limit n
$$;

create function internal.study_page_instrument(me public.person, above bigint, n integer)
returns table (change bigint, id text, "row" jsonb) language sql stable as $$
  select i.change, i.id::text, internal.row_of(i) from public.instrument i
  where i.study = me.study and i.change > above order by i.change limit n
$$;

create function internal.study_page_person(me public.person, above bigint, n integer)
returns table (change bigint, id text, "row" jsonb) language sql stable as $$
  select p.change, p.id::text, internal.row_of(p) from public.person p
  where p.study = me.study and p.change > above and (me.role = 'lead' or p.id = me.id) order by p.change limit n
$$;

create function internal.study_page_invitation(me public.person, above bigint, n integer)
returns table (change bigint, id text, "row" jsonb) language sql stable as $$
  select v.change, v.id::text, internal.row_of(v) from public.invitation v
  where me.role = 'lead' and v.study = me.study and v.change > above order by v.change limit n
$$;

create function internal.study_page_case(me public.person, above bigint, n integer)
returns table (change bigint, id text, "row" jsonb) language sql stable as $$
  (select c.change, c.id::text, internal.row_of(c) from public."case" c
    where me.role = 'lead' and c.study = me.study and c.change > above order by c.change limit n)
  union all
  (select c.change, c.id::text, internal.row_of(c) from public."case" c
    where me.role <> 'lead' and c.assignee = me.id and c.change > above order by c.change limit n)
$$;

create function internal.study_page_attempt(me public.person, above bigint, n integer)
returns table (change bigint, id text, "row" jsonb) language sql stable as $$
  (select a.change, a.id::text, internal.row_of(a) from public.attempt a
    where me.role = 'lead' and a.study = me.study and a.change > above order by a.change limit n)
  union all
  (select a.change, a.id::text, internal.row_of(a)
    from public."case" c join public.attempt a on a."case" = c.id
    where me.role <> 'lead' and c.assignee = me.id and a.change > above order by a.change limit n)
$$;

create function internal.study_page_appointment(me public.person, above bigint, n integer)
returns table (change bigint, id text, "row" jsonb) language sql stable as $$
  (select p.change, p.id::text, internal.row_of(p) from public.appointment p
    where me.role = 'lead' and p.study = me.study and p.change > above order by p.change limit n)
  union all
  (select p.change, p.id::text, internal.row_of(p)
    from public."case" c join public.appointment p on p."case" = c.id
    where me.role <> 'lead' and c.assignee = me.id and p.change > above order by p.change limit n)
$$;

create function internal.study_page_contact(me public.person, above bigint, n integer)
returns table (change bigint, id text, "row" jsonb) language sql stable as $$
  (select o.change, o.id::text, internal.row_of(o) from public.contact o
    where me.role = 'lead' and o.study = me.study and o.change > above order by o.change limit n)
  union all
  (select o.change, o.id::text, internal.row_of(o)
    from public."case" c join public.contact o on o."case" = c.id
    where me.role <> 'lead' and c.assignee = me.id and o.change > above order by o.change limit n)
$$;

create function internal.study_page_draw(me public.person, above bigint, n integer)
returns table (change bigint, id text, "row" jsonb) language sql stable as $$
  select d.change, d.id::text, internal.row_of(d) from public.draw d
  where me.role = 'lead' and d.study = me.study and d.change > above order by d.change limit n
$$;

create function internal.study_page_replicate(me public.person, above bigint, n integer)
returns table (change bigint, id text, "row" jsonb) language sql stable as $$
  select r.change, r.id::text, internal.row_of(r) from public.replicate r
  where me.role = 'lead' and r.study = me.study and r.change > above order by r.change limit n
$$;

create or replace function internal.study_page(me public.person, above bigint, n integer)
returns table (change bigint, noun text, id text, "row" jsonb) language plpgsql stable as $$
declare
  parts text;
begin
  select string_agg(format('select change, %L, id, "row" from internal.%I($1, $2, $3)', substr(p.proname, 12), p.proname),
      ' union all ')
    into parts
    from pg_catalog.pg_proc p
    where p.pronamespace = 'internal'::regnamespace and starts_with(p.proname::text, 'study_page_');
  return query execute format(
    'select * from (%s union all (select t.change, t.noun, t.row_id, null::jsonb from public.tombstone t
       where t.study = $1.study and t.feed = ''study'' and t.change > $2 and (t.person is null or t.person = $1.id)
       order by t.change limit $3)) page (change, noun, id, "row") order by page.change limit $3', parts)
    using me, above, n;
end $$;

create function internal.command_interviews_interview_hand_in(actor public.person, id uuid, hash text, body jsonb, base jsonb)
returns jsonb language sql as $$ select internal.hand_in(actor, id, hash, body) $$;
create function internal.command_cases_case_assign(actor public.person, id uuid, hash text, body jsonb, base jsonb)
returns jsonb language sql as $$ select internal.assign_case(actor, body, base) $$;
create function internal.command_cases_attempt_record(actor public.person, id uuid, hash text, body jsonb, base jsonb)
returns jsonb language sql as $$ select internal.record_attempt(actor, body) $$;
create function internal.command_cases_contact_put(actor public.person, id uuid, hash text, body jsonb, base jsonb)
returns jsonb language sql as $$ select internal.put_contact(actor, body) $$;
create function internal.command_cases_appointment_put(actor public.person, id uuid, hash text, body jsonb, base jsonb)
returns jsonb language sql as $$ select internal.put_appointment(actor, body) $$;
create function internal.command_cases_appointment_cancel(actor public.person, id uuid, hash text, body jsonb, base jsonb)
returns jsonb language sql as $$ select internal.cancel_appointment(actor, body) $$;
create function internal.command_coding_answer_redact(actor public.person, id uuid, hash text, body jsonb, base jsonb)
returns jsonb language sql as $$ select internal.redact_answer(actor, body) $$;
create function internal.command_writing_wave_edit(actor public.person, id uuid, hash text, body jsonb, base jsonb)
returns jsonb language sql as $$ select internal.edit_wave(actor, body, base) $$;

-- The noun of a kind has no underscore, so a name belongs to one kind alone.
drop function internal.apply(text, text, public.person, uuid, text, jsonb, jsonb);
drop function internal.apply_before_appointments(text, text, public.person, uuid, text, jsonb, jsonb);
create function internal.apply(
  stream text, kind text, actor public.person, id uuid, hash text, body jsonb, base jsonb
) returns jsonb language plpgsql as $$
declare
  door text := 'command_' || stream || '_' || replace(kind, '.', '_');
  answer jsonb;
begin
  if kind !~ '^[a-z]+[.][a-z_]+$' or not exists (
    select from pg_catalog.pg_proc p where p.pronamespace = 'internal'::regnamespace and p.proname = door) then
    return internal.rejected('unknown_kind');
  end if;
  execute format('select internal.%I($1, $2, $3, $4, $5)', door) into answer using actor, id, hash, body, base;
  return answer;
end $$;

revoke all on all functions in schema internal from public;
