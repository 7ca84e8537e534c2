// The reference: Fastify and pg with nothing in between, on the same tables, with the same amount of
// work: one case with its lines and events written, read, and the newest twenty listed.
import Fastify from 'fastify'
import pg from 'pg'

const READ = `select a.*, (select json_agg(i) from aftersale_items i
    where i.shop_id = a.shop_id and i.aftersale_id = a.id) as items,
  (select json_agg(e order by seq) from aftersale_events e
    where e.shop_id = a.shop_id and e.aftersale_id = a.id) as events
  from aftersales a where a.shop_id = $1 and a.id = $2`
const LIST = `select * from aftersales where shop_id = $1 order by created_at desc, id desc limit 20`
const COPY_CASE = `insert into bare_cases (body) select ($3::jsonb || to_jsonb(a)) as body from aftersales a
  where shop_id = $1 and id = $2`

/** Listens on a free port of 127.0.0.1. */
export async function startBare(url: string, shopId: string) {
  // Row security would show the owner nothing; the reference does without.
  const pool = new pg.Pool({
    connectionString: url,
    max: 10,
    onConnect: async (client) => {
      await client.query('set role shouhou_platform')
    },
  })
  const owner = new pg.Client({ connectionString: url })
  await owner.connect()
  await owner.query('create table bare_cases (id bigserial primary key, body jsonb not null)')
  await owner.query('grant all on bare_cases, bare_cases_id_seq to shouhou_platform')
  await owner.end()
  const app = Fastify()
  app.get<{ Params: { id: string } }>('/cases/:id', async ({ params }) => {
    const query = { name: 'read', text: READ, values: [shopId, params.id] }
    return (await pool.query(query)).rows[0]
  })
  app.get('/cases', async () => {
    return (await pool.query({ name: 'list', text: LIST, values: [shopId] })).rows
  })
  app.post<{ Params: { id: string }; Body: object }>('/cases/:id', async ({ params, body }) => {
    const client = await pool.connect()
    try {
      await client.query('begin')
      const values = [shopId, params.id, JSON.stringify(body)]
      for (const name of ['case', 'item', 'event']) {
        await client.query({ name, text: COPY_CASE, values })
      }
      await client.query('commit')
    } finally {
      client.release()
    }
    return { ok: true }
  })
  await app.listen({ host: '127.0.0.1', port: 0 })
  const address = app.server.address() as { port: number }
  return {
    url: `http://127.0.0.1:${address.port}`,
    async stop() {
      await app.close()
      await pool.end()
    },
  }
}
