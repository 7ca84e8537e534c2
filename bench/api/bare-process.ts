// The reference as a process: Fastify and pg with nothing in between, on the same tables, answering with
// the same JSON through the same response schema. No caller, no rules, no row security.
import { contract } from '@shouhou/shared/contract'
import Fastify from 'fastify'
import pg from 'pg'
import { serve } from '../lab/processes.ts'
import { CREATE, LIST, READ } from './bare-sql.ts'

const shopId = process.env.SHOP_ID ?? ''
const pool = new pg.Pool({
  connectionString: process.env.DATABASE_URL,
  max: 10,
  // Row security shows the owner nothing; as the platform it is always true.
  options: '-c role=shouhou_platform',
})
const answer = async (name: string, text: string, values: unknown[]) =>
  (await pool.query({ name, text, values })).rows[0]?.answer

const bodyOf = (key: 'GET /aftersales' | 'GET /aftersales/:id') => contract[key].success.body
const app = Fastify()
app.get<{ Params: { id: string } }>(
  '/cases/:id',
  { schema: { response: { 200: bodyOf('GET /aftersales/:id') } } },
  ({ params }) => answer('read', READ, [shopId, params.id]),
)
app.get('/cases', { schema: { response: { 200: bodyOf('GET /aftersales') } } }, () =>
  answer('list', LIST, [shopId, 20]),
)
interface Application {
  readonly orderNo: string
  readonly lines: readonly [{ readonly lineId: string; readonly quantity: number }]
}
const worked = process.env.WORKED_OUT ?? '{}'
app.post<{ Body: Application }>(
  '/cases',
  {
    schema: {
      body: contract['POST /aftersales'].body,
      response: { 200: bodyOf('GET /aftersales/:id') },
    },
  },
  ({ body, headers }) => {
    const [line] = body.lines
    const key = String(headers['idempotency-key'])
    return answer('create', CREATE, [shopId, body.orderNo, line.lineId, line.quantity, key, worked])
  },
)
await app.listen({ host: '127.0.0.1', port: 0 })
const { port } = app.server.address() as { port: number }
serve(
  { port },
  () => null,
  async () => {
    await app.close()
    await pool.end()
  },
)
