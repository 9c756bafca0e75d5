-- Reading: a page of what one person may see, in the order of change. There is no other way to read.

create function internal.minute(at timestamptz) returns text language sql immutable as $$
  select to_char(at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI"Z"')
$$;

-- Rows as src/study/rows.ts has them.
create function internal.row_of(r public.study) returns jsonb language sql immutable as $$
  select jsonb_build_object('id', r.id, 'name', r.name, 'practice', r.practice)
$$;
create function internal.row_of(r public.wave) returns jsonb language sql immutable as $$
  select jsonb_build_object('id', r.id, 'study', r.study, 'label', r.label, 'year', r.year, 'status', r.status,
    'k', r.k, 'instrument', r.instrument, 'strata', r.strata, 'fields', r.fields, 'rev', r.rev)
$$;
create function internal.row_of(r public.instrument) returns jsonb language sql immutable as $$
  select jsonb_build_object('id', r.id, 'wave', r.wave, 'version', r.version, 'hash', r.hash,
    'definition', r.definition, 'note', r.note)
$$;
create function internal.row_of(r public.person) returns jsonb language sql immutable as $$
  select jsonb_build_object('id', r.id, 'name', r.name, 'role', r.role, 'active', r.active)
$$;
create function internal.row_of(r public.invitation) returns jsonb language sql stable as $$
  select jsonb_build_object('id', r.id, 'role', r.role, 'expires_at', internal.iso(r.expires_at), 'state', r.state)
$$;
create function internal.row_of(r public."case") returns jsonb language sql immutable as $$
  select jsonb_build_object('id', r.id, 'wave', r.wave, 'code', r.code, 'name', r.name, 'stratum', r.stratum,
    'assignee', r.assignee, 'status', r.status, 'completed_by', r.completed_by, 'rev', r.rev)
$$;
create function internal.row_of(r public.attempt) returns jsonb language sql immutable as $$
  select jsonb_build_object('id', r.id, 'case', r."case", 'by', r.by_person, 'outcome', r.outcome,
    'at', internal.minute(r.at), 'late', r.late)
$$;
create function internal.row_of(r public.contact) returns jsonb language sql immutable as $$
  select jsonb_build_object('id', r.id, 'case', r."case", 'generation', r.generation, 'box', r.box)
$$;
create function internal.row_of(r public.interview) returns jsonb language sql immutable as $$
  select jsonb_build_object('id', r.id, 'wave', r.wave, 'stratum', r.stratum, 'instrument', r.instrument,
    'month', r.month, 'role', r.role, 'language', r.language, 'mode', r.mode, 'completeness', r.completeness)
$$;
create function internal.row_of(r public.answer) returns jsonb language sql immutable as $$
  select jsonb_build_object('id', r.interview || '/' || r.question, 'interview', r.interview, 'wave', r.wave,
    'question', r.question, 'state', r.state, 'pre', r.pre, 'notes', r.notes, 'probes', r.probes,
    'quotes', r.quotes, 'revision', r.revision)
$$;

-- One statement, so one snapshot, for the rows of a page. Each part is cut to the page before they are merged, and
-- reads its own index from the cursor on. A coder does not see the interviews of a wave in which the account has called
-- (`barred`); the test of it is a CASE, since the planner takes a bare `<> all` for one that lets almost nothing through.
create function internal.interview_page(me public.person, barred uuid[], above bigint, n integer)
returns table (change bigint, noun text, id text, "row" jsonb) language sql stable as $$
  select * from (
    (select i.change, 'interview', i.id::text, internal.row_of(i) from public.interview i
      where i.study = me.study and i.change > above and case when i.wave = any (barred) then false else true end
      order by i.change limit n)
    union all
    (select a.change, 'answer', a.interview || '/' || a.question, internal.row_of(a) from public.answer a
      where a.study = me.study and a.change > above and case when a.wave = any (barred) then false else true end
      order by a.change limit n)
    union all
    (select t.change, t.noun, t.row_id, null::jsonb from public.tombstone t
      where t.study = me.study and t.feed = 'interviews' and t.change > above
        and (t.person is null or t.person = me.id)
      order by t.change limit n)
  ) page (change, noun, id, "row") order by page.change limit n
$$;

-- Study, wave, instrument and own person: everybody. Other people and invitations: leads. Cases with their attempts
-- and contacts: the assignee, and leads.
create function internal.study_page(me public.person, above bigint, n integer)
returns table (change bigint, noun text, id text, "row" jsonb) language sql stable as $$
  select * from (
    (select s.change, 'study', s.id::text, internal.row_of(s) from public.study s
      where s.id = me.study and s.change > above)
    union all
    (select w.change, 'wave', w.id::text, internal.row_of(w) from public.wave w
      where w.study = me.study and w.change > above order by w.change limit n)
    union all
    (select i.change, 'instrument', i.id::text, internal.row_of(i) from public.instrument i
      where i.study = me.study and i.change > above order by i.change limit n)
    union all
    (select p.change, 'person', p.id::text, internal.row_of(p) from public.person p
      where p.study = me.study and p.change > above and (me.role = 'lead' or p.id = me.id)
      order by p.change limit n)
    union all
    (select v.change, 'invitation', v.id::text, internal.row_of(v) from public.invitation v
      where me.role = 'lead' and v.study = me.study and v.change > above order by v.change limit n)
    union all
    (select c.change, 'case', c.id::text, internal.row_of(c) from public."case" c
      where me.role = 'lead' and c.study = me.study and c.change > above order by c.change limit n)
    union all
    (select c.change, 'case', c.id::text, internal.row_of(c) from public."case" c
      where me.role <> 'lead' and c.assignee = me.id and c.change > above order by c.change limit n)
    union all
    (select a.change, 'attempt', a.id::text, internal.row_of(a) from public.attempt a
      where me.role = 'lead' and a.study = me.study and a.change > above order by a.change limit n)
    union all
    (select a.change, 'attempt', a.id::text, internal.row_of(a)
      from public."case" c join public.attempt a on a."case" = c.id
      where me.role <> 'lead' and c.assignee = me.id and a.change > above order by a.change limit n)
    union all
    (select o.change, 'contact', o.id::text, internal.row_of(o) from public.contact o
      where me.role = 'lead' and o.study = me.study and o.change > above order by o.change limit n)
    union all
    (select o.change, 'contact', o.id::text, internal.row_of(o)
      from public."case" c join public.contact o on o."case" = c.id
      where me.role <> 'lead' and c.assignee = me.id and o.change > above order by o.change limit n)
    union all
    (select t.change, t.noun, t.row_id, null::jsonb from public.tombstone t
      where t.study = me.study and t.feed = 'study' and t.change > above
        and (t.person is null or t.person = me.id)
      order by t.change limit n)
  ) page (change, noun, id, "row") order by page.change limit n
$$;

-- The cursor: feed, epoch of the server, generation of the person, change number. Where one of the first three is not
-- as it was, the replica starts from nothing.
create function public.pull(feed text, cursor text, size integer) returns jsonb
language plpgsql stable security definer set search_path = '' as $$
declare
  me public.person := internal.actor();
  epoch text := (select s.epoch from public.server_state s);
  prefix text := coalesce(feed, '') || '.' || epoch || '.' || coalesce(me.generation, 0) || '.';
  given text := coalesce(pull.cursor, '');
  reset boolean;
  above bigint := 0;
  barred uuid[] := '{}';
  n integer := greatest(1, least(coalesce(size, 1000), 1000));
  seen jsonb;
  last bigint;
  held bigint;
begin
  if feed is null or feed not in ('study', 'interviews') then
    raise exception 'pull: unknown feed' using errcode = '22023';
  end if;
  reset := given <> '' and not (starts_with(given, prefix) and substr(given, length(prefix) + 1) ~ '^[0-9]{1,18}$');
  if given <> '' and not reset then above := substr(given, length(prefix) + 1)::bigint; end if;
  -- A deactivated account reads nothing; nor does one without a study, nor an interviewer what is answered.
  if me.study is null or not me.active then
    return jsonb_build_object('epoch', epoch, 'feed', feed, 'reset', given <> '', 'rows', '[]'::jsonb,
      'cursor', '', 'more', false);
  end if;
  if feed = 'study' then
    select coalesce(jsonb_agg(jsonb_build_object('table', p.noun, 'id', p.id, 'row', p."row") order by p.change)
        filter (where p.place <= n), '[]'), max(p.change) filter (where p.place <= n), count(*)
      into seen, last, held
      from (select q.*, row_number() over (order by q.change) as place from internal.study_page(me, above, n + 1) q) p;
  elsif me.role in ('coder', 'lead') then
    if me.role = 'coder' then
      barred := array(select distinct g.wave from public.assignment g where g.person = me.id);
    end if;
    select coalesce(jsonb_agg(jsonb_build_object('table', p.noun, 'id', p.id, 'row', p."row") order by p.change)
        filter (where p.place <= n), '[]'), max(p.change) filter (where p.place <= n), count(*)
      into seen, last, held
      from (select q.*, row_number() over (order by q.change) as place from internal.interview_page(me, barred, above, n + 1) q) p;
  else
    seen := '[]'; held := 0;
  end if;
  return jsonb_build_object('epoch', epoch, 'feed', feed, 'reset', reset, 'rows', seen,
    'cursor', prefix || coalesce(last, above), 'more', held > n);
end $$;

-- Numbers for a lead, never which; null for everybody else.
create function public.wave_overview(wave uuid) returns jsonb
language plpgsql stable security definer set search_path = '' as $$
declare
  me public.person := internal.actor();
  about public.wave;
  waits bigint;
begin
  select * into about from public.wave w where w.id = wave_overview.wave and w.study = me.study;
  if about.id is null or me.role <> 'lead' or not me.active then return null; end if;
  select count(*) into waits from public.waiting w where w.wave = about.id;
  return jsonb_build_object(
    'waiting', case when about.status = 'closed' then 0 else waits end,
    'released', (select count(*) from public.interview i where i.wave = about.id),
    'unread', case when about.status = 'closed' then waits else 0 end,
    'cases', (select jsonb_object_agg(s, (select count(*) from public."case" c where c.wave = about.id and c.status = s))
      from unnest(array['new', 'active', 'interviewed', 'closed']) s));
end $$;
