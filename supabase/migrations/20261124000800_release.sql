-- How waiting interviews become readable: by cells of at least k, in random order, under new ids. And how one is
-- taken back.

-- Writes what waits in a cell, and the log of it, anew in random order: neither the order on disk nor the number of
-- the writing transaction then tells in which order they came.
create function internal.shuffle(of_wave uuid, of_stratum text, of_instrument text) returns void language plpgsql as $$
declare
  cell uuid[];
begin
  with gone as (
    delete from public.waiting
    where wave = of_wave and stratum = of_stratum and instrument = of_instrument returning *
  ), again as (
    insert into public.waiting select * from gone order by gen_random_uuid() returning hand_in
  ) select array_agg(hand_in) into cell from again;
  perform internal.shuffle_log(cell);
end $$;

create function internal.shuffle_log(ids uuid[]) returns void language sql as $$
  with gone as (delete from public.hand_in_log where id = any (ids) returning *)
  insert into public.hand_in_log select * from gone order by gen_random_uuid()
$$;

-- Releases the chosen ones, all under the same two labels. Interviews are numbered before their answers, so that a
-- page never holds an answer whose interview is still to come; among themselves both are in random order.
create function internal.release(of_study uuid, chosen uuid[], as_stratum text, as_instrument text)
returns integer language plpgsql as $$
declare
  n bigint := coalesce(array_length(chosen, 1), 0);
  answers bigint;
  first bigint;
begin
  if n = 0 then return 0; end if;
  select sum(jsonb_array_length(w.answers)) into answers from public.waiting w where hand_in = any (chosen);
  first := internal.take_changes(of_study, 'interviews', n + answers);
  with picked as materialized (
    select w.*, gen_random_uuid() as interview, row_number() over (order by gen_random_uuid()) as place
    from public.waiting w where w.hand_in = any (chosen)
  ), released as (
    insert into public.interview
      (id, study, wave, stratum, instrument, month, background, receipt_hash, hand_in, change)
    select interview, study, wave, as_stratum, as_instrument, to_char(now() at time zone 'UTC', 'YYYY-MM'),
      background, receipt_hash, hand_in, first + place - 1
    from picked order by place
  ), spoken as materialized (
    select p.interview, p.study, p.wave, a.value as said, row_number() over (order by gen_random_uuid()) as place
    from picked p, jsonb_array_elements(p.answers) a
    -- Where versions are joined, a question that only some of them ask would tell those interviews apart, in the
    -- extreme one of them: such answers are left behind. What all were asked is released.
    where as_instrument not like '%+%' or not exists (
      select from picked q where not exists (
        select from jsonb_array_elements(q.answers) b where b.value ->> 'question' = a.value ->> 'question'))
  )
  insert into public.answer
    (interview, question, study, wave, state, pre, notes, probes, quotes, change)
  select interview, said ->> 'question', study, wave, said ->> 'state', said -> 'pre', said ->> 'notes',
    said -> 'probes', said -> 'quotes', first + n + place - 1
  from spoken order by place;
  delete from public.waiting where hand_in = any (chosen);
  perform internal.shuffle_log(chosen);
  return n;
end $$;

-- While 2k wait in a cell, k of them leave it, drawn at random: whoever watches a release cannot tell whether the
-- interview handed in last is among them.
create function internal.release_full_cells(of_study uuid) returns void language plpgsql as $$
declare
  cell record;
  chosen uuid[];
begin
  for cell in
    select w.wave, w.stratum, w.instrument, v.k, full_at.waits as full_at, count(*) as waits
    from public.waiting w join public.wave v on v.id = w.wave join public.study s on s.id = w.study,
      -- Invented interviews have nobody to hide among; with k = 1 one would else stay behind in each cell.
      lateral (select case when s.practice then v.k else 2 * v.k end as waits) full_at
    where w.study = of_study
    group by w.wave, w.stratum, w.instrument, v.k, full_at.waits having count(*) >= full_at.waits
  loop
    while cell.waits >= cell.full_at loop
      select array_agg(hand_in) into chosen from (
        select hand_in from public.waiting
        where wave = cell.wave and stratum = cell.stratum and instrument = cell.instrument
        order by gen_random_uuid() limit cell.k) drawn;
      perform internal.release(of_study, chosen, cell.stratum, cell.instrument);
      cell.waits := cell.waits - cell.k;
    end loop;
  end loop;
end $$;

-- The groups of the close. Within an instrument version: a cell of at least k is a group; smaller ones are joined
-- along the merge order until k are together; what is left over joins the group before it. Versions left with fewer
-- than k are joined likewise. So everything leaves, or, with fewer than k in all, nothing.
create function internal.closing_groups(of_wave public.wave)
returns table (strata text[], instruments text[]) language plpgsql stable as $$
declare
  version record;
  cell record;
  groups jsonb := '[]';
  -- Groups of this version so far, and the cells that wait to be joined.
  own jsonb;
  small text[];
  small_n bigint;
  left_strata text[] := '{}';
  left_versions text[] := '{}';
  left_n bigint := 0;
