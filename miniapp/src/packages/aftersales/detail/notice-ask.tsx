// Asks, from a tap as WeChat demands, whether progress may be told by WeChat messages. Each yes allows one
// message of a template; a no is as good an answer, and the page works the same.
import { Text, View } from '@tarojs/components'
import Taro from '@tarojs/taro'
import { type ReactNode, useState } from 'react'
import { Button } from '../../../components/button.tsx'
import { useApi } from '../../../hooks/use-api.ts'
import { useCommand } from '../../../hooks/use-command.ts'
import { useT } from '../../../i18n/index.ts'
import { isWeapp } from '../../../platform/target.ts'

/** WeChat asks about three templates at once at most. */
const AT_ONCE = 3

export function NoticeAsk(): ReactNode {
  const t = useT()
  const [answer, setAnswer] = useState<'none' | 'yes' | 'no'>('none')
  const known = useApi('GET /me/notice-templates', {}, { enabled: isWeapp })
  const grant = useCommand('POST /me/notice-grants')
  const templates = (known.data?.templates ?? []).slice(0, AT_ONCE)
  if (templates.length === 0) return null
  const ask = async () => {
    const tmplIds = templates.map(({ templateId }) => templateId)
    const said = await askWechat(tmplIds)
    const results = tmplIds.map((templateId) => ({
      templateId,
      accepted: said[templateId] === 'accept',
    }))
    setAnswer(results.some(({ accepted }) => accepted) ? 'yes' : 'no')
    grant.mutate({ body: { results } })
  }
  return (
    <View className="sent__notice">
      {answer === 'none' ? (
        <Button tone="primary" block onPress={() => void ask()}>
          {t('sent.notify')}
        </Button>
      ) : (
        <Text>{t(answer === 'yes' ? 'sent.notified' : 'sent.notNotified')}</Text>
      )}
    </View>
  )
}

/** What the person said about each template; nothing when they closed the question or may not be asked. */
async function askWechat(tmplIds: string[]): Promise<Readonly<Record<string, unknown>>> {
  try {
    return { ...(await Taro.requestSubscribeMessage({ tmplIds, entityIds: [] })) }
  } catch {
    return {}
  }
}
