-- Coding: what coders write, and where each of them may see it.
--
-- Every noun of coding has the same six columns: id, study, author, interview (null where it belongs to none), feed,
-- change. `feed` is 'coding' for what all coders and leads share, or the id of the one person who alone may see the row.
-- Each feed has change numbers of its own, so that no number counts what its reader cannot see. One trigger decides the
-- feed at every write, so blindness does not rest on any command's care.

alter table public.change_counter drop constraint change_counter_feed_check;

-- Takes n numbers of a feed and gives the first.
create function internal.take_coding(of_study uuid, of_feed text, n bigint) returns bigint language sql as $$
  insert into public.change_counter as c (study, feed, last) values (of_study, of_feed, n)
  on conflict (study, feed) do update set last = c.last + n returning last - n + 1
$$;

-- Nouns of coding, as tables and as src/study/rows.ts has them.
create function internal.coding_nouns() returns text[] language sql immutable as $$
  select array['code', 'code_version', 'codebook_version', 'example', 'segment', 'done', 'memo', 'flag', 'judgement',
    'proposal', 'decision', 'round', 'search']
$$;

-- Whether an open blind round covers the unit: a question (or judgement) of an interview.
create function internal.is_blind(of_study uuid, of_interview uuid, of_question text) returns boolean
language plpgsql stable as $$
begin
  return exists (
    select from public.round r
    where r.study = of_study and r.state = 'open' and r.blind
      and (of_question = any (r.questions) or of_question = any (r.judgements))
      and case when r.interviews is null
        then r.wave = (select i.wave from public.interview i where i.id = of_interview)
        else of_interview = any (r.interviews) end);
end $$;

-- Whether somebody codes in an open blind round: the codebook is then frozen for them.
create function internal.is_frozen(of_study uuid, coder uuid) returns boolean language plpgsql stable as $$
begin
  return exists (
    select from public.round r where r.study = of_study and r.state = 'open' and r.blind and coder = any (r.coders));
end $$;

create function internal.feed_for(noun text, r jsonb) returns text language plpgsql stable as $$
declare
  study uuid := (r ->> 'study')::uuid;
  author uuid := (r ->> 'author')::uuid;
begin
  if noun in ('round', 'code_version', 'codebook_version') then return 'coding'; end if;
  if noun = 'search' then return author::text; end if;
  if noun = 'code' then
    -- Made in a blind round, and never yet in the codebook.
    return case when internal.is_frozen(study, author)
      and not exists (select from public.code_version v where v.code = r ->> 'id') then author::text else 'coding' end;
  end if;
  if r ->> 'question' is not null and internal.is_blind(study, (r ->> 'interview')::uuid, r ->> 'question') then
    return author::text;
  end if;
  if (noun in ('example', 'proposal') or (noun = 'memo' and r ->> 'question' is null))
    and internal.is_frozen(study, author) then
    return author::text;
  end if;
  return 'coding';
end $$;

-- It runs with the rights of whoever writes, so that one who may not write a table gets no further than here.
create function internal.file_coding() returns trigger language plpgsql as $$
begin
  if tg_op = 'DELETE' then
    -- Where a study is removed as a whole nobody is left to be told.
    if exists (select from public.study s where s.id = old.study) then
      insert into public.tombstone (study, feed, change, noun, row_id)
        values (old.study, old.feed, internal.take_coding(old.study, old.feed, 1), tg_table_name, old.id);
    end if;
    return null;
  end if;
  -- Filed with others in one go (internal.file_again, internal.put_segments), numbers included.
  if tg_op = 'INSERT' and new.change <> 0 then return new; end if;
  if tg_op = 'UPDATE' then
    if new.change <> old.change or new.feed <> old.feed then return new; end if;
  end if;
  new.feed := internal.feed_for(tg_table_name, to_jsonb(new));
  new.change := internal.take_coding(new.study, new.feed, 1);
  if tg_op = 'UPDATE' and new.feed <> old.feed then
    insert into public.tombstone (study, feed, change, noun, row_id)
      values (old.study, old.feed, internal.take_coding(old.study, old.feed, 1), tg_table_name, old.id);
  end if;
  return new;
end $$;

-- Called once by the migration of each noun.
create function internal.make_coding(noun text) returns void language plpgsql as $$
begin
  execute format('alter table public.%I enable row level security', noun);
  execute format('revoke all on public.%I from public, anon, authenticated', noun);
  execute format('create index %I on public.%I (study, feed, change)', noun || '_by_change', noun);
  execute format('create trigger file_coding before insert or update on public.%I
    for each row execute function internal.file_coding()', noun);
  execute format('create trigger file_gone after delete on public.%I
    for each row execute function internal.file_coding()', noun);
end $$;

-- Who codes: coders and leads; a coder who has become an interviewer may still send what was made before.
create function internal.may_code(actor public.person) returns boolean language sql stable as $$
  select actor.role in ('coder', 'lead') or actor.coded
$$;
-- Waves whose interviews a coder does not see, having called in them.
create function internal.barred_waves(actor public.person) returns uuid[] language sql stable as $$
  select case when actor.role = 'coder'
    then array(select distinct g.wave from public.assignment g where g.person = actor.id) else '{}' end
$$;
create function internal.interview_for(actor public.person, wanted uuid) returns public.interview language sql stable as $$
  select i from public.interview i
  where i.id = wanted and i.study = actor.study and i.wave <> all (internal.barred_waves(actor))
$$;
create function internal.answer_for(actor public.person, of_interview uuid, of_question text) returns public.answer
language sql stable as $$
  select a from public.answer a
  where a.interview = of_interview and a.question = of_question and a.study = actor.study
    and a.wave <> all (internal.barred_waves(actor))
$$;
-- What a command says of an interview that is not there: nothing is left to do, or there never was one.
create function internal.without_interview(actor public.person, wanted uuid) returns jsonb language sql stable as $$
  select case when exists (
    select from public.tombstone t where t.study = actor.study and t.feed = 'interviews'
      and t.noun = 'interview' and t.row_id = wanted::text)
    then internal.accepted(true) else internal.rejected('unknown_reference') end
$$;
-- Whether somebody sees a row: what lies in another's feed is not there.
create function internal.sees(actor public.person, feed text) returns boolean language sql immutable as $$
  select feed = 'coding' or feed = actor.id::text
$$;

-- Names of those who read: coders see each other's and the leads'. Grows only, so that no row goes out of sight.
alter table public.person add column reads boolean not null default false;
update public.person set reads = role in ('coder', 'lead') or coded;
create or replace function internal.keep_coded() returns trigger
language plpgsql security definer set search_path = '' as $$
begin
  new.coded := new.coded or new.role = 'coder';
  new.reads := new.reads or new.role in ('coder', 'lead');
  return new;
end $$;
update public.person set generation = generation + 1 where role = 'coder';
create or replace function internal.study_page_person(me public.person, above bigint, n integer)
returns table (change bigint, id text, "row" jsonb) language sql stable as $$
  select p.change, p.id::text, internal.row_of(p) from public.person p
  where p.study = me.study and p.change > above
    and (me.role = 'lead' or p.id = me.id or (me.role = 'coder' and p.reads)) order by p.change limit n
$$;

revoke all on all functions in schema internal from public;
