// The parts of a policy that are numbers and choices: periods, automatic approval, risk, freight, deadlines.
import type { PolicyDocument } from '@shouhou/shared/contract/policy-document'
import { OFFERED_TYPES } from '@shouhou/shared/domain/aftersale-types'
import { Text } from '@tarojs/components'
import type { ReactNode } from 'react'
import { Card } from '../../../components/card.tsx'
import { Chips } from '../../../components/chips.tsx'
import { Field } from '../../../components/field.tsx'
import { useT, wordFor } from '../../../i18n/index.ts'
import type { PolicyForm } from './form.ts'
import { RISKS, TIMERS, WINDOWS } from './sayings.ts'
import { AmountSentence, CountSentence, DurationSentence, SwitchSentence } from './slots.tsx'

interface RulesProps {
  readonly form: PolicyForm
}

export function Windows({ form }: RulesProps): ReactNode {
  const t = useT()
  const { document, set } = form
  return (
    <Card title={t('deskPolicy.windows')}>
      <Text className="policy__about">{t('deskPolicy.windowsAbout')}</Text>
      {WINDOWS.map((name) => (
        <CountSentence
          key={name}
          form={form}
          saying={`windows/${name}`}
          pointer={`/windows/${name}`}
          sentence={`say.window.${name}`}
          label={t(`window.${name}`)}
          value={document.windows[name]}
          onChange={(days) => set({ ...document, windows: { ...document.windows, [name]: days } })}
        />
      ))}
    </Card>
  )
}

type Auto = PolicyDocument['autoApprove']

export function AutoApprove({ form }: RulesProps): ReactNode {
  const t = useT()
  const { document, set, disabled } = form
  const { autoApprove } = document
  const put = (part: Partial<Auto>) =>
    set({ ...document, autoApprove: { ...autoApprove, ...part } })
  const amount = (name: 'limitFen' | 'keepItemFen' | 'perDayFen') => (
    <AmountSentence
      form={form}
      saying={`auto/${name}`}
      pointer={`/autoApprove/${name}`}
      sentence={`say.auto.${name}`}
      label={t(`auto.${name}`)}
      value={autoApprove[name]}
      onChange={(fen) => put({ [name]: fen })}
    />
  )
  return (
    <Card title={t('deskPolicy.auto')}>
      <Text className="policy__about">{t('deskPolicy.autoAbout')}</Text>
      <Field label={t('auto.types')} bare>
        <Chips
          chips={OFFERED_TYPES.map((value) => ({
            value,
            label: wordFor('type.', value),
            disabled,
          }))}
          chosen={autoApprove.types}
          onPress={(type) => put({ types: toggled(autoApprove.types, type) })}
        />
      </Field>
      {amount('limitFen')}
      {amount('keepItemFen')}
      <SwitchSentence
        form={form}
        saying="auto/unshipped"
        sentence="say.unshipped"
        on={autoApprove.unshipped}
        words={[t('say.unshipped.on'), t('say.unshipped.off')]}
        onChange={(unshipped) => put({ unshipped })}
      />
      <CountSentence
        form={form}
        saying="auto/perDay"
        pointer="/autoApprove/perDay"
        sentence="say.auto.perDay"
        label={t('auto.perDay')}
        value={autoApprove.perDay}
        onChange={(perDay) => put({ perDay })}
      />
      {amount('perDayFen')}
    </Card>
  )
}

const toggled = <T,>(all: readonly T[], one: T): T[] =>
  all.includes(one) ? all.filter((other) => other !== one) : [...all, one]

export function Risk({ form }: RulesProps): ReactNode {
  const t = useT()
  const { document, set } = form
  return (
    <Card title={t('deskPolicy.risk')}>
      <Text className="policy__about">{t('deskPolicy.riskAbout')}</Text>
      {RISKS.map((name) => (
        <CountSentence
          key={name}
          form={form}
          saying={`risk/${name}`}
          pointer={`/risk/${name}`}
          sentence={`say.risk.${name}`}
          label={t(`risk.${name}`)}
          value={document.risk[name]}
          onChange={(value) => set({ ...document, risk: { ...document.risk, [name]: value } })}
        />
      ))}
      <SwitchSentence
        form={form}
        saying="freight"
        sentence="say.freight"
        on={document.freight.deductLostFreeFreight}
        words={[t('say.freight.on'), t('say.freight.off')]}
        onChange={(deductLostFreeFreight) =>
          set({ ...document, freight: { deductLostFreeFreight } })
        }
      />
    </Card>
  )
}

export function Timers({ form }: RulesProps): ReactNode {
  const t = useT()
  return (
    <Card title={t('deskPolicy.timers')}>
      <Text className="policy__about">{t('deskPolicy.timersAbout')}</Text>
      {TIMERS.map((timer) => (
        <DurationSentence key={timer} timer={timer} form={form} />
      ))}
    </Card>
  )
}
