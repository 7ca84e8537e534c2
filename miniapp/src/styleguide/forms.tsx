// What people fill in and choose from.
import { Input, TextArea } from '@nutui/nutui-react-taro'
import type { ReactNode } from 'react'
import { useState } from 'react'
import type { UploadItem } from '../api/upload-queue.ts'
import { AmountInput } from '../components/amount-input.tsx'
import { Button } from '../components/button.tsx'
import { Chips } from '../components/chips.tsx'
import { Field } from '../components/field.tsx'
import { MediaPicker } from '../components/media-picker.tsx'
import { SearchBox } from '../components/search-box.tsx'
import { Sheet } from '../components/sheet.tsx'
import { Stepper } from '../components/stepper.tsx'
import { Tick } from '../components/tick.tsx'
import type { Uploads } from '../hooks/use-uploads.ts'
import { useT } from '../i18n/index.ts'
import { Called, Line, Shown } from './shown.tsx'

const nothing = () => undefined

export function Forms(): ReactNode {
  const t = useT()
  const [open, setOpen] = useState(false)
  return (
    <>
      <Shown name="Field">
        <Field label={t('signIn.phone')}>
          <Input value="" placeholder="13800000000" onChange={nothing} />
        </Field>
        <Field label={t('me.name')} hint={t('me.openSource')}>
          <Input value={t('me.title')} onChange={nothing} />
        </Field>
        <Field label={t('waybill.number')} error={t('waybill-malformed')}>
          <Input value="SF12" onChange={nothing} />
        </Field>
        <Field label={t('photo.photo')}>
          <TextArea value={t('home.noOpenText')} onChange={nothing} />
        </Field>
        <Field label="AmountInput">
          <AmountInput fen={12_345} onChange={nothing} />
        </Field>
      </Shown>
      <Shown name="SearchBox">
        <SearchBox placeholder={t('search')} value="A-1024" onSearch={nothing} />
      </Shown>
      <Choices />
      <Shown name="MediaPicker">
        <MediaPicker uploads={uploads} />
      </Shown>
      <Shown name="Sheet">
        <Button onPress={() => setOpen(true)}>{t('privacy.notice')}</Button>
        <Sheet
          title={t('privacy.notice')}
          open={open}
          onClose={() => setOpen(false)}
          footer={
            <Button tone="primary" block onPress={() => setOpen(false)}>
              {t('ok')}
            </Button>
          }
        >
          <Field label={t('me.name')}>
            <Input value={t('me.title')} onChange={nothing} />
          </Field>
        </Sheet>
      </Shown>
    </>
  )
}

function Choices(): ReactNode {
  const t = useT()
  const [chosen, choose] = useState<'a' | 'b' | 'c'>('a')
  const [on, setOn] = useState(true)
  const [count, setCount] = useState(2)
  const chips = [
    { value: 'a', label: t('look.system') },
    { value: 'b', label: t('look.light'), note: '12' },
    { value: 'c', label: t('look.dark'), disabled: true },
  ] as const
  return (
    <>
      <Shown name="Chips">
        <Chips chips={chips} chosen={[chosen]} onPress={choose} />
        <Called name="tabs" />
        <Chips look="tabs" chips={chips} chosen={[chosen]} onPress={choose} />
      </Shown>
      <Shown name="Tick">
        <Tick on={on} onChange={setOn}>
          {t('privacy.agree')}
        </Tick>
        <Tick on={false} disabled onChange={nothing}>
          {t('privacy.agree')}
        </Tick>
        <Tick on disabled onChange={nothing}>
          {t('privacy.agree')}
        </Tick>
      </Shown>
      <Shown name="Stepper">
        <Line>
          <Stepper value={count} min={1} max={9} onChange={setCount} />
          <Stepper value={1} min={1} max={1} onChange={nothing} />
        </Line>
      </Shown>
    </>
  )
}

const item = (key: string, more: Partial<UploadItem>): UploadItem => ({
  key,
  kind: 'photo',
  preview: null,
  state: 'done',
  percent: 100,
  media: null,
  error: null,
  ...more,
})

const uploads: Uploads = {
  items: [
    item('done', {}),
    item('waiting', { state: 'waiting' }),
    item('sending', { state: 'sending', percent: 40 }),
    item('failed', { kind: 'video', state: 'failed', error: new Error('network') }),
  ],
  mediaIds: [],
  isSending: true,
  room: 1,
  add: async () => undefined,
  retry: nothing,
  remove: nothing,
  clear: nothing,
}
