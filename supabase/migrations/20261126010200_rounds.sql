-- Rounds: which questions and interviews, by whom, blind or not. Closing is final.

create table public.round (
  id text primary key,
  study uuid not null references public.study (id) on delete cascade,
  author uuid not null,
  interview uuid,
  feed text not null,
  change bigint not null default 0,
  wave uuid not null references public.wave (id) on delete cascade,
  label text not null,
  unit text not null check (unit in ('answer', 'passage')),
  questions text[] not null,
  judgements text[] not null,
  -- Those drawn; null: all of the wave.
  interviews uuid[],
  share double precision not null,
  seed text not null,
  coders uuid[] not null,
  blind boolean not null,
  calibration boolean not null,
  codebook integer not null,
  state text not null default 'open' check (state in ('open', 'closed'))
);
create index round_of_wave on public.round (wave);
select internal.make_coding('round');

create function internal.keep_round() returns trigger
language plpgsql security definer set search_path = '' as $$
begin
  if old.state = 'closed' then raise exception 'round: a close is final'; end if;
  return new;
end $$;
create trigger keep_round before update on public.round for each row execute function internal.keep_round();

create function internal.row_of(r public.round) returns jsonb language sql stable as $$
  select jsonb_build_object('id', r.id, 'wave', r.wave, 'label', r.label, 'unit', r.unit, 'questions', r.questions,
    'judgements', r.judgements, 'interviews', r.interviews, 'share', r.share, 'seed', r.seed, 'coders', r.coders,
    'blind', r.blind, 'calibration', r.calibration, 'codebook', r.codebook, 'state', r.state)
$$;

-- Files rows anew that lie elsewhere than they belong by now, with numbers in the order they had: `where_` narrows down
-- whom to look at, since the tables are long.
create function internal.file_again(of_study uuid, noun text, where_ text, about public.round) returns void
language plpgsql as $$
declare
  part record;
  n bigint;
  first bigint;
