// What an action will cause, before it is taken: where the case goes, whose turn it is then and until when,
// and what happens if they do nothing.
import type { Command } from '@shouhou/shared/domain/aftersale-commands'
import type { CommandInput } from '@shouhou/shared/domain/aftersale-facts'
import { type Consequence, whatHappens } from '@shouhou/shared/domain/aftersale-machine'
import { Text, View } from '@tarojs/components'
import type { ReactNode } from 'react'
import { useT, wordFor } from '../../../i18n/index.ts'
import { formatDuration } from '../../../i18n/time.ts'
import { DeskStatus } from '../desk-status.tsx'
import './consequences.scss'
import type { Scene } from './scene.ts'

interface ConsequencesProps {
  readonly command: Command
  readonly scene: Scene
  readonly input?: CommandInput
}

export function Consequences({ command, scene, input = {} }: ConsequencesProps): ReactNode {
  const t = useT()
  const next = whatHappens(command, scene.facts, input)
  if (!next) return null
  return (
    <View className="consequences">
      <View className="consequences__to">
        <Text>{t('then.to')}</Text>
        <DeskStatus status={next.to} />
      </View>
      {next.closeReason && <Text>{wordFor('closed.', next.closeReason)}</Text>}
      <NextTurn next={next} scene={scene} />
    </View>
  )
}

interface NextTurnProps {
  readonly next: Consequence
  readonly scene: Scene
}

function NextTurn({ next, scene }: NextTurnProps): ReactNode {
  const t = useT()
  const { timer, waitsFor, ifNobodyActs } = next
  if (!timer || !waitsFor) return <Text>{t('then.over')}</Text>
  const ms = scene.policy?.timers[timer]
  const who = t(`waits.${waitsFor}`)
  return (
    <>
      <Text>{ms === undefined ? who : t('then.turn', { who, time: formatDuration(ms, t) })}</Text>
      {ifNobodyActs && (
        <Text>
          {t('then.else', {
            what: wordFor('did.', ifNobodyActs.command),
            status: wordFor('status.', ifNobodyActs.to),
          })}
        </Text>
      )}
    </>
  )
}
