// What other parts may ask: the ready words that a new shop starts with.
export { seedTemplates } from './reply-templates.ts'
