// Writing an entry: an existing one, a new one, or one that answers a question the bot missed.
import type { FaqEntry } from '@shouhou/shared/contract/faq'
import { useRouter } from '@tarojs/taro'
import type { ReactNode } from 'react'
import { Page } from '../../../components/page.tsx'
import { QueryView } from '../../../components/states.tsx'
import { useApi } from '../../../hooks/use-api.ts'
import { useT } from '../../../i18n/index.ts'
import { randomId } from '../../../platform/random-id.ts'
import { ForStaff } from '../for-staff.tsx'
import { may } from '../may.ts'
import { type EntryLanguage, newDraft } from './draft.ts'
import { EntryForm } from './entry-form.tsx'
import { NewEntryForm } from './new-entry-form.tsx'

export default function FaqEntryPage(): ReactNode {
  const { id = '', question = '', language, answers } = useRouter().params
  const asked: EntryLanguage = language === 'en' ? 'en' : 'zh-CN'
  return (
    <Page title="deskFaqEntry.title">
      <ForStaff {...(id ? {} : { right: 'editFaq' })}>
        {({ role }) =>
          id ? (
            <Stored id={id} mayEdit={may(role, 'editFaq')} />
          ) : (
            <NewEntryForm
              start={newDraft(newSlug(), decoded(question), asked)}
              answersQuestion={answers}
            />
          )
        }
      </ForStaff>
    </Page>
  )
}

/** Parameters arrive decoded on one platform and as they were sent on the other. */
function decoded(text: string): string {
  try {
    return decodeURIComponent(text)
  } catch {
    return text
  }
}

/** A slug to begin with; people change it where it shows. */
const newSlug = (): string => `faq-${randomId().slice(0, 8)}`

interface StoredProps {
  readonly id: string
  readonly mayEdit: boolean
}

function Stored({ id, mayEdit }: StoredProps): ReactNode {
  useT()
  const query = useApi('GET /faq/entries/:id', { params: { id } })
  return (
    <QueryView query={query}>
      {(entry: FaqEntry) => <EntryForm entry={entry} mayEdit={mayEdit} />}
    </QueryView>
  )
}
