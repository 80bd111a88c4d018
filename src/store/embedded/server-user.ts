import { execFile } from 'node:child_process'
import { stat } from 'node:fs/promises'
import { dirname } from 'node:path'
import { promisify } from 'node:util'
import { EmbeddedServerError } from './embedded-server-error.ts'

/** The account of the operating system that the server runs as when this process is root. */
export type ServerUser = { uid: number; gid: number; name: string }

const CANDIDATES = ['postgres', '_postgres', 'nobody']

export function isRoot(): boolean {
  return process.getuid?.() === 0
}

/** PostgreSQL refuses to run as root: the first unprivileged account that exists. */
export async function unprivilegedUser(): Promise<ServerUser> {
  for (const name of CANDIDATES) {
    const ids = await Promise.all([idOf('-u', name), idOf('-g', name)]).catch(() => undefined)
    if (ids && ids[0] > 0) return { uid: ids[0], gid: ids[1], name }
  }
  throw new EmbeddedServerError(
    'PostgreSQL does not run as root, and there is no account "postgres" or "nobody" to run it as. ' +
      'Start Keyturn as an ordinary user, or set DATABASE_URL.',
  )
}

/** The account that owns an existing data directory; undefined when there is none or it is root. */
export async function ownerOf(directory: string): Promise<ServerUser | undefined> {
  const found = await stat(directory).catch(() => undefined)
  if (!found || found.uid === 0) return undefined
  return { uid: found.uid, gid: found.gid, name: `user ${found.uid}` }
}

/** Whether the user may pass through the directory and every one above it. */
export async function isReachable(directory: string, user: ServerUser): Promise<boolean> {
  const { mode, uid, gid } = await stat(directory)
  const passes = uid === user.uid ? mode & 0o100 : gid === user.gid ? mode & 0o010 : mode & 0o001
  if (!passes) return false
  const parent = dirname(directory)
  return parent === directory || isReachable(parent, user)
}

async function idOf(which: '-u' | '-g', name: string): Promise<number> {
  const { stdout } = await promisify(execFile)('id', [which, name])
  return Number(stdout.trim())
}
