-- Reading what is coded: the shared feed, and one's own. Both by the same query, which sees one feed and nothing of any
-- other; a coder does not see the coding of interviews that they do not see.

create function internal.coding_page(me public.person, of_feed text, barred uuid[], above bigint, n integer)
returns table (change bigint, noun text, id text, "row" jsonb) language plpgsql stable as $$
declare
  parts text;
begin
  select string_agg(format(
      '(select t.change, %L, t.id, internal.row_of(t) from public.%I t
        where t.study = $1 and t.feed = $2 and t.change > $3%s order by t.change limit $4)', listed, listed,
      -- A CASE, since the planner takes a bare test for one that lets almost nothing through.
      case when listed in ('segment', 'done', 'flag', 'judgement', 'decision', 'memo', 'example')
        then ' and case when t.wave = any ($5) then false else true end' else '' end), ' union all ')
    into parts from unnest(internal.coding_nouns()) listed;
  return query execute parts || ' union all (select t.change, t.noun, t.row_id, null::jsonb from public.tombstone t
      where t.study = $1 and t.feed = $2 and t.change > $3 order by t.change limit $4) order by 1 limit $4'
    using me.study, of_feed, above, n, barred;
end $$;

create function internal.feed_page(feed text, me public.person, above bigint, n integer)
returns table (change bigint, noun text, id text, "row" jsonb) language plpgsql stable as $$
begin
  if feed = 'study' then
    return query select * from internal.study_page(me, above, n);
  elsif me.role not in ('coder', 'lead') then
    return;
  elsif feed = 'interviews' then
    return query select * from internal.interview_page(me, internal.barred_waves(me), above, n);
  else
    return query select * from internal.coding_page(me, case feed when 'own' then me.id::text else 'coding' end,
      internal.barred_waves(me), above, n);
  end if;
end $$;

create or replace function public.pull(feed text, cursor text, size integer) returns jsonb
language plpgsql stable security definer set search_path = '' as $$
declare
  me public.person := internal.actor();
  epoch text := (select s.epoch from public.server_state s);
  prefix text := coalesce(feed, '') || '.' || epoch || '.' || coalesce(me.generation, 0) || '.';
  given text := coalesce(pull.cursor, '');
  reset boolean;
  above bigint := 0;
  n integer := greatest(1, least(coalesce(size, 1000), 1000));
  seen jsonb;
  last bigint;
  held bigint;
begin
  if feed is null or feed not in ('study', 'interviews', 'coding', 'own') then
    raise exception 'pull: unknown feed' using errcode = '22023';
  end if;
  reset := given <> '' and not (starts_with(given, prefix) and substr(given, length(prefix) + 1) ~ '^[0-9]{1,18}$');
  if given <> '' and not reset then above := substr(given, length(prefix) + 1)::bigint; end if;
  -- A deactivated account reads nothing; nor does one without a study, nor an interviewer what is answered or coded.
  if me.study is null or not me.active then
    return jsonb_build_object('epoch', epoch, 'feed', feed, 'reset', given <> '', 'rows', '[]'::jsonb,
      'cursor', '', 'more', false);
  end if;
  select coalesce(jsonb_agg(jsonb_build_object('table', p.noun, 'id', p.id, 'row', p."row") order by p.change)
      filter (where p.place <= n), '[]'), max(p.change) filter (where p.place <= n), count(*)
    into seen, last, held
    from (select q.*, row_number() over (order by q.change) as place from internal.feed_page(feed, me, above, n + 1) q) p;
  return jsonb_build_object('epoch', epoch, 'feed', feed, 'reset', reset, 'rows', seen,
    'cursor', prefix || coalesce(last, above), 'more', held > n);
end $$;

update public.server_state set schema = schema + 1;
revoke all on all functions in schema internal from public;
