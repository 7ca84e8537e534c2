// Words of after-sales service that mean the same, Chinese and English together, divided by bars.
// English words are matched whole, Chinese ones anywhere.

/** Topic → words: a question and a phrasing that share no character can still share a topic. */
export const topicWords: Readonly<Record<string, string>> = {
  refund:
    '退款|退钱|返钱|还钱|钱退|退我钱|退回来|款退|返款|refund|refunded|refunds|money back|reimburse|reimbursement|repay',
  returnGoods:
    '退货|退回去|不想要|不要了|退掉|寄回|退换|退件|想退|要退|return|returns|returning|send back|send it back|give back|退给|不合心意|不喜欢|后悔|sending back|sent back|ship it back',
  exchange:
    '换货|调换|更换|换一个|换个|换一件|换新|换成|换码|退换|exchange|replace|replacement|swap',
  repair:
    '维修|修理|保修|返修|修一下|能修|修好|检修|repair|repairs|fix|fixed|mend|warranty|修了|修要|修的话|送修|repaired',
  warranty: '保修|质保|三包|保质|过保|warranty|guarantee|guaranteed|保几年|保修期|covered',
  freight:
    '运费|邮费|快递费|邮资|寄费|运输费|包邮|freight|postage|shipping cost|shipping fee|shipping costs|delivery fee|delivery charge|shipping charges|return label',
  parcel: '快递|包裹|物流|邮件|运单|快件|parcel|package|shipment|courier|delivery|carrier',
  waybill: '单号|运单|快递号|物流号|waybill|tracking number|tracking no|tracking code',
  pickup: '上门取|取件|上门|揽收|来拿|上门收|pick up|pickup|collect|collection|pick it up',
  sign: '签收|收到|收货|到货|拿到|received|receive|receipt|arrived|delivered|妥投|送达|取走',
  late: '还没到|没收到|没到|太慢|慢|延迟|晚|迟迟|一直没|late|delay|delayed|slow|not arrived|not received|没动静|不动了|卡住|卡在|不走了|stuck|not moved|no movement',
  duration:
    '多久|几天|多长时间|什么时候|多少天|何时|啥时候|几时|时效|how long|when|how many days|how soon|几个工作日|要等|等多久',
  price: '价格|多少钱|价钱|售价|费用|收费|price|cost|fee|charge|how much',
  priceDrop:
    '价保|保价|降价|差价|便宜了|买贵|跌价|退差|price protection|price drop|price match|price difference|cheaper',
  damaged:
    '破损|坏了|碎了|摔坏|压坏|烂了|裂|破了|损坏|变形|damaged|broken|cracked|smashed|crushed|dented|压扁|摔烂|口子|划痕|漏了|湿了|碎的|crack|dent|scratch|scratched|shattered',
  fault:
    '质量问题|故障|坏了|不能用|用不了|开不了机|失灵|有毛病|瑕疵|质量|没反应|faulty|defect|defective|not working|stopped working|malfunction|quality|没声音|不转|不亮|黑屏|死机|充不进|不工作|没用几天|dead|no sound|wont turn on|will not turn on|does not work|doesnt work|not turn on',
  missing:
    '少发|漏发|缺|少了|没有配件|少件|漏了|不全|missing|incomplete|not included|left out|没给|没放|只拿到|只收到|少给|少一|只来了|不齐|not in the box|only got|only received|did not come|didnt come',
  wrongItem:
    '发错|错发|寄错|不是我买的|货不对|颜色不对|尺码不对|不对版|wrong item|wrong product|wrong size|wrong colour|wrong color|incorrect item|different item|不是我下单|寄来的是|来的是|instead of',
  notAsDescribed:
    '描述不符|不一样|色差|与图片|跟图片|实物|货不对板|不符|not as described|different from|looks different|标着|写着|页面上|照片比|图差|match the photos|match the picture|not match',
  fake: '假货|正品|真假|仿冒|山寨|假的|盗版|fake|counterfeit|genuine|authentic|高仿|防伪|original|knock off|knockoff',
  invoice: '发票|开票|抬头|税号|专票|普票|invoice|vat|fapiao|的票|开公司|bill',
  gift: '赠品|礼品|送的|赠送|礼物|gift|freebie|free item',
  coupon: '优惠券|红包|满减|券|优惠|代金券|coupon|voucher|discount|promo code',
  points: '积分|会员分|points|loyalty',
  payment:
    '付款|支付|微信支付|支付宝|银行卡|信用卡|花呗|付钱|payment|pay|paid|wechat pay|alipay|credit card|bank card',
  order: '订单|下单|买的东西|order|orders|purchase',
  cancel: '取消|撤销|撤回|不办了|cancel|cancelled|canceled|withdraw|revoke|call off',
  change: '修改|更改|改一下|变更|改成|改地址|change|modify|edit|update|amend',
  address: '地址|寄到哪|寄去哪|收货地|address|where to send|where do i send',
  account: '账号|账户|登录|密码|手机号|注册|account|login|log in|sign in|password',
  remove: '注销|删除|清除|delete|erase|close my account|deactivate|删了|不想用了',
  privacy: '隐私|个人信息|泄露|我的资料|privacy|personal data|my data',
  human:
    '人工|客服|真人|转接|专员|坐席|human|agent|representative|real person|customer service|support|operator|someone|转人',
  hours:
    '上班|工作时间|几点|在线时间|服务时间|营业|opening hours|working hours|business hours|open|下班|晚上|周末|at night|weekend|what time',
  phone: '电话|热线|打给|联系方式|联系|phone|hotline|call|telephone|contact|号码',
  complaint: '投诉|举报|维权|12315|差评|曝光|complaint|complain|report',
  dispute: '纠纷|仲裁|平台介入|申诉|协商|介入|dispute|arbitration|appeal|escalate',
  refused:
    '拒绝|驳回|不通过|不同意|没通过|被拒|rejected|refused|declined|denied|turned down|不给退|不服|said no|turned me down',
  apply: '申请|办理|提交|发起|怎么办|流程|操作|apply|request|submit|process|steps|procedure',
  evidence:
    '凭证|照片|图片|视频|证据|拍照|截图|photo|photos|picture|pictures|video|evidence|proof|screenshot',
  sevenDays:
    '七天|7天|无理由|七日|7日|seven days|7 days|7 day|seven day|no reason|change of mind|changed my mind',
  opened:
    '拆封|拆开|打开|用过|试穿|试用|穿过|吊牌|洗过|激活|opened|unsealed|used|tried on|worn|tag|tags|washed',
  packaging: '包装|盒子|箱子|外包装|packaging|box|wrapping',
  progress: '进度|到哪|哪一步|状态|处理得|怎么样了|查询|progress|status|track|tracking|how far',
  deadline: '期限|过期|超过|超时|截止|有效期|deadline|expired|expire|time limit|too late|overdue',
  inspection: '验货|检测|检查|鉴定|质检|inspect|inspection|check|examine',
  manual: '说明书|教程|怎么用|使用方法|安装|manual|instructions|guide|how to use|install',
  spareParts: '配件|零件|部件|part|parts|spare|accessory|accessories',
  fresh: '生鲜|水果|食品|吃的|变质|腐烂|fresh|food|fruit|perishable|rotten|spoiled',
  custom: '定制|定做|刻字|订做|custom|customised|customized|made to order|engraved|personalised',
  digital: '虚拟|充值|激活码|电子书|下载|会员卡|digital|download|virtual|activation code',
  compensation: '赔|补偿|赔偿|赔付|compensation|compensate|damages',
  rate: '评价|打分|评分|好评|rate|rating|review|feedback',
  photoUpload: '上传|传不上|发不出|upload|attach|发不上去',
  several:
    '部分|其中一件|一部分|几件|只退|单独退|part of|only one|some of|partial|partially|只退一|退一个|退两个|其中一|only 1|one of the',
  language: '英文|英语|中文|语言|english|chinese|language',
}

