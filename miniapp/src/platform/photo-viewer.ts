// Photos at full size, one beside the other.
import Taro from '@tarojs/taro'

/** `current` is one of `urls`: the one that is shown first. */
export function openPhotos(urls: string[], current: string): void {
  void Taro.previewImage({ urls, current })
}
