// Actions that need nothing but a sentence, which the shopper or the log will show; and one that needs none.
import { type ReactNode, useState } from 'react'
import { useT } from '../../../../i18n/index.ts'
import { ActSheet } from '../act-sheet.tsx'
import { type Scene, seen, target, useAct } from '../scene.ts'
import { WordsFor } from '../words-for.tsx'

const ROUTES = {
  requestInfo: 'POST /aftersales/:id/request-info',
  waiveReturn: 'POST /aftersales/:id/waive-return',
  reportOutOfStock: 'POST /aftersales/:id/report-out-of-stock',
  forceClose: 'POST /aftersales/:id/force-close',
} as const
type WordsCommand = keyof typeof ROUTES

interface WordsActProps {
  readonly command: WordsCommand
  readonly scene: Scene
}

function WordsAct({ command, scene }: WordsActProps): ReactNode {
  const t = useT()
  const [text, setText] = useState('')
  const act = useAct(ROUTES[command], scene)
  return (
    <ActSheet
      command={command}
      scene={scene}
      input={{ text }}
      act={act}
      ready={text.trim() !== ''}
      {...(command === 'requestInfo' ? {} : { sure: t(`sure.${command}`) })}
      onSubmit={() =>
        act.mutate({ params: target(scene), body: { ...seen(scene), text: text.trim() } })
      }
    >
      <WordsFor
        act={command}
        label={t(`ask.${command}`)}
        value={text}
        onChange={setText}
        placeholder={t(`ask.${command}.example`)}
      />
    </ActSheet>
  )
}

type Shown = Pick<WordsActProps, 'scene'>

export const RequestInfo = ({ scene }: Shown) => <WordsAct command="requestInfo" scene={scene} />
export const WaiveReturn = ({ scene }: Shown) => <WordsAct command="waiveReturn" scene={scene} />
export const ReportOutOfStock = ({ scene }: Shown) => (
  <WordsAct command="reportOutOfStock" scene={scene} />
)
export const ForceClose = ({ scene }: Shown) => <WordsAct command="forceClose" scene={scene} />

export function RetryRefund({ scene }: Shown): ReactNode {
  const act = useAct('POST /aftersales/:id/retry-refund', scene)
  return (
    <ActSheet
      command="retryRefund"
      scene={scene}
      act={act}
      ready
      onSubmit={() => act.mutate({ params: target(scene), body: seen(scene) })}
    />
  )
}
