// Notices every row that is added, changed or removed, so that "nothing changed" is known exactly for
// each single request. Rows of a transaction that was rolled back are not there, so not noticed.
import pg from 'pg'

export interface Watch {
  /** Tables changed since the last call. */
  changes(): Promise<string[]>
  close(): Promise<void>
}

const WATCHING = `
  create schema watch;
  create table watch.changes (name text not null);
  create function watch.note() returns trigger language plpgsql security definer as $$
  begin
    insert into watch.changes values (tg_table_name);
    return null;
  end
  $$;
  do $$
  declare t record;
  begin
    for t in select relname from pg_class
             where relnamespace = 'public'::regnamespace and relkind in ('r', 'p')
    loop
      execute format('create trigger watch after insert or update or delete on public.%I
                      for each row execute function watch.note()', t.relname);
    end loop;
  end
  $$`

export async function watchRows(databaseUrl: string): Promise<Watch> {
  const client = new pg.Client(databaseUrl)
  await client.connect()
  await client.query(WATCHING)
  return {
    async changes() {
      const text = 'delete from watch.changes returning name'
      const { rows } = await client.query<{ name: string }>(text)
      return [...new Set(rows.map(({ name }) => name))].sort()
    },
    close: () => client.end(),
  }
}
