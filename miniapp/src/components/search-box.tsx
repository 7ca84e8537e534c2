// A line to search by: searches when the person says so, and can be emptied with one tap.
import { Input } from '@nutui/nutui-react-taro'
import { Text, View } from '@tarojs/components'
import { type ReactNode, useState } from 'react'
import { useT } from '../i18n/index.ts'
import { Icon } from './icon.tsx'
import './search-box.scss'

interface SearchBoxProps {
  readonly placeholder: string
  /** What is searched for now. */
  readonly value: string
  /** Trimmed; empty when nothing is searched for any more. */
  readonly onSearch: (text: string) => void
}

export function SearchBox({ placeholder, value, onSearch }: SearchBoxProps): ReactNode {
  const t = useT()
  const [text, setText] = useState(value)
  const search = (next: string) => {
    setText(next)
    onSearch(next.trim())
  }
  return (
    <View className="search">
      <View className="search__line">
        <Input
          value={text}
          placeholder={placeholder}
          confirmType="search"
          onChange={setText}
          onConfirm={() => search(text)}
        />
        {text !== '' && (
          <View
            className="search__clear"
            ariaRole="button"
            ariaLabel={t('remove')}
            onClick={() => search('')}
          >
            <Icon name="close" size="s" />
          </View>
        )}
      </View>
      <View className="search__go" ariaRole="button" onClick={() => search(text)}>
        <Text>{t('search')}</Text>
      </View>
    </View>
  )
}
