// What the rest of the server may ask of notices.
export { sendNotices } from './deliver.ts'
export { dispatchSteps } from './dispatch.ts'
export { forgetOldNotices } from './forget-old.ts'
export { tellPlanned } from './remind.ts'
export { tellAnswer, tellWaiting } from './talk-notices.ts'
