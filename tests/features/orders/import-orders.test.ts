// The command that imports a CSV file, against a server that listens.
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Writable } from 'node:stream'
import { importOrders } from '@shouhou/server/cli/import-orders.ts'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { type TestApp, testApp } from '../../helpers/app.ts'
import { createShop, type TestShop } from '../../helpers/client.ts'

let t: TestApp
let url: string
let folder: string
let shop: TestShop
beforeAll(async () => {
  t = await testApp()
  url = await t.app.listen({ host: '127.0.0.1', port: 0 })
  folder = await mkdtemp(join(tmpdir(), 'shouhou-import-'))
})
afterAll(async () => {
  await t.close()
  await rm(folder, { recursive: true, force: true })
})
beforeEach(async () => {
  shop = await createShop(t)
})

const sink = () => {
  const chunks: string[] = []
  const stream = new Writable({
    write(chunk, _encoding, done) {
      chunks.push(String(chunk))
      done()
    },
  })
  return Object.assign(stream, { text: () => chunks.join('') })
}

async function run(content: string | Buffer, more: string[] = [], env = {}) {
  const file = join(folder, 'orders.csv')
  const refused = join(folder, 'orders.refused.csv')
  await writeFile(file, content)
  const [out, err] = [sink(), sink()]
  const args = ['--file', file, '--url', url, '--language', 'zh', ...more]
  const terminal = { env: { SHOUHOU_API_KEY: shop.apiKey, ...env }, out, err }
  const code = await importOrders(args, terminal, [1, 1])
  const refusedText = await readFile(refused, 'utf8').catch(() => '')
  return { code, out: out.text(), err: err.text(), refusedText }
}

const HEADER =
  'order_no,shopper_phone,placed_at,paid_at,shipped_at,signed_at,payments,line_no,sku,name,category,unit_price,paid,quantity,seven_day_return'
const TIMES = '2026-02-24 11:00,2026-02-24 11:05,2026-02-25 09:00,2026-02-27 18:00'
const row = (orderNo: string, more: { line?: string; paid?: string; pay?: string } = {}) => {
  const { line = '1', paid = '100.00', pay = 'P1|WECHAT_PAY|100' } = more
  return `${orderNo},13800138000,${TIMES},${pay},${line},CUP,蓝色马克杯,家居,50.00,${paid},2,是`
}
const csv = (...rows: string[]) => `${[HEADER, ...rows].join('\n')}\n`
const listed = async () => {
  const { items } = await shop.as('owner').ok('GET /orders', { query: { limit: 100 } })
  return items.map(({ orderNo }) => orderNo).sort()
}

