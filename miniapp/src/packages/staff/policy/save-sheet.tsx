// Before saving: which sentences change, what that means for requests, and how recent ones would have gone.
import type { Output } from '@shouhou/shared/contract'
import type { PolicyDocument } from '@shouhou/shared/contract/policy-document'
import { Text } from '@tarojs/components'
import type { ReactNode } from 'react'
import { Button } from '../../../components/button.tsx'
import { Row } from '../../../components/card.tsx'
import { Sheet } from '../../../components/sheet.tsx'
import { useApi } from '../../../hooks/use-api.ts'
import { errorText } from '../../../i18n/error-text.ts'
import { useT, wordFor } from '../../../i18n/index.ts'
import { openPage } from '../../../pages.ts'
import { Changes } from './changes.tsx'
import { changesBetween } from './sayings.ts'

interface SaveSheetProps {
  readonly before: PolicyDocument
  readonly after: PolicyDocument
  readonly busy: boolean
  readonly error: Error | null
  readonly onSave: () => void
  readonly onClose: () => void
}

export function SaveSheet(props: SaveSheetProps): ReactNode {
  const t = useT()
  const { before, after, busy, error, onSave, onClose } = props
  const preview = useApi('POST /policy/preview', { body: { document: after } })
  return (
    <Sheet
      title={t('deskPolicy.confirm')}
      open
      onClose={onClose}
      footer={
        <Button tone="primary" block busy={busy} onPress={onSave}>
          {t('deskPolicy.save')}
        </Button>
      }
    >
      <Changes changes={changesBetween(before, after, t)} />
      <Text className="changes__head">{t('deskPolicy.effect')}</Text>
      <Text className="changes__soft">{t('deskPolicy.effectAbout')}</Text>
      {preview.data && <Effect preview={preview.data} />}
      {preview.isPending && <Text className="changes__soft">{t('deskPolicy.counting')}</Text>}
      {error && <Text className="changes__bad">{`✕ ${errorText(error, t)}`}</Text>}
    </Sheet>
  )
}

function Effect({ preview }: { readonly preview: Output<'POST /policy/preview'> }): ReactNode {
  const t = useT()
  const { days, looked, changed, moves, examples } = preview
  if (looked === 0)
    return <Text className="changes__soft">{t('deskPolicy.noRequests', { days })}</Text>
  if (changed === 0) {
    return <Text className="changes__soft">{t('deskPolicy.allSame', { days, n: looked })}</Text>
  }
  return (
    <>
      <Text className="changes__after">
        {t('deskPolicy.wouldDiffer', { days, n: looked, changed })}
      </Text>
      {moves.map(({ from, to, count }) => (
        <Text key={`${from} ${to}`} className="changes__soft">
          {t('deskPolicy.move', {
            n: count,
            from: t(`policyVerdict.${from}`),
            to: t(`policyVerdict.${to}`),
          })}
        </Text>
      ))}
      {examples.map(({ aftersaleId: id, aftersaleNo, before, after, rules }) => (
        <Row
          key={id + before + after}
          label={aftersaleNo}
          value={rules.map((rule) => wordFor('rule.', rule)).join(t('comma'))}
          onPress={() => openPage('deskCase', { id })}
        />
      ))}
    </>
  )
}
