// Ways to a waybill number without typing: the barcode on the label, or a message that was copied.
import { findWaybill } from '@shouhou/shared/domain/waybill'
import { View } from '@tarojs/components'
import type { ReactNode } from 'react'
import { useT } from '../i18n/index.ts'
import { canPaste, readClipboard } from '../platform/clipboard.ts'
import { canScan, scanBarcode } from '../platform/scan.ts'
import { notify } from './ask.ts'
import { Button } from './button.tsx'
import './waybill-helps.scss'

interface WaybillHelpsProps {
  /** The number that was found. */
  readonly onText: (text: string) => void
}

export function WaybillHelps({ onText }: WaybillHelpsProps): ReactNode {
  const t = useT()
  const scan = async () => {
    const code = await scanBarcode()
    if (code.outcome === 'found') onText(findWaybill(code.text) ?? code.text)
    else if (code.outcome === 'nothing') notify(t('waybill.noCode'))
  }
  const paste = async () => {
    const number = findWaybill(await readClipboard())
    if (number === null) notify(t('waybill.noNumber'))
    else onText(number)
  }
  if (!canScan() && !canPaste()) return null
  return (
    <View className="waybill-helps">
      {canScan() && <Button onPress={() => void scan()}>{t('waybill.scan')}</Button>}
      {canPaste() && <Button onPress={() => void paste()}>{t('waybill.paste')}</Button>}
    </View>
  )
}
