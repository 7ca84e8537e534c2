// The frame of every action: its questions, what it will cause, what went wrong, the button that does it.
import type { Command } from '@shouhou/shared/domain/aftersale-commands'
import type { CommandInput } from '@shouhou/shared/domain/aftersale-facts'
import { Text } from '@tarojs/components'
import type { ReactNode } from 'react'
import { confirm } from '../../../components/ask.ts'
import { Button } from '../../../components/button.tsx'
import { Sheet } from '../../../components/sheet.tsx'
import { errorText } from '../../../i18n/error-text.ts'
import { useT } from '../../../i18n/index.ts'
import type { DeskCommand } from './act-list.ts'
import './act-sheet.scss'
import { Consequences } from './consequences.tsx'
import type { Scene } from './scene.ts'

interface ActSheetProps {
  readonly command: DeskCommand & Command
  readonly scene: Scene
  /** What the answers so far mean for the machine. */
  readonly input?: CommandInput
  readonly act: { readonly isPending: boolean; readonly error: unknown }
  /** Everything needed is there. */
  readonly ready: boolean
  /** Said before something that cannot be undone. */
  readonly sure?: string
  readonly onSubmit: () => void
  readonly children?: ReactNode
}

export function ActSheet(props: ActSheetProps): ReactNode {
  const t = useT()
  const { command, scene, input, act, ready, sure, onSubmit, children } = props
  const title = t(`act.${command}`)
  const submit = async () => {
    if (!sure || (await confirm({ title, text: sure, danger: true }))) onSubmit()
  }
  return (
    <Sheet
      title={title}
      open
      onClose={scene.close}
      footer={
        <Button
          tone="primary"
          block
          busy={act.isPending}
          disabled={!ready}
          onPress={() => void submit()}
        >
          {title}
        </Button>
      }
    >
      {children}
      <Consequences command={command} scene={scene} {...(input ? { input } : {})} />
      {act.error !== null && (
        <Text className="act-sheet__error">{`✕ ${errorText(act.error, t)}`}</Text>
      )}
    </Sheet>
  )
}
