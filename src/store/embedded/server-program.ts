import { type SpawnOptions, spawn } from 'node:child_process'
import { EmbeddedServerError, errorCode } from './embedded-server-error.ts'
import type { ServerUser } from './server-user.ts'

type Output = { code: number | null; text: string }

/** Runs a program of PostgreSQL to its end as the server's user; its words are in the result. */
export function runProgram(
  file: string,
  args: string[],
  user: ServerUser | undefined,
): Promise<Output> {
  return new Promise((resolve, reject) => {
    const child = spawn(file, args, { ...spawnOptions(user), stdio: ['ignore', 'pipe', 'pipe'] })
    let text = ''
    child.stdout.on('data', (chunk) => (text += chunk))
    child.stderr.on('data', (chunk) => (text += chunk))
    child.on('error', (error) => reject(explainSpawn(error, file, user)))
    child.on('close', (code) => resolve({ code, text }))
  })
}

/**
 * How every program of the server is started: from a directory that anyone can enter, with none of
 * the variables (PGDATA, LD_LIBRARY_PATH and so on) that would change what it does.
 */
export function spawnOptions(user: ServerUser | undefined): SpawnOptions {
  const { PATH = '', SystemRoot, TEMP } = process.env
  return {
    cwd: '/',
    env: { PATH, LC_ALL: 'C', ...(SystemRoot && { SystemRoot }), ...(TEMP && { TEMP }) },
    ...(user && { uid: user.uid, gid: user.gid }),
    windowsHide: true,
  }
}

/** Says what it takes when the system does not let the program start at all. */
export function explainSpawn(error: Error, file: string, user: ServerUser | undefined): Error {
  const code = errorCode(error)
  if (user && (code === 'EPERM' || code === 'EINVAL')) {
    return new EmbeddedServerError(
      `This system does not let root start PostgreSQL as ${user.name}. Start Keyturn as an ` +
        'ordinary user, or set DATABASE_URL.',
      { cause: error },
    )
  }
  return new EmbeddedServerError(
    `PostgreSQL cannot be started here (${code}: ${file}). The programs need Linux with glibc, ` +
      'macOS or Windows; elsewhere set DATABASE_URL to a PostgreSQL server of version 15 to 18.',
    { cause: error },
  )
}
