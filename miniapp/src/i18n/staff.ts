// Words of the staff pages.
import type { Words } from './words.ts'

export const staff = {
  'desk.title': ['工作台', 'Desk'],
  'deskCase.title': ['处理售后', 'Case'],
} as const satisfies Words
