-- Two roles that own nothing: shouhou_app sees the rows of one shop, shouhou_platform those of all.
-- Roles belong to the whole server, so another database may have made them already.
do $$
declare
  wanted text;
  -- From 16 on, whoever makes a role is its member and yet may not act as it.
  needed text := case when current_setting('server_version_num')::int < 160000
                 then 'member' else 'set' end;
begin
  foreach wanted in array array['shouhou_app', 'shouhou_platform'] loop
    if not exists (select from pg_roles where rolname = wanted) then
      begin
        execute format('create role %I nologin', wanted);
      exception when duplicate_object or unique_violation then
        null;
      end;
    end if;
    if not pg_has_role(current_user, wanted, needed) then
      execute format('grant %I to current_user', wanted);
    end if;
  end loop;
end
$$;
--> statement-breakpoint
-- Guards every table: call it again at the end of each migration that adds one.
create function guard_tables() returns void language plpgsql as $$
declare
  t record;
begin
  grant usage on schema public to shouhou_app, shouhou_platform;
  for t in
    select c.relname as name,
           exists (select 1 from pg_attribute a
                   where a.attrelid = c.oid and a.attname = 'shop_id' and a.attnotnull) as of_shop
    from pg_class c
    where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p')
  loop
    execute format('grant select, insert, update, delete on public.%I to shouhou_platform', t.name);
    if not t.of_shop then
      execute format('grant select on public.%I to shouhou_app', t.name);
      continue;
    end if;
    execute format('grant select, insert, update, delete on public.%I to shouhou_app', t.name);
    execute format('alter table public.%I enable row level security', t.name);
    execute format('alter table public.%I force row level security', t.name);
    execute format('drop policy if exists one_shop on public.%I', t.name);
    execute format('drop policy if exists all_shops on public.%I', t.name);
    execute format(
      'create policy one_shop on public.%I to shouhou_app
         using (shop_id = (select nullif(current_setting(''app.shop_id'', true), '''')::uuid))
         with check (shop_id = (select nullif(current_setting(''app.shop_id'', true), '''')::uuid))',
      t.name);
    execute format(
      'create policy all_shops on public.%I to shouhou_platform using (true) with check (true)',
      t.name);
  end loop;
  -- Passwords, sessions and tries are for sign-in alone. A shop adds accounts and sees their names.
  revoke all on public.accounts, public.sessions, public.sign_in_attempts from shouhou_app;
  grant insert, select (id, login, name, language, created_at) on public.accounts to shouhou_app;
  -- History is only ever added to; publishing an event is the one mark it gets.
  revoke update, delete on public.ledger_entries, public.decisions, public.aftersale_events
    from shouhou_app, shouhou_platform;
  grant update (published_at) on public.aftersale_events to shouhou_platform;
end
$$;
--> statement-breakpoint
select guard_tables();
