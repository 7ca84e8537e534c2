// Words of the staff pages: the desk and its lists here, each larger part in a file of its own.
import type { StaffRole } from '@shouhou/shared/domain/roles'
import type { WaitsFor } from '@shouhou/shared/domain/timers'
import { staffActs } from './staff-acts.ts'
import { staffCase } from './staff-case.ts'
import { staffExports } from './staff-exports.ts'
import { staffFaq } from './staff-faq.ts'
import { staffFigures } from './staff-figures.ts'
import { staffPolicy } from './staff-policy.ts'
import { staffQueue } from './staff-queue.ts'
import { staffShop } from './staff-shop.ts'
import { staffTalk } from './staff-talk.ts'
import type { Word, Words } from './words.ts'

const desk = {
  'desk.title': ['工作台', 'Desk'],
  'desk.notStaff': ['这里供商家使用', 'This part is for the shop'],
  'desk.notYourRole': ['您的角色没有这项权限', 'Your role does not include this'],
  'desk.switch': ['切换店铺', 'Another shop'],
  'desk.switchHint': ['您在多家店铺任职，点击可切换', 'You work for several shops: tap to change'],
  'desk.saved': ['已保存', 'Saved'],
  'desk.optional': ['{label}（选填）', '{label} (optional)'],
  'desk.by': ['{name}，{time}', '{name}, {time}'],

  'today.title': ['今日数据', 'Today'],
  'today.asOf': ['截至 {time}', 'as of {time}'],
  'today.dueIn4h': ['4 小时内到期', 'Due in 4 hours'],
  'today.dueIn24h': ['24 小时内到期', 'Due in 24 hours'],
  'today.open': ['进行中', 'Open'],
  'today.created': ['今日新申请', 'New today'],
  'today.byPolicy': ['规则自动通过', 'Approved by rules'],
  'today.byPeople': ['人工处理', 'Decided by people'],
  'today.toPay': ['待打款', 'To pay'],
  'today.paid': ['今日已退', 'Refunded today'],
  'today.talks': ['等待人工回复', 'Waiting for us'],
  'today.unanswered': ['机器人未答', 'Unanswered'],
  'today.rating': ['近 30 天评分', 'Rating, 30 days'],
  'today.topReasons': ['近 30 天售后原因', 'Reasons, 30 days'],

  'deskPayouts.about': ['登记线下打款结果', 'Say how payouts ended'],
  'deskTalks.about': ['接待机器人转来的买家', 'Answer shoppers the bot hands over'],
  'deskFaq.about': ['机器人的答案', 'What the bot answers'],
  'deskUnanswered.about': ['机器人没答上的问题', 'What the bot could not answer'],
  'deskRatings.about': ['买家的评价', 'What shoppers say'],
  'deskPolicy.about': ['期限、自动通过、退货地址', 'Periods, automatic approval, address'],
  'deskTeam.about': ['员工与角色', 'People and roles'],
  'deskKeys.about': ['给店铺系统使用', "For the shop's own systems"],

  'waits.merchant': ['等商家处理', 'Waits for the shop'],
  'waits.shopper': ['等买家处理', 'Waits for the shopper'],
  'waits.platform': ['等平台处理', 'Waits for the platform'],

  'staffRole.agent': ['客服', 'Agent'],
  'staffRole.warehouse': ['仓库', 'Warehouse'],
  'staffRole.technician': ['维修', 'Technician'],
  'staffRole.manager': ['主管', 'Manager'],
  'staffRole.owner': ['店主', 'Owner'],
} as const satisfies Words &
  Record<`waits.${WaitsFor}`, Word> &
  Record<`staffRole.${StaffRole}`, Word>

export const staff = {
  ...desk,
  ...staffCase,
  ...staffActs,
  ...staffQueue,
  ...staffTalk,
  ...staffFaq,
  ...staffFigures,
  ...staffExports,
  ...staffPolicy,
  ...staffShop,
}
