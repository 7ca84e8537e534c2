// Addresses of all pages and how to go there; the only place that spells a path of app.config.ts.
import Taro from '@tarojs/taro'

export const PAGES = {
  home: '/pages/home/index',
  cases: '/pages/cases/index',
  bot: '/pages/bot/index',
  me: '/pages/me/index',
  signIn: '/pages/sign-in/index',
  apply: '/packages/aftersales/apply/index',
  caseDetail: '/packages/aftersales/detail/index',
  rate: '/packages/aftersales/rate/index',
  shared: '/packages/aftersales/shared/index',
  orders: '/packages/orders/list/index',
  order: '/packages/orders/detail/index',
  desk: '/packages/staff/desk/index',
  deskExports: '/packages/staff/exports/index',
  deskFigures: '/packages/charts/figures/index',
  deskQueue: '/packages/staff/queue/index',
  deskCase: '/packages/staff/case/index',
  deskRefunds: '/packages/staff/refunds/index',
  deskRefund: '/packages/staff/refund/index',
  deskTalks: '/packages/staff/talks/index',
  deskTalk: '/packages/staff/talk/index',
  deskFaq: '/packages/staff/faq/index',
  deskFaqEntry: '/packages/staff/faq-entry/index',
  deskUnanswered: '/packages/staff/unanswered/index',
  deskTemplates: '/packages/staff/templates/index',
  deskPolicy: '/packages/staff/policy/index',
  deskRatings: '/packages/staff/ratings/index',
  deskTeam: '/packages/staff/team/index',
  inbox: '/packages/inbox/list/index',
  noticeSettings: '/packages/inbox/settings/index',
  deskNotices: '/packages/staff/notices/index',
  deskNotice: '/packages/staff/notice/index',
  deskKeys: '/packages/staff/keys/index',
  join: '/packages/staff/join/index',
} as const
export type PageName = keyof typeof PAGES

const TABS: readonly PageName[] = ['home', 'cases', 'bot', 'me']

/** Opens a page on top of this one; a tab page replaces whatever is open and takes no parameters. */
export function openPage(name: PageName, params: Params = {}): void {
  if (TABS.includes(name)) void Taro.switchTab({ url: PAGES[name] })
  else void Taro.navigateTo({ url: addressOf(name, params) })
}

/** Opens a page in place of this one, for instance after a form was sent. Not for tab pages. */
export function replacePage(name: PageName, params: Params = {}): void {
  void Taro.redirectTo({ url: addressOf(name, params) })
}

/** Opens a page with nothing underneath: where somebody begins. */
export function startAt(name: PageName): void {
  void Taro.reLaunch({ url: PAGES[name] })
}

type Params = Readonly<Record<string, string>>

function addressOf(name: PageName, params: Params): string {
  const query = Object.entries(params)
    .map(([key, value]) => `${key}=${encodeURIComponent(value)}`)
    .join('&')
  return query ? `${PAGES[name]}?${query}` : PAGES[name]
}

/** Opens sign-in from a page that needs it; afterwards that page comes back. */
export function openSignIn(): void {
  const { path = '', params = {} } = Taro.getCurrentInstance().router ?? {}
  const query = Object.entries(params)
    // Taro keeps marks of its own among the parameters.
    .filter(([key, value]) => !key.startsWith('$') && key !== 'stamp' && value !== undefined)
    .map(([key, value]) => `${key}=${encodeURIComponent(value ?? '')}`)
    .join('&')
  const address = path.split('?')[0] ?? ''
  openPage('signIn', { from: query ? `${address}?${query}` : address })
}

/**
 * After sign-in: back to the page that wanted it. Where nothing lies underneath, for instance after a
 * reload, to `from` if that is a page of ours. People of the shop begin at their desk.
 */
export function leaveSignIn(from: string, isStaff: boolean): void {
  const pages = Taro.getCurrentPages()
  const before = pages[pages.length - 2]
  const cameFrom = before ? (before.route ?? '') : from
  if (isStaff && !cameFrom.includes('packages/staff/')) startAt('desk')
  else if (before || !isAddress(from)) goBack()
  else void Taro.reLaunch({ url: from })
}

const isAddress = (text: string): boolean =>
  Object.values(PAGES).some((page) => text === page || text.startsWith(`${page}?`))

let mayLeave: (() => Promise<boolean>) | null = null

/** Going back asks this first, until it is taken away with null: for forms with unsaved words. */
export function askBeforeLeaving(ask: (() => Promise<boolean>) | null): void {
  mayLeave = ask
}

/** One step back; on a page that was opened from a link, the home page. */
export function goBack(): void {
  if (!mayLeave) leave()
  else
    void mayLeave().then((yes) => {
      if (yes) leave()
    })
}

function leave(): void {
  mayLeave = null
  if (Taro.getCurrentPages().length > 1) void Taro.navigateBack()
  else void Taro.switchTab({ url: PAGES.home })
}
