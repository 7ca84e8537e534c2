// Words that every area uses: actions, errors, time, and the names of types and statuses.
import { STATUS_NAMES, TYPE_NAMES } from '@shouhou/shared/domain/names'
import { prefixed, type Words } from './words.ts'

export const common = {
  ok: ['确定', 'OK'],
  cancel: ['取消', 'Cancel'],
  close: ['关闭', 'Close'],
  back: ['返回', 'Back'],
  save: ['保存', 'Save'],
  send: ['发送', 'Send'],
  submit: ['提交', 'Submit'],
  retry: ['重试', 'Try again'],
  remove: ['移除', 'Remove'],
  edit: ['修改', 'Edit'],
  search: ['搜索', 'Search'],
  all: ['全部', 'All'],
  more: ['加载更多', 'Load more'],
  done: ['已完成', 'Done'],
  loading: ['加载中…', 'Loading…'],
  noMore: ['没有更多了', 'That is all'],
  copy: ['复制', 'Copy'],
  copied: ['已复制', 'Copied'],
  comma: ['，', ', '],
  semicolon: ['；', '; '],
  colon: ['：', ': '],
  required: ['必填', 'Required'],
  optional: ['选填', 'Optional'],

  'empty.title': ['这里还没有内容', 'Nothing here yet'],

  'error.title': ['没有加载出来', 'Could not be loaded'],
  'error.unreachable': [
    '网络连不上，请检查网络后重试',
    'No connection. Check the network and try again',
  ],
  'error.timeout': [
    '服务器响应太慢，请稍后重试',
    'The server is slow to answer. Try again in a moment',
  ],
  'error.unknown': ['出了点问题，请重试', 'Something went wrong. Try again'],
  'error.conflict': [
    '内容刚刚有更新，已为您刷新，请再确认一次',
    'It changed meanwhile and was reloaded. Please check once more',
  ],
  'error.offline': ['当前没有网络', 'You are offline'],

  'time.left': ['剩余 {time}', '{time} left'],
  'time.overdue': ['已超时 {time}', '{time} overdue'],
  'time.paused': ['已暂停计时', 'Paused'],
  'time.days': ['{n} 天', '{n} {n|day|days}'],
  'time.hours': ['{n} 小时', '{n} {n|hour|hours}'],
  'time.minutes': ['{n} 分钟', '{n} {n|minute|minutes}'],
  'time.moment': ['不到 1 分钟', 'less than a minute'],
  'time.today': ['今天 {time}', 'today {time}'],
  'time.tomorrow': ['明天 {time}', 'tomorrow {time}'],
  'time.yesterday': ['昨天 {time}', 'yesterday {time}'],

  'tab.home': ['首页', 'Home'],
  'tab.cases': ['售后', 'Cases'],
  'tab.bot': ['客服', 'Help'],
  'tab.me': ['我的', 'Me'],
  'tab.staff': ['工作台', 'Desk'],

  'photo.add': ['添加照片或视频', 'Add photo or video'],
  'photo.sending': ['上传中 {n}%', 'Sending {n}%'],
  'photo.failed': ['上传失败', 'Failed'],
  'photo.count': ['{n}/{max}', '{n}/{max}'],
  'photo.one': ['第 {n} 张图片', 'Photo {n}'],
  'photo.photo': ['照片', 'Photo'],
  'photo.video': ['视频', 'Video'],
  'photo.tooLarge': ['文件超过 {n} MB，无法上传', 'The file is over {n} MB'],

  'bubble.source': ['来自常见问题：{question}', 'From the FAQ: {question}'],

  'waybill.number': ['运单号', 'Waybill number'],
  'waybill.placeholder': ['输入或粘贴运单号', 'Type or paste the number'],
  'waybill.hint': ['快递公司会自动识别', 'The carrier is recognised by itself'],
  'waybill.carrier': ['快递公司', 'Carrier'],
  'waybill-malformed': ['运单号不完整或有误', 'This is no complete waybill number'],
  'waybill-of-other-carrier': [
    '运单号与所选快递公司不符',
    'This number is not one of the chosen carrier',
  ],

  ...prefixed('type.', TYPE_NAMES),
  ...prefixed('status.', STATUS_NAMES),
} as const satisfies Words
