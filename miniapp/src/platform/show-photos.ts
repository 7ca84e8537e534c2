// Opens photos at full size.

/**
 * The viewer of the web page is large and comes when it is first used; WeChat has its own and cannot
 * load code later.
 * @param current one of `urls`: the one that is shown first
 */
export async function showPhotos(urls: string[], current: string): Promise<void> {
  const viewer: typeof import('./photo-viewer.ts') =
    // biome-ignore lint/style/noProcessEnv: replaced by a literal when Taro compiles.
    process.env.TARO_ENV === 'weapp'
      ? require('./photo-viewer.ts')
      : await import('./photo-viewer.ts')
  viewer.openPhotos(urls, current)
}
