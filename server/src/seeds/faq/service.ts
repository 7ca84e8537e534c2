// The service itself: humans, hours, progress, complaints, account, privacy, manuals.
import type { FaqSeed } from './seed.ts'

export const service: readonly FaqSeed[] = [
  {
    id: 'reach-a-human',
    category: 'service',
    zh: {
      question: '怎么联系人工客服？',
      phrasings: [
        '人工服务入口在哪',
        '机器人答不了怎么办',
        '客服电话多少',
        '怎样才能转到人工',
        '有没有热线',
      ],
      answer:
        '在对话里随时点击“转人工”或输入“人工”即可，之前的对话和售后单会一并转过去，不用重复说明。商家公布的电话和邮箱可以在店铺页查看。',
    },
    en: {
      question: 'How do I reach a human?',
      phrasings: [
        'Where can I contact customer service?',
        'The bot cannot help me',
        'What is the phone number of the service?',
        'Is there a hotline?',
      ],
      answer:
        'Tap "Human" in the chat or type "human" at any time; the conversation and your case go along, so you need not repeat anything. Phone and e-mail, where the merchant offers them, stand on the shop page.',
    },
  },
  {
    id: 'service-hours',
    category: 'service',
    zh: {
      question: '人工客服几点上班？',
      phrasings: [
        '客服工作时间',
        '晚上有人工吗',
        '周末客服在不在',
        '节假日客服上班吗',
        '几点到几点有人回复',
      ],
      answer:
        '人工服务时间由商家设置。非工作时间也可以在对话里留言或直接提交售后申请，上班后按顺序处理；申请的处理时限不受影响。',
    },
    en: {
      question: 'What are the hours of the human service?',
      phrasings: [
        'When is customer service open?',
        'Is anybody there at night?',
        'Are agents working at weekends?',
        'Opening hours on public holidays',
      ],
      answer:
        'The hours are set by the merchant. Outside them you can leave a message in the chat or apply right away; it is handled in order, and the deadlines of your application are not affected.',
    },
  },
  {
    id: 'check-progress',
    category: 'service',
    zh: {
      question: '在哪里查看售后进度？',
      phrasings: [
        '怎么查退货到哪一步',
        '售后记录在哪看',
        '怎么知道审核结果',
        '会通知我处理结果吗',
        '找不到我的售后单',
      ],
      answer:
        '打开“我的售后”，每张售后单都有进度条、时间线和当前步骤的截止时间。也可以直接问机器人“退款到哪了”。有新进展时会发站内消息；允许订阅消息的，微信也会提醒。',
    },
    en: {
      question: 'Where can I see the progress of my case?',
      phrasings: [
        'How do I check my return?',
        'Where are my after-sales records?',
        'How will I know the result?',
        'Do you notify me of changes?',
      ],
      answer:
        'Open "My cases": each case has a step bar, a timeline and the deadline of the current step. You can also ask the bot "where is my refund". News come as in-app messages, and in WeChat too if you allowed them.',
    },
  },
  {
    id: 'complaint',
    category: 'service',
    zh: {
      question: '怎么投诉？',
      phrasings: [
        '投诉渠道有哪些',
        '对客服态度不满意',
        '服务太差找谁反映',
        '怎么投诉商家',
        '投诉多久有结果',
      ],
      answer:
        '请在对话中点击“转人工”，说明要投诉的事情和诉求，并附上订单号或售后单号，由专人核实后答复您。对处理结果不满意，可以申请平台介入，或拨打 12315 向市场监管部门反映。',
    },
    en: {
      question: 'How do I make a complaint?',
      phrasings: [
        'Where can I complain about the service?',
        'The agent was rude to me',
        'How do I report a merchant?',
        'How long does a complaint take?',
      ],
      answer:
        'Tap "Human" in the chat, say what went wrong and what you want, and name the order or case; a person looks into it and answers you. If you are not satisfied, ask the platform to step in or call 12315, the line of the market authority.',
    },
  },
  {
    id: 'rate-service',
    category: 'service',
    zh: {
      question: '怎么评价售后服务？',
      phrasings: ['在哪里打分', '评价可以修改吗', '评价会被看到吗', '想给客服好评', '怎么提建议'],
      answer:
        '售后完成后，在售后详情页点击“评价”，为服务态度、处理速度和总体体验打 1–5 分，也可以写下建议。评价用于改进服务，不影响您之后的售后权利。',
    },
    en: {
      question: 'How do I rate the service?',
      phrasings: [
        'Where can I give a rating?',
        'Can I change my review?',
        'How do I leave feedback?',
        'I want to praise an agent',
      ],
      answer:
        'When the case is done, tap "Rate" on its page: 1–5 points for attitude, speed and the whole, with your suggestions if you like. Ratings serve to improve the service and never affect your rights.',
    },
  },
  {
    id: 'sign-in-trouble',
    category: 'service',
    zh: {
      question: '登录不了怎么办？',
      phrasings: [
        '收不到验证码',
        '换手机号了怎么登录',
        '微信登录失败',
        '手机号停用了看不到订单',
        '怎么换绑手机',
      ],
      answer:
        '请确认已允许微信登录，或用下单手机号接收验证码（稍等可以重发，注意查看拦截短信）。换过手机号或旧号码无法接收验证码的，请联系人工核对身份后更换。',
    },
    en: {
      question: 'I cannot sign in',
      phrasings: [
        'I do not get the verification code',
        'I have a new phone number, how do I log in?',
        'WeChat login fails',
        'How do I change the phone of my account?',
      ],
      answer:
        'Make sure WeChat may sign you in, or have a code sent to the phone number of your order (wait a little to get another, and look into blocked messages). If you have a new number or the old one no longer receives codes, ask a human, who checks your identity and changes it.',
    },
  },
  {
    id: 'delete-account',
    category: 'service',
    zh: {
      question: '怎么注销账号？',
      phrasings: ['想删除我的账户', '注销后订单还在吗', '怎么清除我的资料', '撤回同意授权'],
      answer:
        '在“我的”里可以撤回同意、退出登录。查看、更正、复制或删除个人信息以及注销账号，请转人工提出，核对身份后办理；有未完结的售后时请先处理完。注销后个人信息会删除或匿名化，法律要求保存的交易记录除外（至少三年）。',
    },
    en: {
      question: 'How do I delete my account?',
      phrasings: [
        'I want to close my account',
        'Erase my personal data',
        'What happens to my orders after deletion?',
        'How do I withdraw my consent?',
      ],
      answer:
        'Under "Me" you can withdraw consent and sign out. To see, correct, copy or erase your data or close the account, ask a human, who checks your identity first; finish open cases before. Personal data is then erased or made anonymous, except trade records that the law requires to be kept (at least three years).',
    },
  },
  {
    id: 'privacy',
    category: 'service',
    zh: {
      question: '我的个人信息安全吗？',
      phrasings: ['会泄露我的电话吗', '上传的照片谁能看到', '隐私政策在哪', '你们收集哪些信息'],
      answer:
        '我们只收集办理售后所需的信息，电话、姓名和地址加密保存，默认隐藏显示；照片会去除拍摄地点等信息，只有您和处理该售后单的人员能看到。同意记录可以在“我的”里查看和撤回。',
    },
    en: {
      question: 'Is my personal data safe?',
      phrasings: [
        'Who can see the photos I upload?',
        'Where is the privacy policy?',
        'Which data do you collect about me?',
        'Do you share my phone number?',
      ],
      answer:
        'Only what the service needs is collected. Phone, name and address are stored encrypted and shown masked; places and other hidden data are removed from photos, which only you and the staff handling your case can see. Your consent is shown under "Me" and can be withdrawn there.',
    },
  },
  {
    id: 'manual',
    category: 'service',
    zh: {
      question: '产品怎么使用或安装？',
      phrasings: [
        '有没有使用教程',
        '说明书在哪里下载',
        '不会安装怎么办',
        '怎么用不会操作',
        '有视频教学吗',
      ],
      answer:
        '请先看包装内的说明书，或商品页的图文、视频教程。仍有疑问时，把型号和问题的照片发给人工，由技术人员解答；需要上门安装的，也请转人工询问商家是否提供。',
    },
    en: {
      question: 'How do I use or install the product?',
      phrasings: [
        'Is there a tutorial?',
        'Where can I download the manual?',
        'I cannot install it',
        'Do you have a video that shows how it works?',
      ],
      answer:
        'See the manual in the box or the pictures and videos on the product page. If you are still stuck, send the model and a photo to a human for technical advice, who can also tell you whether the merchant offers installation.',
    },
  },
]
