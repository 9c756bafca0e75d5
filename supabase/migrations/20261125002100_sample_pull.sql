-- Reading what the sample has added. Whoever adds a noun after this writes the whole list again, these two included.

-- Study, wave, instrument and own person: everybody. Other people and invitations: leads. Cases with their attempts,
-- appointments and contacts: the assignee, and leads. The draw and its reserve: leads.
create or replace function internal.study_page(me public.person, above bigint, n integer)
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
    (select p.change, 'appointment', p.id::text, internal.row_of(p) from public.appointment p
      where me.role = 'lead' and p.study = me.study and p.change > above order by p.change limit n)
    union all
    (select p.change, 'appointment', p.id::text, internal.row_of(p)
      from public."case" c join public.appointment p on p."case" = c.id
      where me.role <> 'lead' and c.assignee = me.id and p.change > above order by p.change limit n)
    union all
    (select o.change, 'contact', o.id::text, internal.row_of(o) from public.contact o
      where me.role = 'lead' and o.study = me.study and o.change > above order by o.change limit n)
    union all
    (select o.change, 'contact', o.id::text, internal.row_of(o)
      from public."case" c join public.contact o on o."case" = c.id
      where me.role <> 'lead' and c.assignee = me.id and o.change > above order by o.change limit n)
    union all
    (select d.change, 'draw', d.id::text, internal.row_of(d) from public.draw d
      where me.role = 'lead' and d.study = me.study and d.change > above order by d.change limit n)
    union all
    (select r.change, 'replicate', r.id::text, internal.row_of(r) from public.replicate r
      where me.role = 'lead' and r.study = me.study and r.change > above order by r.change limit n)
    union all
    (select t.change, t.noun, t.row_id, null::jsonb from public.tombstone t
      where t.study = me.study and t.feed = 'study' and t.change > above
        and (t.person is null or t.person = me.id)
      order by t.change limit n)
  ) page (change, noun, id, "row") order by page.change limit n
$$;

revoke all on all functions in schema internal from public;
