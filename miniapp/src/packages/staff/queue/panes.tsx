// List and case side by side, each with its own scroll, worked with the keyboard.
import { ScrollView, View } from '@tarojs/components'
import { type ReactNode, useCallback, useEffect, useState } from 'react'
import { notify } from '../../../components/ask.ts'
import { Empty, QueryView } from '../../../components/states.tsx'
import { useApi } from '../../../hooks/use-api.ts'
import { useT } from '../../../i18n/index.ts'
import { openPage } from '../../../pages.ts'
import { type DeskCommand, leadsOn } from '../case/act-list.ts'
import { ActionBar, hasActions } from '../case/actions.tsx'
import { CaseView } from '../case/case-view.tsx'
import { useKeys, useShown } from '../wide.ts'
import { BatchBar } from './batch-bar.tsx'
import { KeysHelp } from './keys-help.tsx'
import { placeOf } from './line.ts'
import { QueueList } from './list.tsx'
import './panes.scss'
import { useQueue } from './use-queue.ts'

export function Panes(): ReactNode {
  const t = useT()
  const queue = useQueue()
  const { items, openId, open, ticks, cases } = queue
  const [command, setCommand] = useState<DeskCommand | null>(null)
  const [help, setHelp] = useState(false)
  const [first] = items
  // Something is always open while there is something; a case that left the list stays until another opens.
  useEffect(() => {
    if (openId === null && first) open(first.id)
  }, [openId, first, open])
  const done = useCallback(
    (command: DeskCommand) => {
      const next = openId && placeOf(openId)?.after
      if (!next || !leadsOn(command)) return
      notify(t('queue.next'))
      show(next, open)
    },
    [openId, open, t],
  )
  const pick = (id: string) => {
    setCommand(null)
    open(id)
  }
  const step = (by: 1 | -1) => {
    setCommand(null)
    const id = queue.move(by)
    if (id) reveal(id)
    if (by === 1 && id === items[items.length - 1]?.id && cases.hasNextPage)
      void cases.fetchNextPage()
  }
  const current = items.find(({ id }) => id === openId)
  const act = (wanted: DeskCommand) => {
    if (current?.allowedCommands.includes(wanted)) setCommand(wanted)
  }
  const whole = () => openId && openPage('deskCase', { id: openId, line: '1' })
  const close = () => {
    setHelp(false)
    setCommand(null)
  }
  const keys = {
    j: () => step(1),
    arrowdown: () => step(1),
    k: () => step(-1),
    arrowup: () => step(-1),
    enter: whole,
    o: whole,
    a: () => act('approve'),
    r: () => act('reject'),
    b: () => queue.batch(ticks === null),
    x: () => current && queue.toggle(current),
    '/': focusSearch,
    '?': () => setHelp(true),
    escape: close,
  }
  const inFront = useShown()
  // While a sheet is open its own fields and buttons have the keyboard; only closing it is left here.
  useKeys(command || help ? { escape: close } : keys, inFront)
  return (
    <View className="panes">
      <View className="panes__list">
        <ScrollView
          scrollY
          className="panes__scroll"
          lowerThreshold={400}
          onScrollToLower={() => {
            if (cases.hasNextPage && !cases.isFetchingNextPage) void cases.fetchNextPage()
          }}
        >
          <View className="panes__inner">
            <QueueList queue={queue} onOpen={pick} onQuick={pick} />
          </View>
        </ScrollView>
        <View className="panes__foot">
          {ticks ? (
            <BatchBar queue={queue} ticks={ticks} />
          ) : (
            <KeysHint onPress={() => setHelp(true)} />
          )}
        </View>
      </View>
      <View className="panes__case">
        {openId ? (
          <OpenCase
            key={openId}
            id={openId}
            command={command}
            onCommand={setCommand}
            onDone={done}
          />
        ) : (
          <Empty title={t('queue.pick')} />
        )}
      </View>
      <KeysHelp open={help} onClose={() => setHelp(false)} />
    </View>
  )
}

function KeysHint({ onPress }: { readonly onPress: () => void }): ReactNode {
  const t = useT()
  return (
    <View className="panes__hint" ariaRole="button" onClick={onPress}>
      {t('keys.hint')}
    </View>
  )
}

interface OpenCaseProps {
  readonly id: string
  readonly command: DeskCommand | null
  readonly onCommand: (command: DeskCommand | null) => void
  readonly onDone: (command: DeskCommand) => void
}

function OpenCase({ id, command, onCommand, onDone }: OpenCaseProps): ReactNode {
  const query = useApi('GET /aftersales/:id', { params: { id } })
  const aftersale = query.data
  const close = useCallback(() => onCommand(null), [onCommand])
  return (
    <>
      <ScrollView scrollY className="panes__scroll">
        <View className="panes__inner">
          <QueryView query={query}>
            {(shown) => (
              <CaseView aftersale={shown} command={command} onClose={close} onDone={onDone} />
            )}
          </QueryView>
        </View>
      </ScrollView>
      {aftersale && hasActions(aftersale) && (
        <View className="panes__foot panes__foot--acts">
          <ActionBar aftersale={aftersale} onOpen={onCommand} />
        </View>
      )}
    </>
  )
}

function show(id: string, open: (id: string) => void): void {
  open(id)
  reveal(id)
}

/** Scrolls the list so far that the row is in sight, and no further. */
const reveal = (id: string): void =>
  document.getElementById(`case-${id}`)?.scrollIntoView({ block: 'nearest' })

const focusSearch = (): void =>
  document.querySelector<HTMLInputElement>('.panes__list .search input')?.focus()
