import { chmod, chown, mkdtemp, realpath, rm } from 'node:fs/promises'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { basename, join } from 'node:path'
import type { Address } from './database-urls.ts'
import { EmbeddedServerError } from './embedded-server-error.ts'
import { isReachable, type ServerUser } from './server-user.ts'

// sockaddr_un holds 108 bytes on Linux and 104 on macOS, the closing zero included.
const LONGEST_SOCKET_PATH = 103
const PREFIX = 'kt-'
const PORT = 5432

/** A private socket directory with a short path; on Windows a free port of the loopback. */
export async function newAddress(user: ServerUser | undefined): Promise<Address> {
  if (process.platform === 'win32') return { host: '127.0.0.1', port: await freePort() }
  for (const parent of [tmpdir(), '/tmp', '/var/tmp']) {
    const host = await makeSocketDirectory(parent, user).catch(() => undefined)
    if (host) return { host, port: PORT }
  }
  throw new EmbeddedServerError(
    'No directory for the database socket: neither the temporary directory nor /tmp can be used.',
  )
}

/** Removes a socket directory that this module made, and nothing else. */
export async function removeSocketDirectory({ host }: Address): Promise<void> {
  if (!host.startsWith('/') || !/^kt-[A-Za-z0-9]{6}$/.test(basename(host))) return
  await rm(host, { recursive: true, force: true })
}

async function makeSocketDirectory(
  parent: string,
  user: ServerUser | undefined,
): Promise<string | undefined> {
  const real = await realpath(parent)
  const longest = join(real, `${PREFIX}123456`, `.s.PGSQL.${PORT}.lock`)
  if (Buffer.byteLength(longest) > LONGEST_SOCKET_PATH) return undefined
  if (user && !(await isReachable(real, user))) return undefined
  const directory = await mkdtemp(join(real, PREFIX))
  await chmod(directory, 0o700)
  if (user) await chown(directory, user.uid, user.gid)
  return directory
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer()
    server.once('error', reject)
    server.listen(0, '127.0.0.1', () => {
      const address = server.address()
      const port = address !== null && typeof address === 'object' ? address.port : 0
      server.close(() => resolve(port))
    })
  })
}
