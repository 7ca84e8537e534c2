// One decision from the list: loads the case as its page would, so that the sheet says what it will cause.
import { type ReactNode, useEffect } from 'react'
import { notify } from '../../../components/ask.ts'
import { useApi } from '../../../hooks/use-api.ts'
import { errorText } from '../../../i18n/error-text.ts'
import { useT } from '../../../i18n/index.ts'
import { OpenSheet } from '../case/actions.tsx'
import { useScene } from '../case/use-case.ts'
import type { QuickCommand } from './queue-row.tsx'

interface QuickActProps {
  readonly id: string
  readonly command: QuickCommand
  readonly onClose: () => void
}

export function QuickAct({ id, command, onClose }: QuickActProps): ReactNode {
  const t = useT()
  const { data, error } = useApi('GET /aftersales/:id', { params: { id } })
  useEffect(() => {
    if (!error || data) return
    notify(errorText(error, t))
    onClose()
  }, [error, data, onClose, t])
  return data ? <QuickSheet aftersale={data} command={command} onClose={onClose} /> : null
}

type Loaded = Pick<QuickActProps, 'command' | 'onClose'> & {
  readonly aftersale: Parameters<typeof useScene>[0]
}

const stay = () => undefined

function QuickSheet({ aftersale, command, onClose }: Loaded): ReactNode {
  const { scene } = useScene(aftersale, onClose, stay)
  return <OpenSheet command={command} scene={scene} />
}
