// An application whose messages leave the house: to our WeChat, our SMS service, a mail server in process.
import { startFakeAliyunSms } from '@shouhou/server/dev/fake-aliyun-sms.ts'
import { noticeDeliveries, noticeGrants } from '@shouhou/server/features/notices/tables.ts'
import type { NoticeChannel, NoticeEvent } from '@shouhou/shared/domain/notice-events'
import { and, eq } from 'drizzle-orm'
import { SMTPServer } from 'smtp-server'
import { type TestApp, testApp } from '../../helpers/app.ts'
import type { Person, TestShop } from '../../helpers/client.ts'
import { aPhone, nextNumber } from '../../helpers/factories.ts'
import { fakeWechat } from '../../helpers/fake-wechat.ts'
import { apply, give, placeOrder } from '../aftersales/scenario.ts'

export const TEMPLATE = 'template-of-approvals-0001'

interface ReceivedMail {
  readonly to: string
  /** The plain text of the mail. */
  readonly text: string
  readonly source: string
}

/** Takes mails; `refuseNext` answers the next one with an SMTP code instead. */
async function mailServer() {
  const mails: ReceivedMail[] = []
  let refusing: number | undefined
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS'],
    onData(stream, session, done) {
      const parts: Buffer[] = []
      stream.on('data', (part: Buffer) => parts.push(part))
      stream.on('end', () => {
        const code = refusing
        refusing = undefined
        if (code) return done(Object.assign(new Error('no'), { responseCode: code }))
        const to = session.envelope.rcptTo.map(({ address }) => address).join()
        const source = Buffer.concat(parts).toString('utf8')
        mails.push({ to, source, text: plainText(source) })
        return done()
      })
    },
  })
  await new Promise<void>((settle) => server.listen(0, '127.0.0.1', settle))
  const address = server.server.address()
  return {
    mails,
    port: typeof address === 'object' ? (address?.port ?? 0) : 0,
    refuseNext: (code: number) => {
      refusing = code
    },
    stop: () => new Promise<void>((settle) => server.close(() => settle())),
  }
}

/** The first part of a mail, decoded. */
function plainText(source: string): string {
  const [, encoding = '', body = ''] =
    /text\/plain[\s\S]*?Transfer-Encoding: (\S+)[\s\S]*?\r\n\r\n([\s\S]*?)\r\n--/.exec(source) ?? []
  if (encoding === 'base64') return Buffer.from(body, 'base64').toString('utf8')
  const bytes = body
    .replace(/=\r\n/g, '')
    .replace(/=([0-9A-F]{2})/g, (_all, hex: string) =>
      String.fromCharCode(Number.parseInt(hex, 16)),
    )
  return Buffer.from(bytes, 'latin1').toString('utf8')
}

/** Everything; stop it in `afterAll`. */
export async function outsideWorld() {
  const mail = await mailServer()
  const clock = { now: () => 0 }
  const wechat = await fakeWechat(() => clock.now())
  const sms = await startFakeAliyunSms()
  const t = await testApp({
    ...wechat.env,
    SMTP_URL: `smtp://127.0.0.1:${mail.port}`,
    MAIL_FROM: '青禾 <notice@qinghe.example>',
    SMS_SENDER: 'aliyun',
    ALIYUN_SMS_URL: sms.url,
    ALIYUN_ACCESS_KEY_ID: sms.accessKeyId,
    ALIYUN_ACCESS_KEY_SECRET: sms.accessKeySecret,
    SMS_SIGN_NAME: '青禾',
    SMS_CODE_TEMPLATE: 'SMS_CODE',
    SMS_NOTICE_TEMPLATE: 'SMS_NOTICE',
  })
  clock.now = () => t.clock.now().getTime()
  wechat.messages.addTemplate(TEMPLATE, ['character_string1', 'thing2', 'time3'])
  const stop = async () => {
    await t.close()
    await Promise.all([wechat.stop(), sms.stop(), mail.stop()])
  }
  return { t, wechat, sms, mail, stop }
}

/** The same shop seen with another shopper. */
export const seenBy = (shop: TestShop, who: Person, phone: string): TestShop => {
  const as = (role: string) => (role === 'shopper' ? who : shop.as(role as 'agent'))
  return { ...shop, phone, as: as as TestShop['as'] }
}

/** Gives an event the WeChat template of these tests. */
export const useTemplate = (shop: TestShop, event: NoticeEvent) =>
  shop.as('owner').ok('PUT /notice-templates/:event', {
    params: { event },
    body: {
      version: 0,
      wording: null,
      wechatTemplateId: TEMPLATE,
      wechatFields: [
        { key: 'character_string1', value: '{no}' },
        { key: 'thing2', value: '您的售后申请已经通过，打开小程序看看接下来怎么做' },
        { key: 'time3', value: '更新时间' },
      ],
    },
  })

/** Messages of a shop by one channel, oldest first. */
export const deliveriesOf = (t: TestApp, shop: TestShop, channel: NoticeChannel) =>
  t.deps.db.transact({ shopId: shop.id }, (tx) =>
    tx
      .select()
      .from(noticeDeliveries)
      .where(and(eq(noticeDeliveries.shopId, shop.id), eq(noticeDeliveries.channel, channel)))
      .orderBy(noticeDeliveries.createdAt, noticeDeliveries.id),
  )

export const grantsOf = (t: TestApp, shop: TestShop) =>
  t.deps.db.transact({ shopId: shop.id }, (tx) => tx.select().from(noticeGrants))

/** A shopper of WeChat with a phone, and the shop as they see it. */
export async function wechatShopper(
  { wechat }: Awaited<ReturnType<typeof outsideWorld>>,
  shop: TestShop,
) {
  const phone = aPhone()
  const openid = wechat.openidOf(`shopper-${nextNumber()}`)
  const who = await shop.newShopper({ phone, openid, name: '王小红' })
  return { who, openid, mine: seenBy(shop, who, phone) }
}

/** A case of the shopper of `mine` that the shop has just approved. */
export async function approvedCase(t: TestApp, shop: TestShop, mine: TestShop) {
  const made = await apply(mine.as('shopper'), await placeOrder(t, mine))
  return give(await shop.newStaff('agent'), made, 'approve')
}
