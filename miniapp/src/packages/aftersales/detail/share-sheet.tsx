// Showing the case to family: what they will see and what not, the link, and the way to end it.
import type { ShareLink } from '@shouhou/shared/contract/shares'
import { Button as NativeButton, Text, View } from '@tarojs/components'
import type { ReactNode } from 'react'
import { confirm, copyText } from '../../../components/ask.ts'
import { Button } from '../../../components/button.tsx'
import { Sheet } from '../../../components/sheet.tsx'
import { QueryView, SkeletonList } from '../../../components/states.tsx'
import { useApi } from '../../../hooks/use-api.ts'
import { useCommand } from '../../../hooks/use-command.ts'
import { errorText } from '../../../i18n/error-text.ts'
import { useT } from '../../../i18n/index.ts'
import { formatDateTime } from '../../../i18n/time.ts'
import { openPage } from '../../../pages.ts'
import { isWeapp } from '../../../platform/target.ts'
import { addressOfLink } from './share-link.ts'

interface ShareSheetProps {
  readonly id: string
  readonly onClose: () => void
}

export function ShareSheet({ id, onClose }: ShareSheetProps): ReactNode {
  const t = useT()
  const links = useApi('GET /aftersales/:id/share', { params: { id } })
  const make = useCommand('POST /aftersales/:id/share', { changes: ['aftersales'] })
  const stop = useCommand('DELETE /aftersales/:id/share', { changes: ['aftersales'] })
  const end = async () => {
    const yes = await confirm({ title: t('share.stop'), text: t('share.stopMeans'), danger: true })
    if (yes) stop.mutate({ params: { id } })
  }
  const error = make.error ?? stop.error
  return (
    <Sheet title={t('share.title')} open onClose={onClose}>
      <Text className="case__said">{t('share.shows')}</Text>
      <Text className="case__small">{t('share.hides')}</Text>
      <QueryView query={links} skeleton={<SkeletonList rows={1} />}>
        {({ items: [link] }) =>
          link ? (
            <View className="share">
              <Text className="case__small">
                {t('share.until', { time: formatDateTime(link.expiresAt) })}
              </Text>
              <Ways link={link} />
              <Button block onPress={() => openPage('shared', { token: link.token })}>
                {t('share.preview')}
              </Button>
              <Button block busy={stop.isPending} onPress={() => void end()}>
                {t('share.stop')}
              </Button>
            </View>
          ) : (
            <Button
              block
              tone="primary"
              busy={make.isPending}
              onPress={() => make.mutate({ params: { id } })}
            >
              {t('share.make')}
            </Button>
          )
        }
      </QueryView>
      {error && <Text className="field__error">{`✕ ${errorText(error, t)}`}</Text>}
    </Sheet>
  )
}

/** How the link gets to somebody: WeChat passes a card on, a browser copies the address. */
function Ways({ link }: { readonly link: ShareLink }): ReactNode {
  const t = useT()
  if (isWeapp) {
    return (
      <NativeButton className="share__native" openType="share">
        {t('share.send')}
      </NativeButton>
    )
  }
  return (
    <Button block tone="primary" onPress={() => void copyText(addressOfLink(link))}>
      {t('share.copy')}
    </Button>
  )
}
