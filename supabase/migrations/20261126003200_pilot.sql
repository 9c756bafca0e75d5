-- A pilot is a wave of its own, said when it is made and never after: its interviews are real and never count with
-- those of another wave. What came before goes on answering, so that other migrations may add to both in the same way.
alter table public.wave add column pilot boolean not null default false;

alter function internal.row_of(public.wave) rename to wave_row_before_pilot;
create function internal.row_of(r public.wave) returns jsonb language sql immutable as $$
  select internal.wave_row_before_pilot(r) || case when r.pilot then '{"pilot": true}' else '{}' end::jsonb
$$;

alter function internal.create_wave(public.person, jsonb) rename to create_wave_before_pilot;
create function internal.create_wave(actor public.person, args jsonb) returns jsonb language plpgsql as $$
declare
  answer jsonb;
begin
  if args ? 'pilot' and jsonb_typeof(args -> 'pilot') <> 'boolean' then return internal.refused('malformed'); end if;
  answer := internal.create_wave_before_pilot(actor, args - 'pilot');
  if (answer ->> 'ok')::boolean and coalesce((args ->> 'pilot')::boolean, false) then
    update public.wave w set pilot = true where w.id = (args ->> 'wave')::uuid;
  end if;
  return answer;
end $$;

revoke all on all functions in schema internal from public;
update public.server_state set schema = schema + 1;
