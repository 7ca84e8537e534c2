// Words of the charts.
import type { Words } from './words.ts'

export const staffFigures = {
  'figures.title': ['数据', 'Figures'],
  'figures.charts': ['看图表', 'Charts'],
  'figures.about': ['趋势、退款、原因、评分', 'Trends, refunds, reasons, ratings'],
  'figures.days': ['近 {n} 天', 'Last {n} days'],
  'figures.overdue': ['已超时', 'Overdue'],
  'figures.in4h': ['4 小时内到期', 'Due in 4 hours'],
  'figures.in24h': ['24 小时内到期', 'Due in 24 hours'],
  'figures.open': ['进行中 {n} 单', '{n} open {n|case|cases}'],
  'figures.noneOpen': ['没有进行中的售后', 'No open cases'],
  'figures.noneOpenText': ['新的申请会出现在这里。', 'New applications will show here.'],
  'figures.decided': ['申请与处理', 'Applied for and decided'],
  'figures.decidedTotal': [
    '新申请 {created} 单，处理 {decided} 单',
    '{created} applied for, {decided} decided',
  ],
  'figures.byPolicy': ['规则通过', 'By rules'],
  'figures.byPeople': ['人工处理', 'By people'],
  'figures.created': ['新申请', 'New'],
  'figures.refunds': ['每日退款（元）', 'Refunds by day (yuan)'],
  'figures.refunded': ['已退款', 'Refunded'],
  'figures.refundTotal': ['共 {n} 笔，{amount}', '{n} {n|refund|refunds}, {amount}'],
  'figures.reasons': ['近 30 天售后原因', 'Reasons, 30 days'],
  'figures.ratings': ['评分走势', 'Ratings'],
  'figures.average': ['平均分', 'Average'],
  'figures.ratingTotal': [
    '共 {n} 条评价，平均 {average} 分',
    '{n} {n|rating|ratings}, {average} on average',
  ],
  'figures.nothing': ['这段时间没有数据', 'Nothing in this time'],
  'figures.asTable': ['看表格', 'As a table'],
  'figures.asChart': ['看图', 'As a chart'],
  'figures.picture': ['图表：{title}，{total}', 'Chart: {title}, {total}'],
  'figures.day': ['日期', 'Day'],
  'figures.foot': [
    '按北京时间的自然日统计，截至 {time}',
    'Days are calendar days in Beijing; as of {time}',
  ],
} as const satisfies Words
