// For each route of the contract one input that is right for the rows named by `refs`. The tests over
// all routes put other rows in their place; a route without a sample does not compile.
import type { Contract, ContractKey, Input } from '@shouhou/shared/contract'
import { DEFAULT_POLICY } from '@shouhou/shared/domain/aftersale-policy'
import { application, WAYBILL } from '../features/aftersales/scenario.ts'
import { anOrder, anOrderNo, nextNumber } from '../helpers/factories.ts'

/** Rows that one shopper, or the shop around them, has. */
export interface Refs {
  readonly slug: string
  readonly orderNo: string
  readonly lineId: string
  readonly caseId: string
  /** Not used by anything yet. */
  readonly uploadId: string
  /** Only for the route that removes it. */
  readonly looseUploadId: string
  readonly conversationId: string
  readonly messageId: string
  readonly refundId: string
  readonly entryId: string
  readonly unansweredId: string
  /** Another unanswered question, only for the entry that answers it. */
  readonly questionId: string
  readonly memberId: string
  readonly apiKeyId: string
  readonly exportId: string
  readonly invitationId: string
  /** A filter that an agent keeps. */
  readonly filterId: string
  readonly templateId: string
}
export type RefName = keyof Refs

type Sample<K extends ContractKey> = (refs: Refs) => Input<K>
type CommandPath = Extract<ContractKey, `POST /aftersales/:id/${string}`>

const wordings = [
  { language: 'en' as const, question: 'A question?', phrasings: [], answer: 'An answer.' },
]
const policy = DEFAULT_POLICY as Input<'POST /policy/check'>['body']['document']
const onCase = ({ caseId }: Refs) => ({ params: { id: caseId } })
const order = ({ orderNo, lineId }: Refs) => ({ orderNo, lineIds: [lineId] })
const asked = (refs: Refs) => ({ ...application(order(refs)), mediaIds: [refs.uploadId] })

/** Commands that need no more than the version they saw. */
const bare = (refs: Refs) => ({ ...onCase(refs), body: { version: 1 } })
const because = (refs: Refs) => ({ ...onCase(refs), body: { version: 1, text: '说明' } })
const parcel = (refs: Refs) => ({ ...onCase(refs), body: { version: 1, ...WAYBILL } })

const commands: { readonly [K in CommandPath]: Sample<K> } = {
  'POST /aftersales/:id/notes': (refs) => ({ ...onCase(refs), body: { text: '内部备注' } }),
  'POST /aftersales/:id/rating': (refs) => ({
    ...onCase(refs),
    body: { attitude: 5, speed: 4, overall: 5, tags: ['快'], comment: '' },
  }),
  'POST /aftersales/:id/share': onCase,
  'POST /aftersales/:id/request-info': because,
  'POST /aftersales/:id/supply-info': (refs) => ({
    ...onCase(refs),
    body: { version: 1, text: '补充', mediaIds: [refs.uploadId] },
  }),
  'POST /aftersales/:id/approve': bare,
  'POST /aftersales/:id/reject': (refs) => ({
    ...onCase(refs),
    body: { version: 1, reasonCode: 'OUT_OF_WINDOW', text: '说明', mediaIds: [refs.uploadId] },
  }),
  'POST /aftersales/:id/offer': (refs) => ({
    ...onCase(refs),
    body: { version: 1, kind: 'CHANGE_AMOUNT', amountFen: 100, text: '说明' },
  }),
  'POST /aftersales/:id/accept-offer': bare,
  'POST /aftersales/:id/decline-offer': bare,
  'POST /aftersales/:id/edit': (refs) => {
    const { orderNo: _orderNo, ...rest } = asked(refs)
    return { ...onCase(refs), body: { version: 1, ...rest } }
  },
  'POST /aftersales/:id/cancel': bare,
  'POST /aftersales/:id/ship-return': parcel,
  'POST /aftersales/:id/report-delivered': bare,
  'POST /aftersales/:id/waive-return': because,
  'POST /aftersales/:id/receive-return': (refs) => ({
    ...onCase(refs),
    body: { version: 1, lines: [{ lineId: refs.lineId, quantityReceived: 1 }] },
  }),
  'POST /aftersales/:id/pass-inspection': (refs) => ({
    ...onCase(refs),
    body: {
      version: 1,
      lines: [{ lineId: refs.lineId, quantityPassed: 1, grade: 'A', restock: 'NEW' }],
      mediaIds: [refs.uploadId],
    },
  }),
  'POST /aftersales/:id/fail-inspection': (refs) => ({
    ...onCase(refs),
    body: {
      version: 1,
      reason: 'NOT_INTACT',
      text: '说明',
      deductionFen: 0,
      mediaIds: [refs.uploadId],
    },
  }),
  'POST /aftersales/:id/accept-deduction': bare,
  'POST /aftersales/:id/ask-goods-back': bare,
  'POST /aftersales/:id/ship-replacement': parcel,
  'POST /aftersales/:id/report-out-of-stock': because,
  'POST /aftersales/:id/confirm-receipt': bare,
  'POST /aftersales/:id/retry-refund': bare,
  'POST /aftersales/:id/record-offline-payout': (refs) => ({
    ...onCase(refs),
    body: { version: 1, reference: 'BANK-1', text: '说明' },
  }),
  'POST /aftersales/:id/confirm-payout': bare,
  'POST /aftersales/:id/force-close': because,
  'POST /aftersales/:id/force-refund': (refs) => ({
    ...onCase(refs),
    body: { version: 1, amountFen: 100, text: '说明' },
  }),
}

