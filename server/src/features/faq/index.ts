// What other slices may ask of the FAQ.
export type { Answers } from './answers.ts'
export { readUnanswered } from './read-unanswered.ts'
export { seedFaq } from './seed-faq.ts'
export { countOpinion } from './store.ts'
export { countUnanswered } from './unanswered-store.ts'
export { type Language, wordingIn } from './view.ts'
