// Words of the shopper's pages.
import type { Words } from './words.ts'

export const shopper = {
  'home.title': ['售后服务', 'After-sales service'],
  'cases.title': ['我的售后', 'My cases'],
  'bot.title': ['客服', 'Help'],
  'me.title': ['我的', 'Me'],
  'orders.title': ['我的订单', 'My orders'],
  'order.title': ['订单详情', 'Order'],
  'apply.title': ['申请售后', 'Apply'],
  'case.title': ['售后详情', 'Case'],
  'rate.title': ['评价服务', 'Rate the service'],

  'signIn.title': ['登录', 'Sign in'],
  'signIn.shop': ['选择店铺', 'Choose a shop'],
  'signIn.needed': ['登录后查看你的订单和售后', 'Sign in to see your orders and cases'],
  'signIn.wechat': ['微信一键登录', 'Sign in with WeChat'],
  'signIn.phone': ['手机号', 'Mobile number'],
  'signIn.code': ['验证码', 'Code'],
  'signIn.getCode': ['获取验证码', 'Get a code'],
  'signIn.resendIn': ['{n} 秒后可重发', 'Again in {n} s'],
  'signIn.codeSent': ['验证码已发送', 'The code is on its way'],
  'signIn.go': ['登录', 'Sign in'],
  'signIn.asStaff': ['商家登录', 'Staff sign-in'],
  'signIn.asShopper': ['买家登录', 'Shopper sign-in'],
  'signIn.account': ['账号', 'Account'],
  'signIn.password': ['密码', 'Password'],
  'signIn.badPhone': ['请输入 11 位手机号', 'Enter the 11 digits of a mobile number'],
  'signIn.badCode': ['请输入 6 位验证码', 'Enter the 6 digits of the code'],
  'signIn.empty': ['请输入账号和密码', 'Enter account and password'],

  'me.language': ['语言', 'Language'],
  'me.signOut': ['退出登录', 'Sign out'],
} as const satisfies Words
