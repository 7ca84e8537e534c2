// Whether a migrated database was ever used: the launcher fills only an empty one.
import pg from 'pg'

/** True when there is no shop yet. */
export async function isEmpty(databaseUrl: string): Promise<boolean> {
  const client = new pg.Client(databaseUrl)
  await client.connect()
  try {
    const shops = await client.query('select from shops limit 1')
    return shops.rowCount === 0
  } finally {
    await client.end()
  }
}
