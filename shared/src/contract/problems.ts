// Every problem the API can answer with: its status and its titles. Nothing else decides either.
import { type Static, Type } from 'typebox'
import { object } from './route.ts'

export const PROBLEMS = {
  'invalid-input': [400, '请求内容有误', 'The request is not valid'],
  'idempotency-key-missing': [400, '缺少 Idempotency-Key', 'Idempotency-Key header is missing'],
  'not-signed-in': [401, '请先登录', 'Sign in first'],
  'sign-in-failed': [401, '登录信息不正确', 'The sign-in details are not right'],
  'session-ended': [401, '登录已失效，请重新登录', 'The session has ended, sign in again'],
  'not-allowed': [403, '没有权限', 'Not allowed'],
  'address-expired': [403, '图片地址已过期', 'The signed address has expired'],
  'not-found': [404, '没有找到', 'Not found'],
  'version-conflict': [
    409,
    '内容刚刚有更新，请刷新后再试',
    'It changed meanwhile, reload and try again',
  ],
  'idempotency-key-reused': [
    409,
    '同一请求编号用于了不同内容',
    'The key was used for another request',
  ],
  'wrong-status': [409, '当前状态不能这样操作', 'Not possible in the present status'],
  'limit-reached': [409, '已达到次数上限', 'The limit is reached'],
  'already-exists': [409, '已经存在', 'It exists already'],
  'units-taken': [409, '这些商品已在另一售后单中', 'These units are in another aftersale already'],
  'amount-exceeds-paid': [409, '金额超过可退金额', 'More than what can be refunded'],
  'order-locked': [
    409,
    '订单已有售后，商品明细不能再改',
    'Lines cannot change once an aftersale exists',
  ],
  'order-outdated': [409, '已有更新的订单版本', 'A newer version of the order is stored'],
  'file-too-large': [413, '内容太大', 'Too large'],
  'media-type': [415, '不支持的内容类型', 'Content type not supported'],
  'range-not-there': [416, '文件没有这一段', 'The file has no such part'],
  'not-eligible': [422, '不符合售后条件', 'Not eligible'],
  'not-offered': [422, '本店未开通此类售后', 'Not offered by this shop'],
  'order-impossible': [422, '订单数据自相矛盾', 'The order contradicts itself'],
  'file-refused': [422, '这个文件不能使用', 'This file cannot be used'],
  'policy-unlawful': [422, '低于法律规定的标准', 'Below what the law demands'],
  'input-missing': [422, '还缺少必填内容', 'Something needed is missing'],
  'code-wrong': [422, '验证码不正确或已过期', 'The code is wrong or expired'],
  'upload-unusable': [422, '图片不可用，请重新上传', 'An upload cannot be used'],
  'upgrade-needed': [426, '请用 WebSocket 连接', 'Connect with a WebSocket'],
  'rate-limited': [429, '操作太频繁，请稍后再试', 'Too many requests'],
  internal: [500, '服务器出错了', 'Something went wrong on our side'],
  'outside-failed': [502, '外部服务没有正常响应', 'A service we depend on failed'],
  unavailable: [503, '服务暂时不可用', 'Temporarily not available'],
} as const satisfies Record<string, readonly [status: number, zh: string, en: string]>

export type ProblemCode = keyof typeof PROBLEMS

/** RFC 9457 `application/problem+json`. */
export const Problem = object({
  type: Type.String({ description: 'URI ending in the code' }),
  title: Type.String(),
  status: Type.Integer({ minimum: 400, maximum: 599 }),
  code: Type.String(),
  detail: Type.Optional(Type.String()),
  instance: Type.Optional(Type.String({ description: 'Request id' })),
  errors: Type.Optional(
    Type.Array(object({ pointer: Type.String(), message: Type.String() }), { maxItems: 100 }),
  ),
  currentVersion: Type.Optional(Type.Integer({ description: 'With version-conflict' })),
  why: Type.Optional(Type.String({ description: 'Finer reason, a stable word' })),
})
export type Problem = Static<typeof Problem>
