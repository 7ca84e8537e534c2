// A list of thousands of rows of which only those near the screen are drawn. Rows come in blocks; a block
// that is far away leaves an empty space of its height behind.
import { View } from '@tarojs/components'
import Taro from '@tarojs/taro'
import { memo, type ReactNode, startTransition, useEffect, useState } from 'react'
import { isWeapp } from '../platform/target.ts'

/** Rows drawn and taken away together. */
const BLOCK = 5
/** How far from the screen rows are still drawn, in px: about two screens, so that a flick shows no gaps. */
const AROUND = 1_600

interface WindowListProps<T> {
  readonly items: readonly T[]
  /** Stable: a new function draws every row again. */
  readonly render: (item: T) => ReactNode
}

export function WindowList<T extends { readonly id: string }>(
  props: WindowListProps<T>,
): ReactNode {
  const { items, render } = props
  const blocks: (readonly T[])[] = []
  for (let at = 0; at < items.length; at += BLOCK) blocks.push(items.slice(at, at + BLOCK))
  return blocks.map((block) => {
    const name = `rows-${block[0]?.id ?? ''}`
    return <Block key={name} name={name} items={block as never} render={render as never} />
  })
}

interface BlockProps {
  /** Its id on the page. */
  readonly name: string
  readonly items: readonly { readonly id: string }[]
  readonly render: (item: { readonly id: string }) => ReactNode
}

const sameRows = (before: BlockProps, now: BlockProps): boolean =>
  before.render === now.render &&
  before.items.length === now.items.length &&
  before.items.every((item, index) => item === now.items[index])

const Block = memo(function Block({ name, items, render }: BlockProps): ReactNode {
  const [near, setNear] = useState(true)
  const [height, setHeight] = useState(0)
  useEffect(
    () =>
      watchSight(name, (isNear, seenHeight) => {
        // In slices: several blocks come near at once, and the thumb must not wait for all of them.
        startTransition(() => {
          // Measured while drawn; the empty space says nothing new.
          if (!isNear && seenHeight > 0) setHeight(seenHeight)
          setNear(isNear)
        })
      }),
    [name],
  )
  return (
    <View id={name} {...(near ? {} : { style: { height: `${height}px` } })}>
      {near && items.map((item) => <View key={item.id}>{render(item)}</View>)}
    </View>
  )
}, sameRows)

type Seen = (isNear: boolean, height: number) => void

/** One for all blocks of a page: hundreds of observers would cost every frame. */
const eyes = new WeakMap<Element, IntersectionObserver>()
const watched = new WeakMap<Element, Seen>()

function eyeOf(page: Element): IntersectionObserver {
  const known = eyes.get(page)
  if (known) return known
  const made = new IntersectionObserver(
    (entries) => {
      for (const { target, isIntersecting, boundingClientRect } of entries) {
        watched.get(target)?.(isIntersecting, boundingClientRect.height)
      }
    },
    // The page scrolls inside the window: only as the root it is looked at with room around it.
    { root: page, rootMargin: `${AROUND}px 0px` },
  )
  eyes.set(page, made)
  return made
}

function watchNode(node: Element, seen: Seen): () => void {
  const page = node.closest('.taro_page')
  if (!page) return () => {}
  const eye = eyeOf(page)
  watched.set(node, seen)
  eye.observe(node)
  return () => {
    watched.delete(node)
    eye.unobserve(node)
  }
}

/** Calls back whenever a node comes near the screen or leaves; the answer stops that. */
function watchSight(id: string, seen: Seen): () => void {
  if (isWeapp) {
    const page = Taro.getCurrentInstance().page
    if (!page) return () => {}
    const observer = Taro.createIntersectionObserver(page)
    observer
      .relativeToViewport({ top: AROUND, bottom: AROUND })
      .observe(`#${id}`, ({ intersectionRatio = 0, boundingClientRect }) =>
        seen(intersectionRatio > 0, boundingClientRect?.height ?? 0),
      )
    return () => observer.disconnect()
  }
  const node = document.getElementById(id)
  return node ? watchNode(node, seen) : () => {}
}
