-- What publishing said of the questions it words anew: whether answers before and after count as one question. It is
-- published with the version, so it does not change either.
alter table public.instrument add column concordance jsonb;

create or replace function internal.row_of(r public.instrument) returns jsonb language sql immutable as $$
  select jsonb_build_object('id', r.id, 'wave', r.wave, 'version', r.version, 'hash', r.hash,
    'definition', r.definition, 'note', r.note, 'concordance', r.concordance)
$$;

-- `{"before": hash of a version of the wave, "questions": {question that both ask: "same" or "different"}}`, or null.
create function internal.is_concordance(said jsonb, of_wave uuid, definition json) returns boolean
language sql stable as $$
  select case
    when said is null or said = 'null' then true
    when not internal.has_keys(said, array['before', 'questions']) or jsonb_typeof(said -> 'questions') <> 'object' then false
    else coalesce((
      select not exists (
        select from jsonb_each_text(said -> 'questions') q
        where q.value not in ('same', 'different')
          or q.key <> all (internal.questions_of(i.definition)) or q.key <> all (internal.questions_of(is_concordance.definition)))
      from public.instrument i where i.wave = of_wave and i.hash = said ->> 'before'), false)
    end
$$;

create or replace function internal.publish_instrument(actor public.person, args jsonb) returns jsonb language plpgsql as $$
declare
  of_wave public.wave := internal.wave_of(actor, args);
  number integer;
begin
  if not internal.has_keys(args - 'concordance', array['definition', 'hash', 'instrument', 'note', 'wave'])
    or not internal.is_id(args -> 'instrument') or not internal.is_id(args -> 'wave')
    or not internal.is_hash(args -> 'hash') or not internal.is_text(args -> 'note', 2000)
    or not internal.is_text(args -> 'definition', 2000000)
    or jsonb_typeof((args ->> 'definition')::jsonb) <> 'object' then
    return internal.refused('malformed');
  end if;
  if of_wave.id is null then return internal.refused('unknown_reference'); end if;
  if of_wave.status = 'closed' then return internal.refused('wrong_state'); end if;
  if internal.hash_of(args ->> 'definition') <> args ->> 'hash' then return internal.refused('hash_differs'); end if;
  if not internal.is_concordance(args -> 'concordance', of_wave.id, (args ->> 'definition')::json) then
    return internal.refused('malformed');
  end if;
  -- The same content again is the same version, put in force again; what was said of it then holds.
  select i.version into number from public.instrument i where i.wave = of_wave.id and i.hash = args ->> 'hash';
  if number is null then
    select coalesce(max(i.version), 0) + 1 into number from public.instrument i where i.wave = of_wave.id;
    insert into public.instrument (id, study, wave, version, hash, definition, note, concordance, change)
      values ((args ->> 'instrument')::uuid, actor.study, of_wave.id, number, args ->> 'hash',
        (args ->> 'definition')::json, args ->> 'note', nullif(args -> 'concordance', 'null'),
        internal.next_change(actor.study));
  end if;
  update public.wave w set instrument = args ->> 'hash', change = internal.next_change(actor.study)
    where w.id = of_wave.id;
  perform internal.note(actor, 'instrument.publish', (args ->> 'instrument')::uuid);
  return internal.done(jsonb_build_object('version', number));
end $$;

revoke all on all functions in schema internal from public;