begin
  for part in execute format(
    'select t.feed as was, f.feed as belongs, array_agg(t.id order by t.change) as ids
     from public.%1$I t, lateral (select internal.feed_for(%1$L, to_jsonb(t)) as feed offset 0) f
     where t.study = $1 and %2$s and t.feed <> f.feed group by 1, 2', noun, where_) using of_study, about
  loop
    n := cardinality(part.ids);
    first := internal.take_coding(of_study, part.was, n);
    insert into public.tombstone (study, feed, change, noun, row_id)
      select of_study, part.was, first + place - 1, file_again.noun, id
      from unnest(part.ids) with ordinality listed (id, place);
    first := internal.take_coding(of_study, part.belongs, n);
    execute format('update public.%I t set feed = $1, change = $2 + listed.nth - 1
      from unnest($3) with ordinality listed (id, nth) where t.id = listed.id', noun)
      using part.belongs, first, part.ids;
  end loop;
end $$;

-- Everything that a round's opening or closing may move.
create function internal.file_round(about public.round) returns void language plpgsql as $$
declare
  noun text;
begin
  foreach noun in array array['segment', 'done', 'flag', 'judgement', 'decision'] loop
    perform internal.file_again(about.study, noun,
      '(t.question = any ($2.questions) or t.question = any ($2.judgements))
       and ($2.interviews is null or t.interview in (select unnest($2.interviews)))', about);
  end loop;
  foreach noun in array array['memo', 'example', 'proposal', 'code'] loop
    perform internal.file_again(about.study, noun, 'true', about);
  end loop;
end $$;

create function internal.are_ids(list jsonb, most integer) returns boolean language sql immutable as $$
  select case when jsonb_typeof(list) = 'array' and jsonb_array_length(list) <= most
    then not exists (select from jsonb_array_elements(list) one where not internal.is_id(one.value))
    else false end
$$;
create function internal.texts_of(list jsonb) returns text[] language sql immutable as $$
  select coalesce(array_agg(distinct t), '{}') from jsonb_array_elements_text(list) t
$$;

create function internal.create_round(actor public.person, args jsonb) returns jsonb language plpgsql as $$
declare
  of_wave public.wave;
  row public.round;
  drawn uuid[];
begin
  if not internal.has_keys(args, array['blind', 'calibration', 'coders', 'interviews', 'judgements', 'label', 'questions',
      'round', 'seed', 'share', 'unit', 'wave'])
    or not internal.is_id(args -> 'round') or not internal.is_id(args -> 'wave')
    or not internal.is_text(args -> 'label', 200) or btrim(args ->> 'label') = ''
    or coalesce(args ->> 'unit', '') not in ('answer', 'passage')
    or not internal.are_names(args -> 'questions') or not internal.are_names(args -> 'judgements')
    or not (args -> 'interviews' = 'null' or internal.are_ids(args -> 'interviews', 10000))
    or jsonb_typeof(args -> 'share') <> 'number' or not internal.is_text(args -> 'seed', 200)
    or not internal.are_ids(args -> 'coders', 50) or jsonb_array_length(args -> 'coders') = 0
    or jsonb_array_length(args -> 'questions') + jsonb_array_length(args -> 'judgements') = 0
    or jsonb_typeof(args -> 'blind') <> 'boolean' or jsonb_typeof(args -> 'calibration') <> 'boolean' then
    return internal.refused('malformed');
  end if;
  select * into of_wave from public.wave w where w.id = (args ->> 'wave')::uuid and w.study = actor.study;
  if of_wave.id is null or exists (
    select from jsonb_array_elements_text(args -> 'coders') c where not exists (
      select from public.person p where p.id = c::uuid and p.study = actor.study)) then
    return internal.refused('unknown_reference');
  end if;
  if exists (
    select from public.person p where p.id::text in (select jsonb_array_elements_text(args -> 'coders'))
      and (not p.active or p.role not in ('coder', 'lead') or of_wave.id = any (internal.barred_waves(p)))) then
    return internal.refused('wrong_state');
  end if;
  if args -> 'interviews' <> 'null' then
    drawn := array(select distinct i::uuid from jsonb_array_elements_text(args -> 'interviews') i);
    if (select count(*) from public.interview i where i.id = any (drawn) and i.wave = of_wave.id) <> cardinality(drawn) then
      return internal.refused('unknown_reference');
    end if;
  end if;
  insert into public.round (id, study, author, wave, label, unit, questions, judgements, interviews, share, seed, coders,
      blind, calibration, codebook)
    values (args ->> 'round', actor.study, actor.id, of_wave.id, args ->> 'label', args ->> 'unit',
      internal.texts_of(args -> 'questions'), internal.texts_of(args -> 'judgements'), drawn,
      (args ->> 'share')::float8, args ->> 'seed',
      array(select distinct c::uuid from jsonb_array_elements_text(args -> 'coders') c),
      (args ->> 'blind')::boolean, (args ->> 'calibration')::boolean, internal.codebook_at(actor.study))
    returning * into row;
  if row.blind then perform internal.file_round(row); end if;
  perform internal.note(actor, 'round.create', row.id::uuid);
  return internal.done(jsonb_build_object('round', row.id, 'codebook', row.codebook));
end $$;

create function internal.close_round(actor public.person, args jsonb) returns jsonb language plpgsql as $$
declare
  row public.round;
begin
  if not internal.has_keys(args, array['round']) or not internal.is_id(args -> 'round') then
    return internal.refused('malformed');
  end if;
  select * into row from public.round r where r.id = args ->> 'round' and r.study = actor.study;
  if row.id is null then return internal.refused('unknown_reference'); end if;
  if row.state = 'closed' then return internal.refused('wrong_state'); end if;
  update public.round r set state = 'closed' where r.id = row.id;
  if row.blind then perform internal.file_round(row); end if;
  perform internal.note(actor, 'round.close', row.id::uuid);
  return internal.done(jsonb_build_object('round', row.id));
end $$;

-- Numbers for a lead who does not code in it, so that somebody knows when to close; null for everybody else.
create function public.round_progress(round uuid) returns jsonb
language plpgsql stable security definer set search_path = '' as $$
declare
  me public.person := internal.actor();
  about public.round;
begin
  select * into about from public.round r where r.id = round_progress.round::text and r.study = me.study;
  if about.id is null or me.role <> 'lead' or not me.active or me.id = any (about.coders) then return null; end if;
  return (
    select jsonb_object_agg(c, jsonb_build_object(
      'done', (select count(*) from public.done d where d.round = about.id and d.author = c),
      'judged', (select count(*) from public.judgement j where j.round = about.id and j.author = c)))
    from unnest(about.coders) c);
end $$;

create function public.act_create_round(act_id uuid, args text) returns jsonb
language sql security definer set search_path = '' as $$ select internal.act('create_round', act_id, args) $$;
create function public.act_close_round(act_id uuid, args text) returns jsonb
language sql security definer set search_path = '' as $$ select internal.act('close_round', act_id, args) $$;
revoke all on function public.act_create_round(uuid, text), public.act_close_round(uuid, text), public.round_progress(uuid)
  from public, anon, authenticated;
grant execute on function public.act_create_round(uuid, text), public.act_close_round(uuid, text),
  public.round_progress(uuid) to authenticated;
revoke all on all functions in schema internal from public;
