import { createHash, randomUUID } from 'node:crypto'
import { access, chmod, mkdir, readFile, realpath, writeFile } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import { EmbeddedServerError, errorCode } from './embedded-server-error.ts'
import { isReachable, isRoot, ownerOf, type ServerUser, unprivilegedUser } from './server-user.ts'

/**
 * Where one cluster lives. `home` holds the passwords and belongs to this process's user; `base`
 * holds the data directory, the log and, for root, the binaries; `user` is set when this process is
 * root and the server must be somebody else.
 */
export type Placement = { home: string; base: string; data: string; user: ServerUser | undefined }

const ROOT_BASE = '/var/lib/keyturn'

/** The home of a clone whose operator named none. */
export function defaultHome(clone: string): string {
  return join(clone, '.keyturn')
}

/**
 * An ordinary user's cluster is inside the home. Root's is inside a home that was named and that
 * the server's user can reach, else under /var/lib/keyturn; data that exists already decides.
 */
export async function placeCluster(named: string | undefined, clone: string): Promise<Placement> {
  const home = await makeHome(resolve(named ?? defaultHome(clone)))
  const inside = join(home, 'postgres')
  if (!isRoot()) return makeBase(home, inside, undefined)
  const outside = join(ROOT_BASE, await clusterKey(home))
  for (const base of [inside, outside]) {
    const user = await ownerOf(join(base, 'data'))
    if (user) return makeBase(home, base, user)
  }
  const user = await unprivilegedUser()
  const fits = named !== undefined && (await isReachable(home, user))
  return makeBase(home, fits ? inside : outside, user)
}

async function makeHome(home: string): Promise<string> {
  try {
    // Root's server is another user, who has to pass through the home but not to list it.
    await mkdir(home, { recursive: true, mode: isRoot() ? 0o711 : 0o700 })
    await access(home, 7)
    return await realpath(home)
  } catch (error) {
    if (errorCode(error) === 'ENOSPC') throw error
    throw new EmbeddedServerError(
      `Keyturn cannot keep its database in ${home} (${errorCode(error)}). Set KEYTURN_HOME to a ` +
        'directory that you can write to.',
      { cause: error },
    )
  }
}

// The path alone would hand a deleted clone's database to the next clone at the same place.
async function clusterKey(home: string): Promise<string> {
  const file = join(home, 'id')
  const id = await readFile(file, 'utf8').catch(() => '')
  const known = id || randomUUID()
  if (!id) await writeFile(file, known, { mode: 0o600 })
  return createHash('sha256').update(`${home}\n${known}`).digest('hex').slice(0, 16)
}

async function makeBase(
  home: string,
  base: string,
  user: ServerUser | undefined,
): Promise<Placement> {
  const first = await mkdir(base, { recursive: true, mode: 0o755 })
  if (user && first) {
    // A tight umask of root must not shut the server's user out.
    await chmod(first, 0o755)
    await chmod(base, 0o755)
  }
  if (user && !(await isReachable(base, user))) {
    throw new EmbeddedServerError(
      `PostgreSQL runs as ${user.name} when Keyturn is started by root, and ${user.name} cannot ` +
        `reach ${base}: let others pass through the directories above it (chmod o+x).`,
    )
  }
  return { home, base, data: join(base, 'data'), user }
}
