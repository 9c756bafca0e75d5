-- Reading and interviewing stay apart also by a detour: a coder made lead and then interviewer has read as a coder.

alter table public.person
  -- Has been a coder at some time.
  add column coded boolean not null default false;
update public.person set coded = role = 'coder';

create function internal.keep_coded() returns trigger
language plpgsql security definer set search_path = '' as $$
begin
  new.coded := new.coded or new.role = 'coder';
  return new;
end $$;
create trigger keep_coded before insert or update of role on public.person
  for each row execute function internal.keep_coded();

create or replace function internal.may_change_role(about public.person, role text) returns boolean
language sql stable as $$
  select case
    when role = 'coder' then not exists (
      select from public.assignment g join public.wave w on w.id = g.wave
      where g.person = about.id and w.status = 'open')
    when role = 'interviewer' and about.coded then not exists (
      select from public.interview i join public.wave w on w.id = i.wave
      where w.study = about.study and w.status = 'open')
    else true end
$$;

revoke all on all functions in schema internal from public;
