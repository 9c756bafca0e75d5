-- Free notes about a whole area are handed in as an answer whose question is the area's id. What may be answered to is
-- thus the questions, the areas they stand in, and the closing notes.
create or replace function internal.questions_of(definition json) returns text[] language sql immutable as $$
  select coalesce(array_agg(q), '{}') from (
    select jsonb_path_query(definition::jsonb, 'lax $.pages[*].questionId') #>> '{}' as q
    union
    select jsonb_path_query(definition::jsonb, 'lax $.pages[*].section') #>> '{}'
    union
    select definition::jsonb ->> 'closingNotes' where jsonb_path_exists(definition::jsonb, '$.pages[*].questionId')
  ) listed where q is not null
$$;

revoke all on all functions in schema internal from public;
update public.server_state set schema = schema + 1;
