// What WeChat sends when somebody shares this page: the case as family may see it once there is a link,
// and without one the entrance of the service, never the case itself.
import type { Aftersale } from '@shouhou/shared/contract/aftersale-views'
import Taro, { useShareAppMessage } from '@tarojs/taro'
import { useEffect } from 'react'
import { useApi } from '../../../hooks/use-api.ts'
import { useT, wordFor } from '../../../i18n/index.ts'
import { PAGES } from '../../../pages.ts'
import { isWeapp } from '../../../platform/target.ts'
import { addressOfLink } from './share-link.ts'

/** `aftersale` is undefined until it has been loaded. */
export function useShareCard(id: string, aftersale: Aftersale | undefined): void {
  const t = useT()
  const known = isWeapp && aftersale !== undefined
  const links = useApi('GET /aftersales/:id/share', { params: { id } }, { enabled: known })
  const link = links.data?.items[0]
  useShareAppMessage(() => {
    if (!link || !aftersale) return { title: t('home.title'), path: PAGES.home }
    const type = wordFor('type.', aftersale.type)
    const status = wordFor('status.', aftersale.status)
    return { title: t('share.card', { type, status }), path: addressOfLink(link) }
  })
  useEffect(() => {
    if (isWeapp) void Taro.showShareMenu({})
  }, [])
}
