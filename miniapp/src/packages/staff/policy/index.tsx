// The rules of the shop in plain sentences; what the law forbids is said while it is typed.
import type { Output } from '@shouhou/shared/contract'
import { Text, View } from '@tarojs/components'
import type { ReactNode } from 'react'
import { notify } from '../../../components/ask.ts'
import { Button } from '../../../components/button.tsx'
import { Page } from '../../../components/page.tsx'
import { QueryView } from '../../../components/states.tsx'
import { useApi } from '../../../hooks/use-api.ts'
import { useCommand } from '../../../hooks/use-command.ts'
import { errorText } from '../../../i18n/error-text.ts'
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
import { useLint } from './use-lint.ts'

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
  const put = useCommand('PUT /policy', {
    changes: ['policy', 'orders'],
    onDone: (answer) => {
      load(answer)
      notify(t('deskPolicy.saved', { n: answer.version }))
    },
  })
  const form: PolicyForm = {
    document: draft,
    set,
    problemAt: (pointer) => problems.get(pointer),
    disabled: put.isPending,
  }
  return (
    <View className="policy">
      <Text className="policy__about">{versionWords(base, t)}</Text>
      {outdated && <Outdated onLoad={() => load(policy)} />}
      {/* Fields remember what was typed: another version starts them anew. */}
      <Sections key={base.version} form={form} />
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
        {put.error !== null && (
          <Text className="policy__bad">{`✕ ${errorText(put.error, t)}`}</Text>
        )}
        <Button
          tone="primary"
          block
          busy={put.isPending}
          disabled={!changed || outdated || problems.size > 0 || !isSettled}
          onPress={() => put.mutate({ body: { version: base.version, document: draft } })}
        >
          {t('deskPolicy.save')}
        </Button>
      </View>
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
