// The rules for those who may read but not change them: the same sentences.
import type { PolicyDocument } from '@shouhou/shared/contract/policy-document'
import { Text, View } from '@tarojs/components'
import type { ReactNode } from 'react'
import { Card } from '../../../components/card.tsx'
import { useT } from '../../../i18n/index.ts'
import { sayingsOf } from './sayings.ts'

const GROUPS = ['address', 'windows', 'auto', 'risk', 'timers', 'exclusions'] as const

export function Reader({ document }: { readonly document: PolicyDocument }): ReactNode {
  const t = useT()
  const sayings = sayingsOf(document, t)
  return (
    <>
      <Text className="policy__about">{t('deskPolicy.readOnly')}</Text>
      {GROUPS.filter((group) => sayings.some((saying) => saying.group === group)).map((group) => (
        <Card key={group} title={t(`deskPolicy.${group}`)}>
          {sayings
            .filter((saying) => saying.group === group)
            .map(({ key, text }) => (
              <View key={key} className="policy__saying">
                <Text>{text}</Text>
              </View>
            ))}
        </Card>
      ))}
    </>
  )
}
