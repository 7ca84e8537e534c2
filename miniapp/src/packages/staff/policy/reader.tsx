// The rules for those who may read but not change them: the same settings as lines of text.
import type { PolicyDocument } from '@shouhou/shared/contract/policy-document'
import { formatFen } from '@shouhou/shared/domain/money'
import { Text } from '@tarojs/components'
import type { ReactNode } from 'react'
import { Card, Row } from '../../../components/card.tsx'
import { type Translate, useT, wordFor } from '../../../i18n/index.ts'
import { formatDuration } from '../../../i18n/time.ts'
import { TIMERS, WINDOWS } from './rules.tsx'

export function Reader({ document }: { readonly document: PolicyDocument }): ReactNode {
  const t = useT()
  const { windows, exclusions, timers, returnAddress } = document
  return (
    <>
      <Text className="policy__about">{t('deskPolicy.readOnly')}</Text>
      <Card title={t('deskPolicy.address')}>
        {returnAddress ? (
          <Text>{`${returnAddress.name} ${returnAddress.phone}\n${returnAddress.address}`}</Text>
        ) : (
          <Text className="policy__bad">{t('deskPolicy.noAddress')}</Text>
        )}
      </Card>
      <Card title={t('deskPolicy.windows')}>
        {WINDOWS.map((name) => (
          <Row
            key={name}
            label={t(`window.${name}`)}
            value={`${windows[name]} ${t('unit.days')}`}
          />
        ))}
      </Card>
      <Card title={t('deskPolicy.auto')}>
        {automatic(document, t).map(([label, value]) => (
          <Row key={label} label={label} value={value} />
        ))}
      </Card>
      <Card title={t('deskPolicy.timers')}>
        {TIMERS.map((timer) => (
          <Row key={timer} label={t(`timer.${timer}`)} value={formatDuration(timers[timer], t)} />
        ))}
      </Card>
      {exclusions.length > 0 && (
        <Card title={t('deskPolicy.exclusions')}>
          {exclusions.map(({ category, ground }) => (
            <Row key={category} label={category} value={t(`ground.${ground}`)} />
          ))}
        </Card>
      )}
    </>
  )
}

function automatic({ autoApprove, risk }: PolicyDocument, t: Translate): [string, string][] {
  const { types, limitFen, keepItemFen, perDay, perDayFen, unshipped } = autoApprove
  const kinds = types.map((type) => wordFor('type.', type)).join(t('comma'))
  return [
    [t('auto.types'), kinds || t('deskPolicy.none')],
    [t('auto.limitFen'), `¥${formatFen(limitFen)}`],
    [t('auto.keepItemFen'), `¥${formatFen(keepItemFen)}`],
    [t('auto.unshipped'), t(unshipped ? 'fact.yes' : 'fact.no')],
    [t('auto.perDay'), `${perDay} ${t('unit.times')}`],
    [t('auto.perDayFen'), `¥${formatFen(perDayFen)}`],
    [t('risk.casesIn30Days'), `${risk.casesIn30Days} ${t('unit.times')}`],
    [t('risk.ratePercent'), `${risk.ratePercent}%`],
  ]
}
