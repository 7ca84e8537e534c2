// What is happening with one open case: where it stands, what happened last, whose turn it is and until
// when, and the one thing to do.
import type { AftersaleSummary } from '@shouhou/shared/contract/aftersale-views'
import { Text, View } from '@tarojs/components'
import type { ReactNode } from 'react'
import { Button } from '../../components/button.tsx'
import { Countdown, useNow } from '../../components/countdown.tsx'
import { GoodsLine } from '../../components/goods-line.tsx'
import { Money } from '../../components/money.tsx'
import { StatusTag } from '../../components/status-tag.tsx'
import { useT, wordFor } from '../../i18n/index.ts'
import { formatNear } from '../../i18n/time.ts'
import { openPage } from '../../pages.ts'
import './live-card.scss'
import { doableOf, isMyTurn, sheetOf } from './urgency.ts'

const TURNS = {
  shopper: 'home.yourTurn',
  merchant: 'home.shopTurn',
  platform: 'home.platformTurn',
} as const

interface LiveCardProps {
  readonly aftersale: AftersaleSummary
}

export function LiveCard({ aftersale }: LiveCardProps): ReactNode {
  const t = useT()
  const { id, type, status, goods, refundFen } = aftersale
  const doable = doableOf(aftersale)
  const sheet = sheetOf(doable)
  const open = () => openPage('caseDetail', { id })
  const act = () => openPage('caseDetail', sheet ? { id, act: sheet } : { id })
  return (
    <View className={`card live ${isMyTurn(aftersale) ? 'live--mine' : ''}`}>
      <View ariaRole="button" onClick={open}>
        <View className="live__head">
          <Text className="live__type">{wordFor('type.', type)}</Text>
          <StatusTag status={status} />
        </View>
        <Text className="live__now">{wordFor('now.', status)}</Text>
        <GoodsLine
          name={goods.name}
          image={goods.image}
          aside={refundFen > 0 && <Money fen={refundFen} />}
        >
          {goods.lines > 1 && (
            <Text className="goods__spec">{t('goods.more', { n: goods.lines })}</Text>
          )}
        </GoodsLine>
        <LastEvent aftersale={aftersale} />
      </View>
      <View className="live__foot">
        <Turn aftersale={aftersale} />
        <Button tone={doable ? 'primary' : 'plain'} onPress={act}>
          {doable ? t(`home.do.${doable}`) : t('home.see')}
        </Button>
      </View>
    </View>
  )
}

function LastEvent({ aftersale: { last } }: LiveCardProps): ReactNode {
  const t = useT()
  const now = useNow()
  const said = { who: wordFor('by.', last.actor), did: wordFor('did.', last.command) }
  return (
    <View className="live__last">
      <Text className="live__did">{t('home.last', said)}</Text>
      <Text>{formatNear(last.at, now, t)}</Text>
    </View>
  )
}

function Turn({ aftersale }: LiveCardProps): ReactNode {
  const t = useT()
  const { deadline } = aftersale
  const now = useNow(deadline !== null)
  if (!deadline) return <View />
  const { dueAt, paused, waitsFor } = deadline
  if (paused) return <Text className="live__who">{t('home.pausedTurn')}</Text>
  return (
    <View className="live__turn">
      <Text className="live__who">{t(TURNS[waitsFor])}</Text>
      <Text className="live__until">{t('home.before', { time: formatNear(dueAt, now, t) })}</Text>
      <Countdown dueAt={dueAt} />
    </View>
  )
}