describe('import-orders', () => {
  test('takes the sample of the documentation, and a second time changes nothing', async () => {
    const sample = await readFile(new URL('../../../docs/orders-sample.csv', import.meta.url))
    const first = await run(sample)
    expect(first).toMatchObject({ code: 0, refusedText: '' })
    expect(first.out).toBe('全部订单已导入\n')
    expect(first.err).toContain('100% created 2 · updated 0 · unchanged 0 · refused 0')
    const params = { orderNo: 'S20260301001' }
    const order = await shop.as('owner').ok('GET /orders/:orderNo', { params })
    expect(order).toMatchObject({
      paidFen: 35_800,
      discountFen: 4_000,
      placedAt: '2026-02-24T02:00:00.000Z',
      signedAt: '2026-02-27T10:12:00.000Z',
      gifts: [{ sku: 'TEA-CUP', name: '品茗杯', quantity: 1 }],
    })
    expect(order.lines.map(({ name, sevenDayReturn }) => [name, sevenDayReturn])).toEqual([
      ['电热水壶', true],
      ['龙井茶', false],
    ])
    expect((await run(sample)).err).toContain('created 0 · updated 0 · unchanged 2 · refused 0')
  })

  test('reads a byte order mark and Windows line ends', async () => {
    const text = `\uFEFF${csv(row('A1')).replaceAll('\n', '\r\n')}`
    expect(await run(text)).toMatchObject({ code: 0 })
    expect(await listed()).toEqual(['A1'])
  })

  test('refuses an order whole when one of its rows is wrong, and goes on with the others', async () => {
    const result = await run(
      csv(
        row('A1'),
        row('A2', { pay: 'P|ALIPAY|200' }),
        row('A2', { line: '2', paid: '一百', pay: '' }),
        row('A3', { pay: 'P|ALIPAY|300' }),
        row('A3', { line: '2', paid: '200', pay: '' }),
        row('A4'),
      ),
    )
    expect(result.code).toBe(2)
    expect(await listed()).toEqual(['A1', 'A4'])
    expect(result.out).toContain('2 个订单未导入')
    const lines = result.refusedText.trimEnd().split('\r\n')
    expect(lines).toHaveLength(5)
    expect(lines[1]).toContain(',3,第 4 行 paid: “一百”不是金额（元，最多两位小数）')
    expect(lines[2]).toContain(',4,第 4 行 paid: “一百”不是金额（元，最多两位小数）')
    expect(lines[3]).toContain(',5,第 6 行 paid: 实付 200.00 元超过单价×数量 100.00 元')
    expect(lines[4]).toContain(',6,第 6 行 paid: 实付 200.00 元超过单价×数量 100.00 元')
  })

  test('takes its own file of refused rows once it is repaired', async () => {
    const wrong = await run(csv(row('A1', { paid: '100.0x' })))
    expect(wrong.refusedText).toContain('100.0x')
    const repaired = await run(wrong.refusedText.replace(',100.0x,', ',100.00,'))
    expect(repaired).toMatchObject({ code: 0, refusedText: '' })
    expect(await listed()).toEqual(['A1'])
  })

  test('sends nothing of an order that is in two places of the file', async () => {
    const result = await run(csv(row('A1'), row('A2'), row('A1', { line: '2' })))
    expect(result.code).toBe(2)
    expect(await listed()).toEqual(['A2'])
    expect(result.err).toContain('created 1 · updated 0 · unchanged 0 · refused 1')
    expect(result.refusedText.match(/同一订单的各行必须连在一起/g)).toHaveLength(2)
  })

  test('refuses rows of one order that tell different things about it', async () => {
    const other = row('A1', { line: '2' }).replace('13800138000', '13900139000')
    const result = await run(csv(row('A1'), other))
    expect(result.refusedText).toContain('第 3 行 shopper_phone: 与本订单前面的行不同')
    expect(await listed()).toEqual([])
  })

  test('does not take an order number that a spreadsheet has rounded', async () => {
    const result = await run(csv(row('1.23E+15')))
    expect(result.refusedText).toContain('科学计数法')
  })

  const unusable: Record<string, [content: string | Buffer, sentence: string]> = {
    'is not UTF-8': [Buffer.from([0xb6, 0xa9, 0xb5, 0xa5, 0x0a]), '不是 UTF-8'],
    'is broken in the middle': [csv(row('A1'), '"A2'), '不是有效的 CSV'],
    'lacks a column': [csv(row('A1')).replace(',quantity', ',amount'), '不认识的列：amount'],
    'has fields too many': [csv(row('A1'), `${row('A2')},1`), '不是有效的 CSV'],
    'is empty': ['', '文件是空的'],
  }
  test.each(Object.entries(unusable))(
    'sends nothing of a file that %s',
    async (_name, [content, sentence]) => {
      const result = await run(content)
      expect(result.code).toBe(1)
      expect(result.err).toContain(sentence)
      expect(await listed()).toEqual([])
    },
  )

  test('says what is missing when it is started wrongly', async () => {
    const noKey = await run(csv(row('A1')), [], { SHOUHOU_API_KEY: undefined })
    expect(noKey).toMatchObject({ code: 1 })
    expect(noKey.err).toContain('SHOUHOU_API_KEY is not set')
    expect((await run(csv(row('A1')), ['--colour', 'red'])).err).toContain('--colour')
    const same = await run(csv(row('A1')), ['--refused', join(folder, 'orders.csv')])
    expect(same.err).toContain('another file')
  })

  test('stops at a key that is not good, without trying again', async () => {
    const result = await run(csv(row('A1')), [], { SHOUHOU_API_KEY: 'nonsense' })
    expect(result.code).toBe(1)
    expect(result.err).toContain('服务器拒绝了请求')
  })

  test('tries again when the server does not answer, and says that starting again is safe', async () => {
    let calls = 0
    const broken = createServer((_request, response) => {
      calls += 1
      response.writeHead(503, { 'content-type': 'application/problem+json' })
      response.end(JSON.stringify({ title: '服务暂时不可用', status: 503, code: 'unavailable' }))
    })
    await new Promise<void>((resolve) => broken.listen(0, '127.0.0.1', resolve))
    const { port } = broken.address() as AddressInfo
    const result = await run(csv(row('A1')), ['--url', `http://127.0.0.1:${port}`])
    broken.close()
    expect(calls).toBe(3)
    expect(result.code).toBe(1)
    expect(result.err).toContain('可以直接重新运行')
  })

  test('imports more orders than fit into one batch', async () => {
    const rows = Array.from({ length: 450 }, (_, i) => row(`B${i}`))
    const result = await run(csv(...rows))
    expect(result.err).toContain('100% created 450 · updated 0 · unchanged 0 · refused 0')
  })
})
