-- The envelope of the four streams: one batch in, one answer a command out, in the same order. Each command runs in
-- a subtransaction of its own, so a bad one blocks no other. No answer and no error bears text of a payload.

-- Shapes. Payloads are checked key for key: what is not asked for must not come along.
create function internal.has_keys(body jsonb, keys text[]) returns boolean language sql immutable as $$
  select case when jsonb_typeof(body) = 'object'
    then (select coalesce(array_agg(k order by k collate "C"), '{}') from jsonb_object_keys(body) k)
      = (select array_agg(k order by k collate "C") from unnest(keys) k)
    else false end
$$;
create function internal.is_id(value jsonb) returns boolean language sql immutable as $$
  select coalesce(jsonb_typeof(value) = 'string'
    and value #>> '{}' ~ '^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$', false)
$$;
create function internal.is_hash(value jsonb) returns boolean language sql immutable as $$
  select coalesce(jsonb_typeof(value) = 'string' and value #>> '{}' ~ '^[0-9a-f]{64}$', false)
$$;
create function internal.is_text(value jsonb, longest integer) returns boolean language sql immutable as $$
  select coalesce(jsonb_typeof(value) = 'string' and char_length(value #>> '{}') <= longest, false)
$$;
-- Names that an instrument gives to things: no spaces, so nothing is told in them.
create function internal.is_name(value jsonb) returns boolean language sql immutable as $$
  select coalesce(jsonb_typeof(value) = 'string' and value #>> '{}' ~ '^[A-Za-z0-9_.:/-]{1,80}$', false)
$$;
create function internal.is_count(value jsonb) returns boolean language sql immutable as $$
  select coalesce(jsonb_typeof(value) = 'number' and value::text ~ '^[0-9]{1,9}$', false)
$$;
create function internal.hash_of(said text) returns text language sql immutable as $$
  select encode(sha256(convert_to(said, 'UTF8')), 'hex')
$$;

create function internal.accepted(late boolean) returns jsonb language sql immutable as $$
  select jsonb_build_object('result', 'accepted', 'late', late)
$$;
create function internal.rejected(reason text) returns jsonb language sql immutable as $$
  select jsonb_build_object('result', 'rejected', 'reason', reason)
$$;

-- A deactivated account may still send, for 30 days, what was made before; it comes late.
create function internal.may_send(actor public.person) returns boolean language sql stable as $$
  select actor.study is not null
    and (actor.active or actor.deactivated_at > now() - interval '30 days')
$$;

create function internal.actor() returns public.person language sql stable as $$
  select p from public.person p where p.id = auth.uid()
$$;

create function internal.push(stream text, batch text) returns jsonb language plpgsql as $$
declare
  actor public.person := internal.actor();
  sent json;
  answers jsonb := '[]';
begin
  -- `json`, not `jsonb`: the elements stay unread here, so one that cannot be read spoils only itself.
  if coalesce(json_typeof(batch::json), '') <> 'array' then
    raise exception 'batch: malformed' using errcode = '22023';
  elsif json_array_length(batch::json) > 100 then
    raise exception 'batch: at most 100 commands' using errcode = '22023';
  end if;
  if actor.study is not null then
    perform internal.lock_study(actor.study);
    actor := internal.actor();
  end if;
  for sent in select value from json_array_elements(batch::json) loop
    answers := answers || internal.take(stream, actor, sent);
  end loop;
  return answers;
exception when invalid_text_representation or untranslatable_character or statement_too_complex then
  -- Told anew, since PostgreSQL's own words would quote the batch.
  raise exception 'batch: malformed' using errcode = '22023';
end $$;

create function internal.take(stream text, actor public.person, sent json) returns jsonb language plpgsql as $$
declare
  command uuid;
  kind text;
  payload text;
  hash text;
  base jsonb;
  seen record;
  answer jsonb;
begin
  begin
    command := (sent ->> 'id')::uuid;
    kind := sent ->> 'kind';
    payload := sent ->> 'payload';
    base := coalesce(sent -> 'base', '{}')::jsonb;
    if command is null or kind is null or payload is null or json_typeof(sent -> 'payload') <> 'string'
      or jsonb_typeof(base) <> 'object' then
      answer := internal.rejected('malformed');
    elsif not internal.may_send(actor) then
      answer := internal.rejected('not_allowed');
    elsif octet_length(payload) > 524288 then
      answer := internal.rejected('too_large');
    else
      hash := internal.hash_of(payload);
      if stream = 'interviews' then
        select l.hash, null::text as kind into seen from public.hand_in_log l where l.id = command;
      else
        select l.hash, l.kind into seen from public.command_log l where l.id = command;
      end if;
      if seen.hash is null then
        answer := internal.apply(stream, kind, actor, command, hash, payload::jsonb, base);
        if answer ->> 'result' = 'accepted' and stream <> 'interviews' then
          insert into public.command_log (id, study, person, stream, kind, hash, late)
            values (command, actor.study, actor.id, stream, kind, hash, (answer ->> 'late')::boolean);
        end if;
      elsif seen.hash = hash then
        answer := '{"result": "duplicate"}' || internal.remembered(stream, seen.kind, payload::jsonb);
      else
        answer := jsonb_build_object('result', 'conflict', 'reason', 'other_content',
          'current', jsonb_build_object('hash', seen.hash));
      end if;
    end if;
  exception when others then
    -- What another transaction or the machine did is not the record's fault: the whole batch is tried again later.
    if left(sqlstate, 2) in ('40', '53', '55', '57', '58', 'XX') then
      raise exception 'not done, try again' using errcode = sqlstate;
    end if;
    answer := internal.rejected('malformed');
  end;
  answer := answer || jsonb_build_object('id', coalesce(command::text, ''));
  if answer ->> 'result' in ('accepted', 'duplicate') then
    answer := answer || jsonb_build_object('hash', hash);
    if stream = 'interviews' then
      answer := answer || jsonb_build_object('at', internal.iso(clock_timestamp()));
    end if;
  end if;
  return answer;
end $$;

-- What a repeated answer says again besides its hash.
create function internal.remembered(stream text, kind text, body jsonb) returns jsonb language plpgsql stable as $$
begin
  if kind = 'attempt.record' and body ->> 'outcome' = 'interviewed' then
    return jsonb_build_object('first', exists (
      select from public."case" c
      where c.id = (body ->> 'case')::uuid and c.completed_by = (body ->> 'attempt')::uuid));
  end if;
  return '{}';
end $$;

create function internal.apply(
  stream text, kind text, actor public.person, id uuid, hash text, body jsonb, base jsonb
) returns jsonb language plpgsql as $$
begin
  return case stream || ' ' || kind
    when 'interviews interview.hand_in' then internal.hand_in(actor, id, hash, body)
    when 'cases case.assign' then internal.assign_case(actor, body, base)
    when 'cases attempt.record' then internal.record_attempt(actor, body)
    when 'cases contact.put' then internal.put_contact(actor, body)
    when 'coding answer.redact' then internal.redact_answer(actor, body)
    when 'writing wave.edit' then internal.edit_wave(actor, body, base)
    else internal.rejected('unknown_kind')
  end;
end $$;

-- Fields whose revision is newer here than its author saw: {field: {value, rev}}; null if none. A base that names
-- other fields than are written, or a revision that does not exist yet, is no base (the caller answers malformed).
create function internal.stale(base jsonb, values_now jsonb, rev jsonb) returns jsonb language sql immutable as $$
  select jsonb_object_agg(key, jsonb_build_object('value', values_now -> key, 'rev', rev -> key))
  from jsonb_each(base) where (value)::text::integer < (rev ->> key)::integer
$$;
create function internal.is_base(base jsonb, fields text[], rev jsonb) returns boolean language sql immutable as $$
  select internal.has_keys(base, fields) and not exists (
    select from jsonb_each(base) where not internal.is_count(value) or not rev ? key
      or value::text::integer > (rev ->> key)::integer)
$$;

create function public.push_cases(batch text) returns jsonb
language sql security definer set search_path = '' as $$ select internal.push('cases', batch) $$;
create function public.push_coding(batch text) returns jsonb
language sql security definer set search_path = '' as $$ select internal.push('coding', batch) $$;
create function public.push_writing(batch text) returns jsonb
language sql security definer set search_path = '' as $$ select internal.push('writing', batch) $$;
