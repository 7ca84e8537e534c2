// A message for each channel: the same words in the form the channel takes.
import { noticeSentences, wechatData } from '@shouhou/shared/domain/notice-text'
import { type Delivered, refused } from '../../adapters/delivery.ts'
import type { Deps } from '../../deps.ts'
import type { DeliveryRow } from './delivery-store.ts'
import type { NoticeRow } from './notice-store.ts'
import type { Reachable } from './receiver.ts'

export interface Message {
  readonly delivery: DeliveryRow
  readonly notice: NoticeRow
  readonly receiver: Reachable
  readonly shop: string
}

/** Where a tap on the message leads. */
export const pageOf = ({ subjectKind, subjectId }: Pick<NoticeRow, 'subjectKind' | 'subjectId'>) =>
  subjectKind === 'aftersale'
    ? `packages/aftersales/detail/index?id=${subjectId}`
    : 'pages/bot/index'

const wordsOf = ({ notice, receiver, shop }: Message) =>
  noticeSentences(
    notice.event,
    receiver.template?.wording ?? null,
    notice.params,
    shop,
    receiver.language,
  )

/** Subject and text of a mail, also what its preview shows. */
export const letter = (
  words: { readonly title: string; readonly body: string },
  shop: string,
  language: 'zh-CN' | 'en',
  address: string,
) => ({
  subject: language === 'en' ? `[${shop}] ${words.title}` : `【${shop}】${words.title}`,
  text: `${words.body}\n\n${address}\n\n${
    language === 'en'
      ? 'You chose to get these messages; change that under “My page”.'
      : '您选择了接收此类消息，可在“我的”页面更改。'
  }`,
})

/** Hands one message over to the outside world; never throws. */
export function handOver(deps: Deps, message: Message): Promise<Delivered> {
  const { channel } = message.delivery
  if (channel === 'WECHAT') return toWeChat(deps, message)
  return channel === 'EMAIL' ? toMail(deps, message) : toSms(deps, message)
}

async function toWeChat(deps: Deps, { notice, receiver, shop }: Message): Promise<Delivered> {
  const { template, openidSealed, language } = receiver
  if (!template?.wechatTemplateId || openidSealed === null) return refused('no-address')
  return deps.wechatMessages.send({
    openid: deps.personal.open(openidSealed),
    templateId: template.wechatTemplateId,
    page: pageOf(notice),
    language: language === 'en' ? 'en_US' : 'zh_CN',
    data: wechatData(template.wechatFields, notice.params, shop, notice.createdAt.getTime()),
  })
}

async function toMail(deps: Deps, message: Message): Promise<Delivered> {
  const { receiver, shop, delivery, notice } = message
  if (!deps.mail || receiver.emailSealed === null) return refused('no-address')
  const address = `${deps.config.publicUrl}/#/${pageOf(notice)}`
  return deps.mail.send({
    to: deps.personal.open(receiver.emailSealed),
    ...letter(wordsOf(message), shop, receiver.language, address),
    id: delivery.id,
  })
}

async function toSms(deps: Deps, message: Message): Promise<Delivered> {
  const { receiver, shop, notice } = message
  if (receiver.phoneSealed === null) return refused('no-address')
  const { title } = wordsOf(message)
  const no = notice.params.no ?? ''
  return deps.sms.sendNotice(deps.personal.open(receiver.phoneSealed), { shop, title, no })
}
