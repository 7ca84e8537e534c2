// Whose desk this is, and the way to another shop for people who serve several.
import type { Me } from '@shouhou/shared/contract/auth'
import { useMutation } from '@tanstack/react-query'
import { Text } from '@tarojs/components'
import { type ReactNode, useState } from 'react'
import { queryClient } from '../../../api/query.ts'
import { switchShop } from '../../../api/session.ts'
import { notify } from '../../../components/ask.ts'
import { Card, Row } from '../../../components/card.tsx'
import { Sheet } from '../../../components/sheet.tsx'
import { errorText } from '../../../i18n/error-text.ts'
import { useT, wordFor } from '../../../i18n/index.ts'

export function ShopCard({ me }: { readonly me: Me }): ReactNode {
  const t = useT()
  const [choosing, setChoosing] = useState(false)
  const enter = useMutation({
    mutationFn: (slug: string) => switchShop(slug),
    onSuccess: () => {
      // Nothing of the other shop may stay on screen.
      queryClient.clear()
      setChoosing(false)
    },
    onError: (error) => notify(errorText(error, t)),
  })
  const several = me.shops.length > 1
  return (
    <Card>
      <Row
        label={me.shop?.name ?? ''}
        value={`${me.name} · ${wordFor('staffRole.', me.role)}`}
        {...(several ? { onPress: () => setChoosing(true) } : {})}
      />
      {several && <Text className="desk__hint">{t('desk.switchHint')}</Text>}
      <Sheet title={t('desk.switch')} open={choosing} onClose={() => setChoosing(false)}>
        {me.shops.map(({ slug, name, role }) => (
          <Row
            key={slug}
            label={`${slug === me.shop?.slug ? '✓ ' : ''}${name}`}
            value={wordFor('staffRole.', role)}
            onPress={() => !enter.isPending && enter.mutate(slug)}
          />
        ))}
      </Sheet>
    </Card>
  )
}
