// The database: a step of its own before the processes of a new version start.
import { migrate } from '../db/migrate.ts'
import type { Command } from './commands.ts'

export const databaseCommands: Readonly<Record<string, Command>> = {
  migrate: {
    summary: 'Bring the database to the newest schema, before a new version starts',
    options: [],
    async run({ config }) {
      await migrate(config.databaseUrl)
      return 'The database has the newest schema.'
    },
  },
}
