// What the two demo shops sell and who buys there.
import type { Policy } from '@shouhou/shared/domain/aftersale-policy'

export interface Product {
  readonly sku: string
  readonly name: string
  readonly spec: string
  readonly category: string
  readonly priceFen: number
  readonly sevenDayReturn: boolean
}
export interface DemoShop {
  readonly slug: string
  readonly name: string
  readonly products: readonly Product[]
  readonly shoppers: readonly {
    readonly person: string
    readonly phone: string
    readonly name: string
  }[]
  readonly returnAddress: NonNullable<Policy['returnAddress']>
  /** Orders to make. */
  readonly orders: number
}

const product = (
  sku: string,
  name: string,
  spec: string,
  category: string,
  yuan: number,
  sevenDayReturn = true,
): Product => ({ sku, name, spec, category, priceFen: Math.round(yuan * 100), sevenDayReturn })

export const DEMO_SHOPS: readonly DemoShop[] = [
  {
    slug: 'qinghe',
    name: '清禾小家电',
    orders: 24,
    returnAddress: {
      name: '清禾售后仓',
      phone: '0571-86000001',
      address: '浙江省杭州市余杭区仓前街道 18 号 3 号库',
    },
    shoppers: [
      { person: 'shopper-1', phone: '13800000001', name: '林晓雨' },
      { person: 'shopper-2', phone: '13800000002', name: '陈志远' },
      { person: 'shopper-3', phone: '13800000003', name: '王美玲' },
      { person: 'shopper-4', phone: '13800000004', name: '赵一鸣' },
    ],
    products: [
      product('KETTLE-17', '恒温电热水壶', '1.7L 奶白', '厨房电器', 159),
      product('RICE-4L', '智能电饭煲', '4L 浅灰', '厨房电器', 329),
      product('BLEND-S', '便携榨汁杯', '350ml 樱花粉', '厨房电器', 99),
      product('FAN-D', '桌面循环扇', '静音款 白', '季节电器', 129),
      product('HUMID-3', '上加水加湿器', '3L', '季节电器', 188),
      product('IRON-H', '手持挂烫机', '1500W', '生活电器', 239),
      product('FILTER-2', '净水壶滤芯', '2 支装', '耗材', 69, false),
      product('TOAST-2', '复古吐司机', '2 片 墨绿', '厨房电器', 199),
    ],
  },
  {
    slug: 'muyu',
    name: '木语家居',
    orders: 16,
    returnAddress: {
      name: '木语退货组',
      phone: '0512-65000002',
      address: '江苏省苏州市相城区阳澄湖路 66 号',
    },
    shoppers: [
      { person: 'shopper-5', phone: '13800000005', name: '周子涵' },
      { person: 'shopper-6', phone: '13800000006', name: '吴佳怡' },
      { person: 'shopper-7', phone: '13800000007', name: '孙浩然' },
    ],
    products: [
      product('LAMP-OAK', '橡木台灯', '暖光 3000K', '灯具', 219),
      product('QUILT-150', '水洗棉被套', '150×200 雾蓝', '家纺', 179),
      product('MUG-SET', '手作陶瓷杯', '两只装', '餐具', 88),
      product('SHELF-W', '墙面置物架', '60cm 胡桃色', '家具', 145),
      product('PILLOW-L', '乳胶枕', '标准高度', '家纺', 199),
      product('CUSTOM-P', '定制名字木牌', '刻字', '定制', 59, false),
    ],
  },
]

export const DEMO_PASSWORD = 'shouhou-demo'
