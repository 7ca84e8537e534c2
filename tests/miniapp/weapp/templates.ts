// Reads base.wxml: which native element, attributes and events each node number of this build stands for.
// The numbers differ from build to build, so nothing here may know one.
import { readFileSync } from 'node:fs'

export interface Template {
  /** `view`, `text`, `button`, …; `#text` for bare text. */
  readonly tag: string
  /** Attribute name to the short key in the node's data: `placeholder` → `p18`. */
  readonly attributes: ReadonlyMap<string, string>
  /** Event types that the element is bound to, `tap`, `input`. */
  readonly events: ReadonlySet<string>
}

export function readTemplates(path: string): ReadonlyMap<string, Template> {
  const templates = new Map<string, Template>()
  const wxml = readFileSync(path, 'utf8')
  for (const [, number, body] of wxml.matchAll(
    /<template name="tmpl_0_([\w-]+)">([\s\S]*?)<\/template>\n*(?=<template name|<wxs|$)/g,
  )) {
    templates.set(number as string, readTemplate(body as string))
  }
  // Inputs have one template with focus and one without; the number alone chooses between them.
  for (const [number, template] of templates) {
    const blurred = templates.get(`${number}_blur`)
    if (template.tag === 'template' && blurred) templates.set(number, blurred)
  }
  return templates
}

function readTemplate(body: string): Template {
  const element = /<([\w-]+)([\s\S]*?)>/.exec(body)
  const tag = element?.[1] ?? ''
  if (tag === 'block') return { tag: '#text', attributes: new Map(), events: new Set() }
  const attributes = new Map<string, string>()
  const events = new Set<string>()
  for (const [, name, value] of (element?.[2] ?? '').matchAll(/([\w:-]+)="([^"]*)"/g)) {
    const bound = /^(?:bind|catch):?(.+)$/.exec(name as string)
    if (bound) events.add(bound[1] as string)
    else {
      const key = /\bi\.(\w+)/.exec(value as string)?.[1]
      if (key) attributes.set(name as string, key)
    }
  }
  return { tag, attributes, events }
}
