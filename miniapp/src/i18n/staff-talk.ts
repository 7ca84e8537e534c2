// Words of conversations and ratings for staff.
import type { Conversation, Message } from '@shouhou/shared/contract/conversations'
import type { Word, Words } from './words.ts'

export const staffTalk = {
  'deskTalks.title': ['买家会话', 'Conversations'],
  'deskTalks.empty': ['没有这一类会话', 'No conversations here'],
  'deskTalks.emptyText': [
    '机器人转来的买家会出现在“等待人工”里。',
    'Shoppers the bot hands over show up under "Waiting".',
  ],
  'deskTalks.waits': ['已等待 {time}', 'Waiting for {time}'],
  'deskTalks.with': ['{name} 接待', 'With {name}'],
  'deskTalks.unread': ['{n} 条未读', '{n} unread'],
  'talk.QUEUED': ['等待人工', 'Waiting'],
  'talk.HUMAN': ['人工接待', 'With a person'],
  'talk.BOT': ['机器人接待', 'With the bot'],
  'talk.ENDED': ['已结束', 'Ended'],
  'talkSender.shopper': ['买家', 'Shopper'],
  'talkSender.bot': ['机器人', 'Bot'],
  'talkSender.staff': ['客服', 'Us'],
  'talkSender.system': ['系统', 'System'],
  'handover.ASKED': ['买家要求人工', 'Asked for a person'],
  'handover.MISSED_TWICE': ['机器人两次没答上', 'The bot missed twice'],
  'handover.NO_MATCH': ['机器人没有答案', 'The bot had no answer'],
  'handover.MONEY': ['涉及金额', 'It is about money'],
  'handover.SAFETY': ['涉及安全', 'It is about safety'],
  'handover.ANGER': ['买家有情绪', 'The shopper is upset'],
  'handover.URGENT': ['紧急', 'Urgent'],
  'handover.STAFF_TOOK_OVER': ['客服主动接待', 'Taken over by us'],
  'deskTalk.title': ['会话', 'Conversation'],
  'deskTalk.summary': ['买家说过：{summary}', 'The shopper said: {summary}'],
  'deskTalk.since': ['{time} 转人工', 'Handed over {time}'],
  'deskTalk.take': ['我来接待', 'Take over'],
  'deskTalk.end': ['结束会话', 'End'],
  'deskTalk.endSure': ['结束后买家可以随时重新提问。', 'The shopper can start again at any time.'],
  'deskTalk.answer': ['回复买家', 'Answer the shopper'],
  'deskTalk.helped': ['买家觉得有帮助', 'Helped, says the shopper'],
  'deskTalk.notHelped': ['买家觉得没帮助', 'Did not help, says the shopper'],

  'deskRatings.title': ['买家评价', 'Ratings'],
  'deskRatings.one': ['买家评价', 'Rating'],
  'deskRatings.of': ['{n} 星，满分 5 星', '{n} of 5 stars'],
  'deskRatings.scores': ['态度 {attitude}，速度 {speed}', 'Attitude {attitude}, speed {speed}'],
  'deskRatings.empty': ['还没有评价', 'No ratings yet'],
  'deskRatings.emptyText': ['售后完成后买家可以评价。', 'Shoppers rate when a case is completed.'],
} as const satisfies Words &
  Record<`talk.${Conversation['status']}`, Word> &
  Record<`talkSender.${Message['sender']}`, Word> &
  Record<`handover.${NonNullable<Conversation['handoverReason']>}`, Word>
