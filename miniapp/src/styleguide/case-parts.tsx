// What a case is made of: goods, steps, what happened, deadlines, money, decisions, messages.
import type { Decision } from '@shouhou/shared/contract/aftersale-views'
import type { Message } from '@shouhou/shared/contract/conversations'
import { Text } from '@tarojs/components'
import type { ReactNode } from 'react'
import { Bubble } from '../components/bubble.tsx'
import { Row } from '../components/card.tsx'
import { CopyRow } from '../components/copy-row.tsx'
import { Countdown } from '../components/countdown.tsx'
import { DecisionView } from '../components/decision.tsx'
import { GoodsLine } from '../components/goods-line.tsx'
import { Money } from '../components/money.tsx'
import { RefundParts } from '../components/refund-parts.tsx'
import { StepBar } from '../components/step-bar.tsx'
import { Timeline } from '../components/timeline.tsx'
import { useT, wordFor } from '../i18n/index.ts'
import { serverNow } from '../platform/server-clock.ts'
import { Shown } from './shown.tsx'

const HOUR = 3_600_000
const nothing = () => undefined
const later = (hours: number) => new Date(serverNow() + hours * HOUR).toISOString()

export function CaseParts(): ReactNode {
  const t = useT()
  const goods = t('home.title')
  return (
    <>
      <Shown name="Row">
        <Row label={t('me.shop')} value={goods} />
        <Row label={t('orders.title')} onPress={nothing} />
        <CopyRow label={t('waybill.number')} text="SF1234567890123" />
      </Shown>
      <Shown name="GoodsLine">
        <GoodsLine name={goods} image={null} quantity={2} aside={<Money fen={19_900} />}>
          <Text className="goods__spec">{t('goods.more', { n: 3 })}</Text>
        </GoodsLine>
      </Shown>
      <Shown name="StepBar">
        <StepBar steps={steps('now')} />
        <StepBar steps={steps('failed')} />
      </Shown>
      <Shown name="Timeline">
        <Timeline
          items={['REFUNDING', 'INSPECTING', 'RETURN_SHIPPED'].map((status, index) => ({
            key: status,
            at: later(-20 * (index + 1)),
            title: wordFor('status.', status),
            actor: t('me.shop'),
            text: wordFor('now.', status),
          }))}
        />
      </Shown>
      <Shown name="Countdown">
        <Countdown dueAt={later(60)} />
        <Countdown dueAt={later(5)} />
        <Countdown dueAt={later(-5)} />
        <Countdown dueAt={later(5)} paused />
      </Shown>
      <Shown name="RefundParts">
        <RefundParts
          names={{ line: goods }}
          parts={[
            { code: 'paid-share', lineId: 'line', ref: null, fen: 19_900 },
            { code: 'freight-fault', lineId: null, ref: null, fen: 1_000 },
            { code: 'inspection-deduction', lineId: null, ref: null, fen: -500 },
          ]}
        />
      </Shown>
      <Shown name="DecisionView">
        <DecisionView decision={decision} />
      </Shown>
      <Shown name="Bubble">
        <Bubble own={false} who={t('bot.title')} message={message('bot', t('home.noOpenText'))} />
        <Bubble own who={t('me.title')} message={message('shopper', goods)} />
        <Bubble own={false} who="" message={message('system', t('home.noOpen'))} />
      </Shown>
    </>
  )
}

const steps = (third: 'now' | 'failed') =>
  (['done', 'done', third, 'ahead', 'ahead'] as const).map((state, index) => ({
    key: String(index),
    label: wordFor(
      'status.',
      ['PENDING_REVIEW', 'AWAIT_RETURN', 'INSPECTING', 'REFUNDING', 'COMPLETED'][index] ?? '',
    ),
    state,
  }))

const decision: Decision = {
  verdict: 'review',
  reasons: [],
  policyVersion: 1,
  at: '2026-03-01T04:00:00Z',
  trace: (['pass', 'review', 'refuse'] as const).map((outcome) => ({
    rule: `rule-${outcome}`,
    fact: '3',
    threshold: '7',
    unit: 'count',
    outcome,
    clause: null,
  })),
}

const message = (sender: Message['sender'], text: string): Message => ({
  id: sender,
  seq: 1,
  at: '2026-03-01T04:00:00Z',
  sender,
  senderName: '',
  text,
  media: [],
  citation: null,
  choices: [],
  helpful: null,
})
