// `keyturn migrate`: brings the database to the schema of this release.
import type { Command } from 'commander'
import { migrate } from '#src/store/migrate.ts'
import { MigrationError } from '#src/store/migration-error.ts'

/** `withOwner` opens the database as its owner (embedded, or MIGRATE_DATABASE_URL) for as long as the work lasts. */
export type WithOwner = <T>(work: (ownerUrl: string) => Promise<T>) => Promise<T>

export function registerMigrate(program: Command, withOwner: WithOwner): void {
  program
    .command('migrate')
    .description('bring the database to the schema of this release; safe to run again')
    .addHelpText(
      'after',
      `
The database is the one of MIGRATE_DATABASE_URL, else DATABASE_URL, else Keyturn's own.
The login must own the database. Portal, desk and worker run as the role keyturn_app,
which is created where it is missing and the login may.

Exit codes: 0 up to date now, 1 not migrated (the reason is printed).`,
    )
    .action(async () => {
      process.exitCode = await withOwner(runMigrate)
    })
}

async function runMigrate(ownerUrl: string): Promise<number> {
  try {
    const { applied } = await migrate(ownerUrl)
    const lines = applied.length > 0 ? applied.map((name) => `applied ${name}`) : ['up to date']
    process.stdout.write(`${lines.join('\n')}\n`)
    return 0
  } catch (error) {
    if (!(error instanceof MigrationError)) throw error
    process.stderr.write(`${error.message}\n`)
    return 1
  }
}
