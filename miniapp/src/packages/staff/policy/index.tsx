// The rules of the shop in plain sentences; what the law forbids is said while it is typed.
import type { Output } from '@shouhou/shared/contract'
import { Text, View } from '@tarojs/components'
import { type ReactNode, useState } from 'react'
import { notify } from '../../../components/ask.ts'
import { Button } from '../../../components/button.tsx'
import { Page } from '../../../components/page.tsx'
import { QueryView } from '../../../components/states.tsx'
import { useApi } from '../../../hooks/use-api.ts'
import { useCommand } from '../../../hooks/use-command.ts'
import { useT } from '../../../i18n/index.ts'
import { formatDateTime } from '../../../i18n/time.ts'
import { ForStaff } from '../for-staff.tsx'
import { may } from '../may.ts'
import { Outdated } from '../outdated.tsx'
import { useDraft } from '../use-draft.ts'
import { ReturnAddress } from './address.tsx'
import { Exclusions } from './exclusions.tsx'
import type { PolicyForm } from './form.ts'
import './index.scss'
import { Reader } from './reader.tsx'
import { AutoApprove, Risk, Timers, Windows } from './rules.tsx'
import { SaveSheet } from './save-sheet.tsx'
import { useLint } from './use-lint.ts'
import { VersionsSheet } from './versions-sheet.tsx'

type Policy = Output<'GET /policy'>

export default function PolicyPage(): ReactNode {
  const query = useApi('GET /policy', {})
  return (
    <Page title="deskPolicy.title">
      <ForStaff>
        {({ role }) => (
          <QueryView query={query}>
            {(policy) =>
              may(role, 'editPolicy') ? (
                <Editor policy={policy} />
              ) : (
                <Reader document={policy.document} />
              )
            }
          </QueryView>
        )}
      </ForStaff>
    </Page>
  )
}

interface PolicyProps {
  readonly policy: Policy
}

function Editor({ policy }: PolicyProps): ReactNode {
  const t = useT()
  const { draft, base, changed, outdated, set, load } = useDraft(policy, documentOf)
  const { problems, isSettled } = useLint(draft)
  const [open, setOpen] = useState<'save' | 'versions' | null>(null)
  // Fields remember what was typed: what comes from elsewhere starts them anew.
  const [round, setRound] = useState(0)
  const put = useCommand('PUT /policy', {
    changes: ['policy', 'orders'],
    onDone: (answer) => {
      load(answer)
      setOpen(null)
      notify(t('deskPolicy.saved', { n: answer.version }))
    },
  })
  const form: PolicyForm = {
    document: draft,
    base: base.document,
    set,
    problemAt: (pointer) => problems.get(pointer),
    disabled: put.isPending,
  }
  return (
    <View className="policy">
      <View className="policy__version">
        <Text className="policy__soft">{versionWords(base, t)}</Text>
        <Button onPress={() => setOpen('versions')}>{t('deskPolicy.versions')}</Button>
      </View>
      {outdated && <Outdated onLoad={() => load(policy)} />}
      <Sections key={`${base.version} ${round}`} form={form} />
      <View className="policy__save">
        <Text className={problems.size > 0 ? 'policy__bad' : 'policy__about'}>
          {problems.size > 0
            ? t('deskPolicy.problems', { n: problems.size })
            : t(
                !changed
                  ? 'deskPolicy.unchanged'
                  : isSettled
                    ? 'deskPolicy.unsaved'
                    : 'deskPolicy.checking',
              )}
        </Text>
        <Button
          tone="primary"
          block
          disabled={!changed || outdated || problems.size > 0 || !isSettled}
          onPress={() => setOpen('save')}
        >
          {t('deskPolicy.review')}
        </Button>
      </View>
      {open === 'save' && (
        <SaveSheet
          before={base.document}
          after={draft}
          busy={put.isPending}
          error={put.error}
          onSave={() => put.mutate({ body: { version: base.version, document: draft } })}
          onClose={() => setOpen(null)}
        />
      )}
      {open === 'versions' && (
        <VersionsSheet
          inForce={base}
          onTake={(document) => {
            set(document)
            setRound(round + 1)
            setOpen(null)
          }}
          onClose={() => setOpen(null)}
        />
      )}
    </View>
  )
}

const documentOf = ({ document }: Policy) => document

const versionWords = ({ version, createdAt, createdBy }: Policy, t: ReturnType<typeof useT>) =>
  createdBy === ''
    ? t('deskPolicy.firstVersion')
    : t('deskPolicy.version', { n: version, name: createdBy, time: formatDateTime(createdAt) })

function Sections({ form }: { readonly form: PolicyForm }): ReactNode {
  return (
    <>
      <ReturnAddress form={form} />
      <Windows form={form} />
      <AutoApprove form={form} />
      <Risk form={form} />
      <Timers form={form} />
      <Exclusions form={form} />
    </>
  )
}
