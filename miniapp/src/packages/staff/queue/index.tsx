// The cases of the shop to work through. On a phone a list that opens pages; on a wide window the list and
// the open case side by side, worked by keys.
import { useRouter } from '@tarojs/taro'
import { type ReactNode, useState } from 'react'
import { Page } from '../../../components/page.tsx'
import { useT } from '../../../i18n/index.ts'
import { openPage } from '../../../pages.ts'
import { ForStaff } from '../for-staff.tsx'
import { useWholeWindow } from '../wide.ts'
import '../wide.scss'
import { BatchBar } from './batch-bar.tsx'
import { QueueList } from './list.tsx'
import { Panes } from './panes.tsx'
import type { QuickCommand } from './queue-row.tsx'
import { QuickAct } from './quick-act.tsx'
import { useQueue } from './use-queue.ts'

export default function QueuePage(): ReactNode {
  const wide = useWholeWindow()
  // The filter of another link is another queue.
  const { params } = useRouter()
  const key = JSON.stringify(params)
  return wide ? <WideQueue key={key} /> : <PhoneQueue key={key} />
}

function WideQueue(): ReactNode {
  return (
    <Page title="queue.title">
      <ForStaff>{() => <Panes />}</ForStaff>
    </Page>
  )
}

interface Quick {
  readonly id: string
  readonly command: QuickCommand
}

function PhoneQueue(): ReactNode {
  useT()
  const queue = useQueue()
  const [quick, setQuick] = useState<Quick | null>(null)
  return (
    <Page
      title="queue.title"
      {...(queue.ticks === null ? {} : { footer: <BatchBar queue={queue} ticks={queue.ticks} /> })}
    >
      <ForStaff>
        {() => (
          <>
            <QueueList
              queue={queue}
              onOpen={(id) => openPage('deskCase', { id, line: '1' })}
              onQuick={(id, command) => setQuick({ id, command })}
            />
            {quick && <QuickAct key={quick.id} {...quick} onClose={() => setQuick(null)} />}
          </>
        )}
      </ForStaff>
    </Page>
  )
}
