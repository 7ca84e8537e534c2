// Words of exports.
import type { ExportFormat, ExportList, ExportState } from '@shouhou/shared/domain/exports'
import type { Word, Words } from './words.ts'

export const staffExports = {
  'exports.title': ['导出', 'Export'],
  'exports.about': ['售后、退款、订单等存为表格', 'Cases, refunds, orders as files'],
  'exports.link': ['导出这个列表', 'Export this list'],
  'exports.what': ['导出什么', 'What'],
  'exports.format': ['格式', 'Format'],
  'exports.filtered': ['只含列表当前筛选的内容', 'Only what the list shows with its filter'],
  'exports.whole': ['导出全部', 'Everything'],
  'exports.masked': [
    '姓名已隐去部分文字。谁在什么时候导出了什么，会一直留有记录。',
    'Names are masked. Who exported what and when stays on record.',
  ],
  'exports.start': ['开始导出', 'Export'],
  'exports.past': ['导出记录', 'Exports so far'],
  'exports.none': ['还没有导出过', 'None yet'],
  'exports.by': ['{name}，{time}', '{name}, {time}'],
  'exports.get': ['下载', 'Download'],
  'exports.open': ['打开或转发', 'Open or send on'],
  'exports.rows': ['{n} 行', '{n} {n|row|rows}'],
  'exports.cut': ['只含最前面的 {n} 行', 'The first {n} rows only'],
  'exports.kept': ['保留到 {time}', 'Kept until {time}'],
  'exportState.WAITING': ['排队中', 'Waiting'],
  'exportState.RUNNING': ['正在写入', 'Being written'],
  'exportState.READY': ['已完成', 'Ready'],
  'exportState.FAILED': ['没有成功，请重新导出', 'Failed, export again'],
  'exportState.REMOVED': ['文件已过期', 'The file is gone'],
  'exportList.aftersales': ['售后单', 'Cases'],
  'exportList.refunds': ['退款', 'Refunds'],
  'exportList.orders': ['订单', 'Orders'],
  'exportList.ratings': ['评价', 'Ratings'],
  'exportList.unanswered': ['未答问题', 'Unanswered'],
  'exportFormat.xlsx': ['Excel 表格', 'Excel'],
  'exportFormat.csv': ['CSV 文本', 'CSV'],
} as const satisfies Words &
  Record<`exportState.${ExportState}`, Word> &
  Record<`exportList.${ExportList}`, Word> &
  Record<`exportFormat.${ExportFormat}`, Word>
