// Earlier versions of the rules: who saved them and when, what they say differently, and taking one back
// into the form, from where it is saved as a new version.
import type { Output } from '@shouhou/shared/contract'
import { Text, View } from '@tarojs/components'
import { type ReactNode, useState } from 'react'
import { Button } from '../../../components/button.tsx'
import { More } from '../../../components/more.tsx'
import { Sheet } from '../../../components/sheet.tsx'
import { QueryView } from '../../../components/states.tsx'
import { usePages } from '../../../hooks/use-api.ts'
import { useT } from '../../../i18n/index.ts'
import { formatDateTime } from '../../../i18n/time.ts'
import { Changes } from './changes.tsx'
import { changesBetween } from './sayings.ts'

type Policy = Output<'GET /policy'>

interface VersionsSheetProps {
  readonly inForce: Policy
  readonly onTake: (document: Policy['document']) => void
  readonly onClose: () => void
}

export function VersionsSheet({ inForce, onTake, onClose }: VersionsSheetProps): ReactNode {
  const t = useT()
  const versions = usePages('GET /policy/versions', { query: {} })
  return (
    <Sheet title={t('deskPolicy.versions')} open onClose={onClose}>
      <QueryView query={versions}>
        {({ items }) => (
          <>
            {items.map((version) => (
              <Version
                key={version.version}
                version={version}
                inForce={inForce}
                onTake={() => onTake(version.document)}
              />
            ))}
            <More query={versions} />
          </>
        )}
      </QueryView>
    </Sheet>
  )
}

interface VersionProps {
  readonly version: Policy
  readonly inForce: Policy
  readonly onTake: () => void
}

function Version({ version, inForce, onTake }: VersionProps): ReactNode {
  const t = useT()
  const [open, setOpen] = useState(false)
  const isInForce = version.version === inForce.version
  const changes = changesBetween(inForce.document, version.document, t)
  const { createdBy: name, createdAt } = version
  const saved = name === '' ? t('deskPolicy.lawful') : `${name} · ${formatDateTime(createdAt)}`
  return (
    <View className="changes__one">
      <Text className="changes__after">{t('deskPolicy.versionNo', { n: version.version })}</Text>
      <Text className="changes__soft">{saved}</Text>
      {isInForce ? (
        <Text className="changes__soft">{t('deskPolicy.inForce')}</Text>
      ) : (
        <>
          {open && <Changes changes={changes} />}
          <View className="policy__buttons">
            {changes.length > 0 && (
              <Button onPress={() => setOpen(!open)}>
                {open ? t('close') : t('deskPolicy.compare', { n: changes.length })}
              </Button>
            )}
            {changes.length === 0 ? (
              <Text className="changes__soft">{t('deskPolicy.sameAsNow')}</Text>
            ) : (
              <Button onPress={onTake}>{t('deskPolicy.take')}</Button>
            )}
          </View>
        </>
      )}
    </View>
  )
}
