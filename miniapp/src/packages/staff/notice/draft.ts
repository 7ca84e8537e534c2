// The draft of a notice template as its form holds it. Pure.
import type { NoticeTemplate } from '@shouhou/shared/contract/notices'

export interface Draft {
  readonly wording: NoticeTemplate['wording']
  readonly isOwn: boolean
  readonly wechatTemplateId: string
  /** One `key=value` a line. */
  readonly fields: string
}

export const draftOf = (template: NoticeTemplate): Draft => ({
  wording: template.wording,
  isOwn: template.isOwn,
  wechatTemplateId: template.wechatTemplateId ?? '',
  fields: template.wechatFields.map(({ key, value }) => `${key}=${value}`).join('\n'),
})

/** Lines without a key and a value are kept as they are, so that the server says what is wrong. */
const fieldsOf = (text: string) =>
  text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '')
    .slice(0, 5)
    .map((line) => {
      const [key = '', ...value] = line.split('=')
      return { key: key.trim().slice(0, 40), value: value.join('=').trim() }
    })

/** What is sent: default words are sent as null, so that they follow the next version of the product. */
export const bodyOf = ({ wording, isOwn, wechatTemplateId, fields }: Draft) => ({
  wording: isOwn ? wording : null,
  wechatTemplateId: /^[A-Za-z0-9_-]{20,64}$/.test(wechatTemplateId.trim())
    ? wechatTemplateId.trim()
    : null,
  wechatFields: fieldsOf(fields),
})