/** What a question asks for → words. Two questions on one topic that ask for different things differ. */
export const askWords: Readonly<Record<string, string>> = {
  how: '怎么|如何|怎样|咋|how',
  when: '什么时候|多久|几天|何时|几点|啥时候|多长时间|when|how long|how soon|how many days',
  where: '哪里|哪儿|在哪|到哪|去哪|where',
  who: '谁|哪家|who|whose',
  why: '为什么|为何|怎么会|为啥|凭什么|why|how come',
  amount: '多少|几块|多大|多高|how much|how many',
  what: '什么|啥|哪些|what|which',
  may: '能不能|可以|可不可以|能|是否|吗|can|could|may|allowed|possible|do|does|is|are',
}

/** English words that say little about the topic; they count less. */
export const softWords =
  'a an the i me my mine we us our you your he she it its they them their this that these those is am are was were be been being do does did doing done have has had having will would shall should can could may might must to of in on at for from with by about into as if or and but so then than too very just also please pls plz hi hello hey dear sir madam thanks thank there here what which who how when where why get got want need know tell let help im ive id ill dont doesnt cant ok yes no not any some all now still sure kindly'

/** Chinese characters and pairs of the same sort. */
export const softHan =
  '的 了 吗 呢 啊 吧 呀 么 嘛 哦 哈 哎 是 我 你 您 他 她 它 们 这 那 个 有 在 就 都 也 还 又 再 要 想 会 能 可 以 请 问 下 一 给 对 和 与 跟 把 被 让 去 来 好 很 太 怎 什 如 何 为 啥 咋 哪 里 儿 谁 亲 谢 什么 怎么 如何 怎样 为什 哪里 我的 你们 我们 可以 请问 一下 能不 不能 是不 不是 么办 怎么 么样 有没 这个 那个 的话 了吗 了呢 的吗 是什 谢谢 你好 您好 吗我 我想 我要 要怎 可不 以吗'
