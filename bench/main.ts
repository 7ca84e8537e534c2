// `npm run bench`: speed of the real API against a bare server that does the same work, in one run.
// Only the ratios say something: machines differ, and are busy.
import { benchApi } from './api/bench-api.ts'

await benchApi()