export const samples: { readonly [K in keyof Contract]: Sample<K> } = {
  ...commands,
  'GET /shops': () => ({}),
  'POST /auth/wechat': ({ slug }) => ({ body: { shop: slug, code: 'demo-nobody' } }),
  'POST /auth/phone-codes': ({ slug }) => ({ body: { shop: slug, phone: '13000000000' } }),
  'POST /auth/phone': ({ slug }) => ({
    body: { shop: slug, phone: '13000000000', code: '000000' },
  }),
  'POST /auth/staff': () => ({ body: { login: 'nobody', password: 'no password' } }),
  'POST /auth/refresh': () => ({ body: { refreshToken: 'none' } }),
  'POST /auth/sign-out': () => ({ body: { everywhere: false } }),
  'POST /auth/switch-shop': ({ slug }) => ({ body: { shop: slug } }),
  'GET /me': () => ({}),
  'PUT /me': () => ({ body: { language: 'en' } }),
  'GET /staff': () => ({}),
  'POST /staff': () => ({
    body: {
      login: `new-${nextNumber()}`,
      name: '新人',
      role: 'agent',
      password: 'a long enough password',
    },
  }),
  'PUT /staff/:id': ({ memberId }) => ({ params: { id: memberId }, body: { role: 'technician' } }),
  'GET /invitations': () => ({}),
  'POST /invitations': () => ({
    body: { invited: { login: `invited-${nextNumber()}` }, role: 'agent' },
  }),
  'DELETE /invitations/:id': ({ invitationId }) => ({ params: { id: invitationId } }),
  'POST /invitations/look': () => ({ body: { code: 'none' } }),
  'POST /invitations/accept': () => ({
    body: { code: 'none', login: 'nobody', password: 'no password' },
  }),
  'POST /invitations/join': () => ({
    body: { code: 'none', login: 'nobody', name: '新人', password: 'a long enough password' },
  }),
  'GET /api-keys': () => ({}),
  'POST /api-keys': () => ({ body: { name: 'ERP', scopes: ['faq:read'] } }),
  'DELETE /api-keys/:id': ({ apiKeyId }) => ({ params: { id: apiKeyId } }),
  // The number is the caller's own to choose: no row is looked up that could be another's.
  'PUT /orders/:orderNo': () => ({ params: { orderNo: anOrderNo() }, body: anOrder() }),
  'POST /orders/batch': () => ({ body: { orders: [{ orderNo: anOrderNo(), order: anOrder() }] } }),
  'GET /orders': () => ({ query: {} }),
  'GET /orders/:orderNo': ({ orderNo }) => ({ params: { orderNo } }),
  'POST /uploads': () => ({}),
  'DELETE /uploads/:id': ({ looseUploadId }) => ({ params: { id: looseUploadId } }),
  'GET /media/:id': ({ uploadId }) => ({
    params: { id: uploadId },
    query: { shop: uploadId, variant: 'full', viewer: 'x', expires: 1, signature: 'x' },
  }),
  'POST /aftersales/quote': (refs) => {
    const { description: _text, mediaIds: _media, ...ask } = application(order(refs))
    return { body: ask }
  },
  'POST /aftersales': (refs) => ({ body: asked(refs) }),
  'GET /aftersales': () => ({ query: {} }),
  'GET /aftersales/counts': () => ({}),
  'GET /aftersales/:id': onCase,
  'GET /aftersales/:id/timeline': (refs) => ({ ...onCase(refs), query: {} }),
  'GET /aftersales/:id/desk': onCase,
  'GET /aftersales/:id/share': onCase,
  'DELETE /aftersales/:id/share': onCase,
  'GET /shared/:token': () => ({ params: { token: 'x'.repeat(43) } }),
  'GET /faq': () => ({ query: { language: 'en' } }),
  'GET /faq/entries': () => ({ query: {} }),
  'GET /faq/entries/:id': ({ entryId }) => ({ params: { id: entryId } }),
  'POST /faq/entries': ({ questionId }) => ({
    body: {
      slug: `entry-${nextNumber()}`,
      category: 'c',
      wordings,
      answersQuestion: questionId,
    },
  }),
  'PUT /faq/entries/:id': ({ entryId }) => ({
    params: { id: entryId },
    body: { version: 1, category: 'c', wordings },
  }),
  'PUT /faq/entries/:id/status': ({ entryId }) => ({
    params: { id: entryId },
    body: { version: 1, status: 'PUBLISHED' },
  }),
  'POST /faq/test': () => ({ body: { question: '怎么退货' } }),
  'POST /faq/check': () => ({ body: { draft: { entryId: null, wordings } } }),
  'GET /faq/entries/:id/uses': ({ entryId }) => ({ params: { id: entryId } }),
  'GET /faq/categories': () => ({}),
  'POST /faq/unanswered/:id/reopen': ({ unansweredId }) => ({ params: { id: unansweredId } }),
  'GET /faq/unanswered': () => ({ query: {} }),
  'POST /faq/unanswered/:id/resolve': ({ unansweredId, entryId }) => ({
    params: { id: unansweredId },
    body: { entryId },
  }),
  'POST /conversations': () => ({ body: { language: 'zh-CN' } }),
  'GET /conversations': () => ({ query: {} }),
  'GET /conversations/:id/messages': ({ conversationId }) => ({
    params: { id: conversationId },
    query: {},
  }),
  'POST /conversations/:id/messages': ({ conversationId, uploadId, caseId }) => ({
    params: { id: conversationId },
    body: { text: '您好', mediaIds: [uploadId], choice: { kind: 'CASE', id: caseId } },
  }),
  'POST /conversations/:id/take': ({ conversationId }) => ({ params: { id: conversationId } }),
  'POST /conversations/:id/end': ({ conversationId }) => ({ params: { id: conversationId } }),
  'POST /conversations/:id/messages/:messageId/feedback': ({ conversationId, messageId }) => ({
    params: { id: conversationId, messageId },
    body: { helpful: true },
  }),
  'GET /policy': () => ({}),
  'PUT /policy': () => ({ body: { version: 1, document: policy } }),
  'GET /policy/versions': () => ({ query: {} }),
  'POST /policy/preview': () => ({ body: { document: policy } }),
  'POST /policy/check': () => ({ body: { document: policy } }),
  'GET /refunds': () => ({ query: {} }),
  'GET /refunds/:id': ({ refundId }) => ({ params: { id: refundId } }),
  'POST /refunds/:id/confirm': ({ refundId }) => ({
    params: { id: refundId },
    body: { reference: 'WX42' },
  }),
  'POST /refunds/:id/fail': ({ refundId }) => ({
    params: { id: refundId },
    body: { text: '说明' },
  }),
  'GET /me/notices': () => ({ query: {} }),
  'GET /me/notices/:subjectId': ({ caseId }) => ({ params: { subjectId: caseId }, query: {} }),
  'GET /me/notice-count': () => ({}),
  'POST /me/notices/read': ({ caseId }) => ({ body: { subjectId: caseId } }),
  'GET /me/notice-templates': () => ({}),
  'POST /me/notice-grants': () => ({
    body: { results: [{ templateId: 'no-such-template-of-this-shop', accepted: true }] },
  }),
  'GET /me/notice-settings': () => ({}),
  'PUT /me/notice-settings': () => ({
    body: { topics: [{ topic: 'TALK', channels: ['EMAIL'] }], quiet: { from: 1_320, to: 480 } },
  }),
  'PUT /me/notice-email': () => ({ body: { email: 'somebody@example.com' } }),
  'POST /me/notice-email/confirm': () => ({ body: { code: '000000' } }),
  'DELETE /me/notice-email': () => ({}),
  'GET /notice-templates': () => ({}),
  'PUT /notice-templates/:event': () => ({
    params: { event: 'APPROVED' },
    body: { version: 0, wording: null, wechatTemplateId: null, wechatFields: [] },
  }),
  'POST /notice-templates/:event/preview': () => ({
    params: { event: 'APPROVED' },
    body: { wording: null, wechatTemplateId: null, wechatFields: [] },
  }),
  'GET /ratings': () => ({ query: {} }),
  'GET /today': () => ({}),
  'POST /exports/aftersales': () => ({ body: { format: 'csv', filter: { status: 'OPEN' } } }),
  'POST /exports/refunds': () => ({ body: { format: 'csv', filter: {} } }),
  'POST /exports/orders': () => ({ body: { format: 'xlsx', filter: {} } }),
  'POST /exports/ratings': () => ({ body: { format: 'csv', filter: {} } }),
  'POST /exports/unanswered': () => ({ body: { format: 'csv', filter: {} } }),
  'GET /exports': () => ({ query: {} }),
  'GET /exports/:id': ({ exportId }) => ({ params: { id: exportId } }),
  'GET /exports/:id/file': ({ exportId }) => ({
    params: { id: exportId },
    query: { shop: exportId, viewer: 'x', expires: 1, signature: 'x' },
  }),
  'GET /figures': () => ({ query: {} }),
  'GET /queue-filters': () => ({}),
  'POST /queue-filters': () => ({
    body: { name: `筛选 ${nextNumber()}`, filter: { status: 'TODO' } },
  }),
  'PUT /queue-filters/:id': ({ filterId }) => ({
    params: { id: filterId },
    body: { name: `筛选 ${nextNumber()}`, filter: { due: 'overdue', sort: 'due' } },
  }),
  'DELETE /queue-filters/:id': ({ filterId }) => ({ params: { id: filterId } }),
  'GET /reply-templates': () => ({ query: {} }),
  'POST /reply-templates': () => ({
    body: { act: 'reject', language: 'en', title: 'Too late', text: 'The period is over.' },
  }),
  'PUT /reply-templates/:id': ({ templateId }) => ({
    params: { id: templateId },
    body: { version: 1, title: '标题', text: '内容' },
  }),
  'DELETE /reply-templates/:id': ({ templateId }) => ({ params: { id: templateId } }),
  'POST /live/tickets': () => ({}),
  'GET /live': () => ({ query: { ticket: 'none' } }),
}

/** An input of whatever route. */
export interface AnyInput {
  readonly params?: object
  readonly query?: object
  readonly body?: object
}

/** The sample of a route, and the names of the rows it takes. */
export function sampleOf(
  key: ContractKey,
  refs: Refs,
): { input: AnyInput; used: readonly RefName[] } {
  const used = new Set<RefName>()
  const watched = new Proxy(refs, {
    get(target, name) {
      used.add(name as RefName)
      return target[name as RefName]
    },
  })
  const input = samples[key](watched) as object
  return { input, used: [...used] }
}
