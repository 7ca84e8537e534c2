// Where people are after signing in: back where they wanted to be, or where their work is.
import { beforeEach, describe, expect, it, vi } from 'vitest'

const went: string[] = []
let stack: string[] = []
let router: { path: string; params: Record<string, string> } = { path: '', params: {} }
const to =
  (how: string) =>
  ({ url }: { url: string }) => {
    went.push(`${how} ${url}`)
    return Promise.resolve()
  }
vi.mock('../../../miniapp/node_modules/@tarojs/taro', () => ({
  default: {
    getCurrentPages: () => stack.map((route) => ({ route })),
    getCurrentInstance: () => ({ router }),
    navigateBack: () => Promise.resolve(went.push('back')),
    navigateTo: to('open'),
    switchTab: to('tab'),
    reLaunch: to('start'),
  },
}))
const { leaveSignIn, openSignIn } = await import('../../../miniapp/src/pages.ts')

const SIGN_IN = 'pages/sign-in/index'
const CASE = '/packages/aftersales/detail/index?id=1'
const DESK = '/packages/staff/desk/index'
beforeEach(() => {
  went.length = 0
  stack = ['pages/home/index', SIGN_IN]
})

describe('after sign-in', () => {
  it('a shopper is back on the page underneath', () => {
    leaveSignIn(CASE, false)
    expect(went).toEqual(['back'])
  })

  it('of a page that was loaded anew, a shopper is on the page that asked for it', () => {
    stack = [SIGN_IN]
    leaveSignIn(CASE, false)
    expect(went).toEqual([`start ${CASE}`])
  })

  it('nobody is led to an address that is no page of ours', () => {
    stack = [SIGN_IN]
    for (const from of ['', 'https://elsewhere.example', '/pages/home/index2']) {
      leaveSignIn(from, false)
    }
    expect(new Set(went)).toEqual(new Set(['tab /pages/home/index']))
  })

  it('staff begin at their desk, unless a page of theirs had asked', () => {
    leaveSignIn('/pages/home/index', true)
    stack = ['packages/staff/queue/index', SIGN_IN]
    leaveSignIn('', true)
    expect(went).toEqual([`start ${DESK}`, 'back'])
  })
})

it('sign-in learns which page wanted it, without the marks that Taro adds', () => {
  router = {
    path: '/packages/aftersales/detail/index?id=1&stamp=AA',
    params: { id: '1', stamp: 'AA', $taroTimestamp: '9' },
  }
  openSignIn()
  expect(went).toEqual([`open /pages/sign-in/index?from=${encodeURIComponent(CASE)}`])
})
