// `keyturn migrate`: brings the database to the schema of this release.
import type { Command } from 'commander'

/**
 * Migrates as the owner and names what was applied; rejects with a reason for a person when it
 * cannot.
 */
export type MigrateDatabase = () => Promise<readonly string[]>

export function registerMigrate(program: Command, migrateDatabase: MigrateDatabase): void {
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
      process.exitCode = await run(migrateDatabase)
    })
}

async function run(migrateDatabase: MigrateDatabase): Promise<number> {
  try {
    const applied = await migrateDatabase()
    const lines = applied.length > 0 ? applied.map((name) => `applied ${name}`) : ['up to date']
    process.stdout.write(`${lines.join('\n')}\n`)
    return 0
  } catch (error) {
    if (!(error instanceof Error) || error.name !== 'MigrationError') throw error
    process.stderr.write(`${error.message}\n`)
    return 1
  }
}
