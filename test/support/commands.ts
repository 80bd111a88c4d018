// Commands of `keyturn` on a test's own database and keys, each in a process of its own.
import { execFile } from 'node:child_process'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import type { MigratedDatabase } from './database.ts'

const keyturn = resolve(import.meta.dirname, '../../bin/keyturn')

export type Ended = { readonly code: number; readonly out: string; readonly err: string }

type CommandDatabase = Pick<MigratedDatabase, 'appUrl' | 'ownerUrl' | 'keys'>

/** A home with the keys of the database; remove it in `after`. */
export async function commandsOn(database: CommandDatabase) {
  const home = await mkdtemp(join(tmpdir(), 'keyturn-home-'))
  const keysFile = join(home, 'keys.json')
  await writeFile(keysFile, database.keys, { mode: 0o600 })
  const env: NodeJS.ProcessEnv = {
    ...process.env,
    KEYTURN_HOME: home,
    KEYTURN_KEYS_FILE: keysFile,
    DATABASE_URL: database.appUrl,
    MIGRATE_DATABASE_URL: database.ownerUrl,
  }
  return {
    home,
    keysFile,
    env,
    run: (...args: string[]) =>
      new Promise<Ended>((settle) => {
        const child = execFile(process.execPath, [keyturn, ...args], { env }, (_, out, err) =>
          settle({ code: child.exitCode ?? -1, out, err }),
        )
      }),
    remove: () => rm(home, { recursive: true }),
  }
}
