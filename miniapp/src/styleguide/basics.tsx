// Colours, sizes of type, drawings, buttons, tags, amounts.
import { AFTERSALE_STATUSES } from '@shouhou/shared/domain/aftersale-types'
import { Text, View } from '@tarojs/components'
import type { ReactNode } from 'react'
import { Button } from '../components/button.tsx'
import { Icon, type IconName } from '../components/icon.tsx'
import { Money } from '../components/money.tsx'
import { StatusTag, Tag } from '../components/status-tag.tsx'
import { useT } from '../i18n/index.ts'
import { Called, Line, Shown } from './shown.tsx'

const COLOURS = [
  ...['ink', 'ink-soft', 'ink-faint', 'surface', 'raised', 'ground', 'brand'],
  ...['brand-soft', 'good-soft', 'warn-soft', 'bad-soft', 'mute-soft'],
]
const SIZES = ['s', 'm', 'l', 'xl', 'money']
const ICONS: readonly IconName[] = [
  ...(['home', 'case', 'chat', 'store', 'user', 'back', 'next', 'close', 'check'] as const),
  ...(['clock', 'alert', 'moving', 'failed', 'ended', 'plus', 'minus', 'play'] as const),
  ...(['search', 'copy', 'camera', 'box', 'lock', 'offline'] as const),
]
const TONES = ['waiting', 'act', 'moving', 'good', 'bad', 'ended'] as const

export function Basics(): ReactNode {
  const t = useT()
  return (
    <>
      <Shown name="Colours">
        <Line>
          {COLOURS.map((name) => (
            <View key={name} className={`shown__swatch shown__swatch--${name}`}>
              <Text>{name}</Text>
            </View>
          ))}
        </Line>
      </Shown>
      <Shown name="Type">
        {SIZES.map((size) => (
          <Text key={size} className={`shown__text--${size}`}>
            {t('home.title')}
          </Text>
        ))}
      </Shown>
      <Shown name="Icon">
        <Line>
          {ICONS.map((name) => (
            <Icon key={name} name={name} size="l" />
          ))}
        </Line>
      </Shown>
      <Buttons />
      <Shown name="Tag">
        <Line>
          {TONES.map((tone) => (
            <Tag key={tone} tone={tone} word={tone} />
          ))}
        </Line>
      </Shown>
      <Shown name="StatusTag">
        <Line>
          {AFTERSALE_STATUSES.map((status) => (
            <StatusTag key={status} status={status} />
          ))}
        </Line>
      </Shown>
      <Shown name="Money">
        <Line>
          <Money fen={13_333} />
          <Money fen={-1_000} signed />
          <Money fen={1_000} signed />
          <Money fen={123_456_789} size="l" />
        </Line>
      </Shown>
    </>
  )
}

const nothing = () => undefined

function Buttons(): ReactNode {
  const t = useT()
  return (
    <Shown name="Button">
      {(['primary', 'plain', 'danger'] as const).map((tone) => (
        <View key={tone}>
          <Called name={tone} />
          <Line>
            <Button tone={tone} onPress={nothing}>
              {t('ok')}
            </Button>
            <Button tone={tone} busy onPress={nothing}>
              {t('ok')}
            </Button>
            <Button tone={tone} disabled onPress={nothing}>
              {t('ok')}
            </Button>
          </Line>
        </View>
      ))}
      <Called name="block" />
      <Button tone="primary" block onPress={nothing}>
        {t('home.allOrders')}
      </Button>
    </Shown>
  )
}
