// The way from a list to its export, with the filter of the list; only for those who may.
import type { ExportList } from '@shouhou/shared/domain/exports'
import type { ReactNode } from 'react'
import { useMe } from '../../api/session.ts'
import { Button } from '../../components/button.tsx'
import { useT } from '../../i18n/index.ts'
import { openPage } from '../../pages.ts'
import { may } from './may.ts'

interface ExportLinkProps {
  readonly list: ExportList
  /** As the list sends it; undefined values say nothing. */
  readonly filter?: object
}

export function ExportLink({ list, filter = {} }: ExportLinkProps): ReactNode {
  const t = useT()
  const me = useMe()
  if (!me || !may(me.role, 'export')) return null
  const open = () => openPage('deskExports', { list, filter: JSON.stringify(filter) })
  return (
    <Button tone="plain" block onPress={open}>
      {t('exports.link')}
    </Button>
  )
}
