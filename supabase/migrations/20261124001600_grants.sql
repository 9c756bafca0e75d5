-- Who may call what. Hosted projects grant every function of `public` to everybody by default, so all is taken away
-- first. Tables have row level security and no policy; where the home allows, the rights on them go too.

revoke all on all tables in schema public from public, anon, authenticated;
revoke all on all sequences in schema public from public, anon, authenticated;
revoke all on all functions in schema public from public, anon, authenticated;
revoke all on all functions in schema internal from public;

grant execute on function public.hello() to anon, authenticated;
grant execute on function public.check_invitation(text) to anon, authenticated;
grant execute on function public.withdraw(text) to anon, authenticated;

grant execute on function public.hand_in(text) to authenticated;
grant execute on function public.push_cases(text) to authenticated;
grant execute on function public.push_coding(text) to authenticated;
grant execute on function public.push_writing(text) to authenticated;
grant execute on function public.pull(text, text, integer) to authenticated;
grant execute on function public.wave_overview(uuid) to authenticated;

grant execute on function
  public.act_found_study(uuid, text), public.act_invite(uuid, text), public.act_revoke_invitation(uuid, text),
  public.act_create_wave(uuid, text), public.act_publish_instrument(uuid, text), public.act_draw_cases(uuid, text),
  public.act_open_wave(uuid, text), public.act_close_wave(uuid, text), public.act_deactivate_person(uuid, text),
  public.act_change_role(uuid, text), public.act_report_backup(uuid, text), public.act_remove_practice(uuid, text)
to authenticated;
