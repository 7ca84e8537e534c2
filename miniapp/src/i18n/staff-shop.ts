// Words of the pages about the shop itself: its people and its API keys.
import type { Output } from '@shouhou/shared/contract'
import type { StaffRole } from '@shouhou/shared/domain/roles'
import type { Word, Words } from './words.ts'

type Scope = Output<'GET /api-keys'>['items'][number]['scopes'][number]

export const staffShop = {
  'deskTeam.title': ['员工', 'People'],
  'deskTeam.add': ['添加员工', 'Add somebody'],
  'deskTeam.added': ['已添加', 'Added'],
  'deskTeam.me': ['{name}（我）', '{name} (me)'],
  'deskTeam.disabled': ['已停用', 'Disabled'],
  'deskTeam.account': ['账号 {login}，{date} 加入', 'Account {login}, since {date}'],
  'deskTeam.name': ['姓名', 'Name'],
  'deskTeam.loginHint': [
    '小写字母、数字或 . _ @ -，至少 3 位',
    'Small letters, digits or . _ @ -, 3 at least',
  ],
  'deskTeam.badLogin': ['账号格式不对', 'This is no account name'],
  'deskTeam.password': ['初始密码', 'First password'],
  'deskTeam.passwordHint': ['至少 {n} 位，请当面告诉本人', '{n} characters at least'],
  'deskTeam.role': ['角色', 'Role'],
  'deskTeam.saveRole': ['保存角色', 'Save the role'],
  'deskTeam.mine': ['不能修改自己的角色', 'You cannot change your own role'],
  'deskTeam.disable': ['停用账号', 'End access'],
  'deskTeam.disableSure': [
    '{name} 将在一分钟内退出，且不能再登录。',
    '{name} is signed out within a minute and cannot come back.',
  ],
  'deskTeam.enable': ['恢复账号', 'Give access again'],
  'deskTeam.enableSure': ['{name} 将可以重新登录。', '{name} can sign in again.'],
  'roleMay.agent': [
    '审核申请、协商、接待买家、编辑问答',
    'Decides, makes offers, answers shoppers, edits the FAQ',
  ],
  'roleMay.warehouse': ['收货、验货、发货', 'Receives, inspects and ships goods'],
  'roleMay.technician': ['维修商品', 'Repairs goods'],
  'roleMay.manager': [
    '客服和仓库的全部操作，加上打款、规则和强制处理',
    'All of agent and warehouse, and payouts, rules, overrides',
  ],
  'roleMay.owner': [
    '主管的全部操作，加上员工和接口密钥',
    'All of a manager, and people and API keys',
  ],

  'deskKeys.title': ['接口密钥', 'API keys'],
  'deskKeys.new': ['新建密钥', 'New key'],
  'deskKeys.make': ['生成密钥', 'Make the key'],
  'deskKeys.empty': ['还没有密钥', 'No keys yet'],
  'deskKeys.emptyText': [
    '店铺系统用密钥同步订单。',
    "The shop's own system uses one to send orders in.",
  ],
  'deskKeys.name': ['用途', 'What it is for'],
  'deskKeys.nameHint': ['例如：订单同步', 'For example: order sync'],
  'deskKeys.prefix': ['开头', 'Begins with'],
  'deskKeys.scopes': ['权限', 'May'],
  'deskKeys.made': ['创建日期', 'Made'],
  'deskKeys.lastUsed': ['最近使用', 'Last used'],
  'deskKeys.never': ['从未使用', 'Never'],
  'deskKeys.inUse': ['有效', 'Valid'],
  'deskKeys.isRevoked': ['已撤销', 'Revoked'],
  'deskKeys.revoke': ['撤销密钥', 'Revoke'],
  'deskKeys.revoked': ['已撤销', 'Revoked'],
  'deskKeys.revokeSure': [
    '“{name}”会立刻失效，使用它的系统将无法访问，且不能恢复。',
    '"{name}" ends at once, for every system that uses it, and cannot come back.',
  ],
  'deskKeys.secret': ['密钥', 'The key'],
  'deskKeys.shownOnce': [
    '密钥只显示这一次，请立即复制并妥善保存。',
    'This is the only time it is shown: copy it and keep it safe.',
  ],
  'deskKeys.notCopied': ['还没有复制，确定关闭？', 'Not copied yet. Close?'],
  'scope.orders:write': ['写入订单', 'Put orders in'],
  'scope.orders:read': ['读取订单', 'Read orders'],
  'scope.aftersales:write': ['操作售后', 'Act on cases'],
  'scope.aftersales:read': ['读取售后', 'Read cases'],
  'scope.faq:read': ['读取问答', 'Read the FAQ'],
} as const satisfies Words & Record<`roleMay.${StaffRole}`, Word> & Record<`scope.${Scope}`, Word>
