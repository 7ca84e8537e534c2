// How to apply for after-sales service and what happens to an application.
import type { FaqSeed } from './seed.ts'

export const applying: readonly FaqSeed[] = [
  {
    id: 'how-to-apply',
    category: 'applying',
    zh: {
      question: '怎么申请售后？',
      phrasings: [
        '退货流程是什么',
        '在哪里申请退换货',
        '售后申请入口在哪',
        '想退货怎么操作',
        '怎样提交退款申请',
      ],
      answer:
        '打开“我的订单”，进入订单详情，在要处理的商品旁点击“申请售后”；选择退款、退货退款、换货等类型和原因，填写说明并上传照片，确认页面显示的结果后提交。提交后可以在“我的售后”里看到进度和每一步的截止时间。',
    },
    en: {
      question: 'How do I apply for after-sales service?',
      phrasings: [
        'How do I start a return?',
        'Where can I request an exchange or refund?',
        'What are the steps to return something?',
        'Where is the button to apply?',
      ],
      answer:
        'Open "My orders", go to the order and tap "Apply for after-sales" beside the item. Choose the type (refund, return and refund, exchange, …) and the reason, describe the problem, add photos, check the result shown and submit. Progress and every deadline are then shown under "My cases".',
    },
  },
  {
    id: 'evidence-photos',
    category: 'applying',
    zh: {
      question: '申请售后要上传哪些照片？',
      phrasings: [
        '需要提供什么凭证',
        '退货要拍照吗',
        '要不要拍视频证明',
        '照片怎么拍才行',
        '没有照片可以申请吗',
      ],
      answer:
        '请拍清楚问题部位、商品整体和快递面单；破损或少件时请加拍外包装。功能故障可以上传一段短视频。最多 9 个文件，照片不超过 10 MB，视频不超过 50 MB、30 秒。无理由退货一般不需要照片；请不要拍到无关的个人信息。',
    },
    en: {
      question: 'Which photos do I need for an application?',
      phrasings: [
        'What evidence do I have to provide?',
        'Do I need pictures for a return?',
        'Should I record a video of the problem?',
        'Can I apply without photos?',
      ],
      answer:
        'Show the problem clearly, the whole item and the parcel label; for damage or missing parts also the outer packaging. A short video helps for faults. At most 9 files: photos up to 10 MB, videos up to 50 MB and 30 seconds. A return without a reason usually needs no photo. Please keep unrelated personal data out of the picture.',
    },
  },
  {
    id: 'upload-fails',
    category: 'applying',
    zh: {
      question: '照片上传失败怎么办？',
      phrasings: [
        '图片传不上去',
        '视频一直上传不了',
        '提示文件格式不支持',
        '上传照片卡住了',
        '文件太大传不了',
      ],
      answer:
        '请确认照片是 JPG、PNG 或 WebP 格式且不超过 10 MB，视频是 MP4 格式且不超过 50 MB、30 秒。网络不稳时点击失败的文件可以单独重试，已填内容会自动保存。仍然不行时，可以先截图再上传，或转人工处理。',
    },
    en: {
      question: 'What if uploading a photo fails?',
      phrasings: [
        "My pictures won't upload",
        'The video upload is stuck',
        'It says the file type is not supported',
        'The file is too large to upload',
      ],
      answer:
        'Photos must be JPG, PNG or WebP up to 10 MB, videos MP4 up to 50 MB and 30 seconds. Tap a failed file to try it again; what you typed is kept. If it still fails, take a screenshot of the photo and upload that, or ask for a human.',
    },
  },
  {
    id: 'edit-application',
    category: 'applying',
    zh: {
      question: '售后申请提交后可以修改吗？',
      phrasings: [
        '申请原因选错了怎么改',
        '想把退货改成换货',
        '数量填错了能改吗',
        '提交之后想补充照片',
        '怎么更改售后类型',
      ],
      answer:
        '商家处理前可以修改：在“我的售后”打开该申请，点击“修改”。商家要求补充资料时，按提示补充后会继续审核。商家已经处理的，可以先撤销，再在期限内重新申请，或联系人工协助。',
    },
    en: {
      question: 'Can I change an application after submitting it?',
      phrasings: [
        'I chose the wrong reason, how do I correct it?',
        'I want an exchange instead of a return',
        'Can I edit the quantity of my application?',
        'How can I add more photos afterwards?',
      ],
      answer:
        'Yes, until the merchant has decided: open it under "My cases" and tap "Edit". If the merchant asks for more details, add them there and the review continues. After a decision you can withdraw it and apply again within the time limit, or ask a human.',
    },
  },
  {
    id: 'cancel-application',
    category: 'applying',
    zh: {
      question: '怎么撤销售后申请？',
      phrasings: [
        '不想退了怎么取消申请',
        '取消退货',
        '撤回退款申请',
        '点错了申请售后怎么取消',
        '取消以后还能再申请吗',
      ],
      answer:
        '在“我的售后”打开该申请，点击“撤销申请”。退款已经发出或商品已验收后不能撤销。撤销后在售后期限内还可以重新申请，已过期限的不能再申请，撤销前请留意页面提示。',
    },
    en: {
      question: 'How do I withdraw an application?',
      phrasings: [
        'I want to keep the item, cancel my return',
        'Cancel the refund request',
        'I applied by mistake, how do I cancel?',
        'Can I apply again after withdrawing?',
      ],
      answer:
        'Open it under "My cases" and tap "Withdraw". This is no longer possible once the refund was sent or the goods were accepted. You can apply again while the time limit runs, not after it, so mind the note on the page.',
    },
  },
  {
    id: 'merchant-silent',
    category: 'applying',
    zh: {
      question: '商家一直不处理怎么办？',
      phrasings: [
        '提交申请后多久会审核',
        '卖家不理我怎么办',
        '审核要多长时间',
        '商家超时不处理会怎样',
        '商家不回复售后申请',
      ],
      answer:
        '每个申请都有处理时限，截止时间显示在售后详情页。商家到期没有处理的，系统会按规则自动进入下一步，不需要您重新提交。也可以转人工询问，对结果不满意时申请平台介入。',
    },
    en: {
      question: 'What if the merchant does not handle my application?',
      phrasings: [
        'How long does the review take?',
        'The seller does not answer my request',
        'What happens when the merchant misses the deadline?',
        'How soon is an application approved?',
      ],
      answer:
        'Every application has a deadline, shown on its page. If the merchant has not decided by then, the system moves it on by the published rules; you need not apply again. You can also ask a human, or the platform if you disagree with the result.',
    },
  },
  {
    id: 'application-refused',
    category: 'applying',
    zh: {
      question: '售后申请被拒绝了怎么办？',
      phrasings: [
        '商家拒绝退款怎么办',
        '申请没通过可以再申请吗',
        '为什么驳回我的申请',
        '对审核结果不服怎么申诉',
        '系统判定不能退想要人工复核',
      ],
      answer:
        '详情页会列出拒绝的原因和依据。可以补充照片或说明后重新申请，要求人工复核，或在页面显示的期限内申请平台介入，由平台根据双方证据判断。系统自动判断的结果都可以要求人工复核。',
    },
    en: {
      question: 'What can I do when my application is refused?',
      phrasings: [
        'The merchant rejected my return',
        'Why was my request declined?',
        'How do I appeal against the decision?',
        'I want a human to review the automatic decision',
      ],
      answer:
        'The page names the reason and the rule behind it. You can add photos or details and apply again, ask for a review by a human, or, within the time shown, ask the platform to decide on the evidence of both sides. Every automatic result can be reviewed by a human.',
    },
  },
  {
    id: 'platform-dispute',
    category: 'applying',
    zh: {
      question: '怎么申请平台介入？',
      phrasings: [
        '和商家协商不成怎么办',
        '纠纷怎么处理',
        '申请仲裁需要什么',
        '平台多久给出判定',
        '怎么提交纠纷证据',
      ],
      answer:
        '申请被拒绝或验货不通过后，在售后详情页点击“申请平台介入”，写明诉求并上传证据。双方在规定时间内举证，期间其他计时暂停；平台判定后会通知双方并执行，不服的可以按页面提示申诉。您也可以随时选择协商和解，或向消费者协会、12315 反映。',
    },
    en: {
      question: 'How do I ask the platform to step in?',
      phrasings: [
        'The merchant and I cannot agree',
        'How is a dispute handled?',
        'What do I need for arbitration?',
        'How long until the platform decides?',
      ],
      answer:
        'After a refusal or a failed inspection, tap "Ask the platform" on the case page, say what you want and add evidence. Both sides have a set time for evidence while other clocks pause; the decision is sent to both and carried out, and the page says how to appeal. You may settle at any time, or turn to the consumer association or the 12315 hotline.',
    },
  },
]
