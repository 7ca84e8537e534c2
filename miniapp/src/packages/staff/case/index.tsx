// The page of one case; from the queue, the next case opens by itself once this one is decided.
import { Text, View } from '@tarojs/components'
import { useRouter } from '@tarojs/taro'
import { type ReactNode, useCallback, useState } from 'react'
import { notify } from '../../../components/ask.ts'
import { Page } from '../../../components/page.tsx'
import { QueryView } from '../../../components/states.tsx'
import { useApi } from '../../../hooks/use-api.ts'
import { useT } from '../../../i18n/index.ts'
import { replacePage } from '../../../pages.ts'
import { ForStaff } from '../for-staff.tsx'
import { placeOf } from '../queue/line.ts'
import { useWholeWindow } from '../wide.ts'
import { type DeskCommand, leadsOn } from './act-list.ts'
import { ActionBar, hasActions } from './actions.tsx'
import { CaseView } from './case-view.tsx'
import './index.scss'

export default function DeskCasePage(): ReactNode {
  useWholeWindow()
  const t = useT()
  const { id = '', line } = useRouter().params
  const [place] = useState(() => (line ? placeOf(id) : null))
  const [command, setCommand] = useState<DeskCommand | null>(null)
  const query = useApi('GET /aftersales/:id', { params: { id } }, { enabled: id !== '' })
  const aftersale = query.data
  const close = useCallback(() => setCommand(null), [])
  const done = useCallback(
    (command: DeskCommand) => {
      if (!place?.after || !leadsOn(command)) return
      notify(t('queue.next'))
      openInLine(place.after)
    },
    [place, t],
  )
  const footer =
    aftersale && hasActions(aftersale) ? (
      <ActionBar aftersale={aftersale} onOpen={setCommand} />
    ) : undefined
  return (
    <Page title="deskCase.title" footer={footer}>
      <ForStaff>
        {() => (
          <>
            {place && place.of > 1 && <InLine place={place} />}
            <QueryView query={query}>
              {(shown) => (
                <CaseView aftersale={shown} command={command} onClose={close} onDone={done} />
              )}
            </QueryView>
          </>
        )}
      </ForStaff>
    </Page>
  )
}

/** Opens another case of the queue in place of this one, so that going back leads to the queue. */
const openInLine = (id: string): void => replacePage('deskCase', { id, line: '1' })

function InLine({ place }: { readonly place: NonNullable<ReturnType<typeof placeOf>> }): ReactNode {
  const t = useT()
  const way = (shape: string, label: string, id: string | null) => (
    <View
      className={`in-line__way ${id ? '' : 'in-line__way--off'}`}
      ariaRole="button"
      ariaLabel={label}
      aria-disabled={id ? 'false' : 'true'}
      onClick={() => id && openInLine(id)}
    >
      <Text>{shape}</Text>
    </View>
  )
  return (
    <View className="in-line">
      {way('‹', t('queue.before'), place.before)}
      <Text>{t('queue.place', { at: place.at, of: place.of })}</Text>
      {way('›', t('queue.after'), place.after)}
    </View>
  )
}
