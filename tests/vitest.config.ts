// All test levels of all packages. `npx vitest run --project features -t 'words of a name'`.
import { defineConfig } from 'vitest/config'

const withDatabase = { globalSetup: ['helpers/database-server.ts', 'helpers/record-folder.ts'] }
const statuses = ['contract/statuses.test.ts']

function level(name: string, more: object = {}) {
  return {
    test: { name, include: [`${name}/**/*.test.ts`], testTimeout: 30_000, ...more },
  }
}

export default defineConfig({
  test: {
    // Every worker holds an app and its database; two cores serve no more.
    maxWorkers: 2,
    projects: [
      level('domain'),
      level('contract', { ...withDatabase, exclude: statuses }),
      level('server', withDatabase),
      level('features', withDatabase),
      level('races', { ...withDatabase, testTimeout: 120_000 }),
      level('media'),
      level('journeys', {
        ...withDatabase,
        testTimeout: 120_000,
        exclude: ['**/*.browser.test.ts'],
      }),
      level('browser', {
        ...withDatabase,
        include: ['journeys/**/*.browser.test.ts'],
        testTimeout: 180_000,
      }),
      level('miniapp'),
      // After all others: it reads what they have recorded.
      level('statuses', { ...withDatabase, include: statuses, sequence: { groupOrder: 1 } }),
    ],
  },
})
