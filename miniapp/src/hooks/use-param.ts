// A parameter of the page's address. WeChat hands it over encoded, the web page decoded.
import { useRouter } from '@tarojs/taro'

/** Empty when it is missing. Our parameters hold no percent signs, so decoding twice does no harm. */
export function useParam(name: string): string {
  const raw = useRouter().params[name] ?? ''
  try {
    return decodeURIComponent(raw)
  } catch {
    return raw
  }
}
