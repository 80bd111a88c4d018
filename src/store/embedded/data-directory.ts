import { randomBytes } from 'node:crypto'
import { chmod, chown, mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Binaries, PackagedBinaries } from './binaries.ts'
import { ROLE_NAMES } from './database-urls.ts'
import { EmbeddedServerError } from './embedded-server-error.ts'
import type { Placement } from './placement.ts'
import { runProgram } from './server-program.ts'
import type { Durability } from './server-settings.ts'

/** The major version that made the data directory; undefined when there is none yet. */
export async function majorOf(data: string): Promise<number | undefined> {
  const text = await readFile(join(data, 'PG_VERSION'), 'utf8').catch(() => undefined)
  return text === undefined ? undefined : Number.parseInt(text, 10)
}

/** A data directory is readable only by the major version that made it. */
export function refuseOtherMajor(
  found: number | undefined,
  { major }: PackagedBinaries,
  data: string,
): void {
  if (found === undefined || found === major) return
  throw new EmbeddedServerError(
    `The database in ${data} was made by PostgreSQL ${found}, and this Keyturn brings PostgreSQL ` +
      `${major}, which cannot read it. Start it with the Keyturn that made it and move the data ` +
      'with pg_dump, or set KEYTURN_HOME to a new directory for an empty database.',
  )
}

/** Makes the data directory under another name first, so that an interrupted try leaves none. */
export async function makeDataDirectory(
  binaries: Binaries,
  { base, data, user }: Placement,
  options: { password: string; durability: Durability },
): Promise<void> {
  const unfinished = `${data}.unfinished`
  await rm(unfinished, { recursive: true, force: true })
  await mkdir(unfinished, { mode: 0o700 })
  const passwordFile = join(base, `password-${randomBytes(6).toString('hex')}`)
  await writeFile(passwordFile, options.password, { flag: 'wx', mode: 0o600 })
  try {
    await chmod(unfinished, 0o700)
    if (user) await chown(unfinished, user.uid, user.gid)
    if (user) await chown(passwordFile, user.uid, user.gid)
    const args = initdbArguments(unfinished, passwordFile)
    if (options.durability === 'fast') args.push('--no-sync')
    const { code, text } = await runProgram(binaries.program('initdb'), args, user)
    if (code !== 0) throw new EmbeddedServerError(`initdb failed: ${text.trim()}`)
    await rename(unfinished, data)
  } finally {
    await rm(passwordFile, { force: true })
    await rm(unfinished, { recursive: true, force: true })
  }
}

function initdbArguments(directory: string, passwordFile: string): string[] {
  return [
    `--pgdata=${directory}`,
    `--pwfile=${passwordFile}`,
    `--username=${ROLE_NAMES.superuser}`,
    '--encoding=UTF8',
    '--locale=C',
    '--auth=scram-sha-256',
    '--data-checksums',
    '--no-instructions',
  ]
}
