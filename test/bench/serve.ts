import { adminQuery } from '../setup/admin.ts';
import { serveBuilt } from '../setup/serve-built.ts';

/** For sync.ts: tables without rules of ours, but with a policy as any table of a Supabase project has. */
const SCRATCH = `
  create table public.bench_interview (id uuid primary key, owner uuid not null default auth.uid(), interview jsonb not null);
  create table public.bench_answer (interview uuid not null, question text not null, owner uuid not null default auth.uid(),
    answer jsonb not null, primary key (interview, question));
  alter table public.bench_interview enable row level security;
  alter table public.bench_answer enable row level security;
  create policy own on public.bench_interview to authenticated using (owner = auth.uid()) with check (owner = auth.uid());
  create policy own on public.bench_answer to authenticated using (owner = auth.uid()) with check (owner = auth.uid());
  grant insert, select on public.bench_interview, public.bench_answer to authenticated;`;

/** The server in a process of its own, as it is for people; ends when its standard input does. */
const { stop, ...served } = await serveBuilt((databaseUrl) => adminQuery(databaseUrl, SCRATCH));
console.log(JSON.stringify(served));
process.stdin.resume().once('end', () => {
  void stop().then(() => process.exit(0));
});