begin
  for version in
    select i.hash from public.instrument i where i.wave = of_wave.id order by i.version
  loop
    own := '[]'; small := '{}'; small_n := 0;
    for cell in
      select w.stratum, count(*) as n from public.waiting w
      where w.wave = of_wave.id and w.instrument = version.hash
      group by w.stratum order by array_position(of_wave.merge_order, w.stratum)
    loop
      if cell.n >= of_wave.k then
        own := own || jsonb_build_object('s', array[cell.stratum], 'i', array[version.hash]);
      else
        small := small || cell.stratum;
        small_n := small_n + cell.n;
        if small_n >= of_wave.k then
          own := own || jsonb_build_object('s', small, 'i', array[version.hash]);
          small := '{}'; small_n := 0;
        end if;
      end if;
    end loop;
    if small_n > 0 and jsonb_array_length(own) > 0 then
      own := jsonb_set(own, '{-1,s}', (own -> -1 -> 's') || to_jsonb(small));
    elsif small_n > 0 then
      left_strata := left_strata || small;
      left_versions := left_versions || version.hash;
      left_n := left_n + small_n;
    end if;
    groups := groups || own;
  end loop;
  if left_n >= of_wave.k then
    groups := groups || jsonb_build_object('s', left_strata, 'i', left_versions);
  elsif left_n > 0 and jsonb_array_length(groups) > 0 then
    groups := jsonb_set(groups, '{-1}', jsonb_build_object(
      's', (groups -> -1 -> 's') || to_jsonb(left_strata), 'i', (groups -> -1 -> 'i') || to_jsonb(left_versions)));
  end if;
  return query select
    array(select distinct s from jsonb_array_elements_text(g.value -> 's') s),
    array(select distinct i from jsonb_array_elements_text(g.value -> 'i') i)
  from jsonb_array_elements(groups) g;
end $$;

-- Final. What comes later waits until 2k wait in its cell again.
create function internal.close_wave(closing public.wave) returns jsonb language plpgsql as $$
declare
  part record;
  chosen uuid[];
  released integer := 0;
begin
  for part in
    select g.strata, g.instruments,
      (select string_agg(s, '+' order by array_position(closing.merge_order, s)) from unnest(g.strata) s) as stratum,
      (select string_agg(i.hash, '+' order by i.version) from public.instrument i
        where i.wave = closing.id and i.hash = any (g.instruments)) as instrument
    from internal.closing_groups(closing) g
  loop
    select array_agg(hand_in) into chosen from public.waiting
      where wave = closing.id and stratum = any (part.strata) and instrument = any (part.instruments);
    released := released + internal.release(closing.study, chosen, part.stratum, part.instrument);
  end loop;
  perform internal.show_background(closing);
  return jsonb_build_object('released', released,
    'unread', (select count(*) from public.waiting where wave = closing.id));
end $$;

-- Role, language, mode, completeness: only where k share them, and with them everything else that is shown.
create function internal.show_background(closing public.wave) returns void language plpgsql as $$
declare
  shown uuid[];
  first bigint;
begin
  select array_agg(id) into shown from (
    select id, count(*) over (partition by stratum, instrument, background) as alike
    from public.interview where wave = closing.id) i
    where alike >= closing.k;
  if shown is null then return; end if;
  first := internal.take_changes(closing.study, 'interviews', array_length(shown, 1));
  update public.interview i set
    role = background ->> 'role', language = background ->> 'language',
    mode = background ->> 'mode', completeness = background ->> 'completeness',
    change = first + s.place - 1
  from (select id, row_number() over (order by gen_random_uuid()) as place from unnest(shown) id) s
  where i.id = s.id;
end $$;

-- Open to everybody who holds a receipt. The hash is kept whether or not the interview is there yet, and the answer
-- does not tell which. Every study is locked, in order, so that no hand-in passes between the look and the deletion.
create function public.withdraw(receipt_hash text) returns jsonb
language plpgsql security definer set search_path = '' as $$
declare
  receipt text := lower(withdraw.receipt_hash);
  gone public.interview;
begin
  if receipt is null or receipt !~ '^[0-9a-f]{64}$' then return '{"ok": false, "reason": "malformed"}'; end if;
  perform internal.lock_study(id) from (select id from public.study order by id) studies;
  insert into public.withdrawn values (receipt) on conflict do nothing;
  delete from public.hand_in_log where id in (select hand_in from public.waiting w where w.receipt_hash = receipt);
  delete from public.waiting w where w.receipt_hash = receipt;
  delete from public.interview i where i.receipt_hash = receipt returning * into gone;
  if gone.id is not null then
    delete from public.hand_in_log where id = gone.hand_in;
    insert into public.tombstone (study, feed, change, noun, row_id)
      values (gone.study, 'interviews', internal.take_changes(gone.study, 'interviews', 1), 'interview', gone.id::text);
  end if;
  return '{"ok": true}';
end $$;
