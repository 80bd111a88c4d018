import { readFile, readlink, realpath, rm } from 'node:fs/promises'
import { join } from 'node:path'
import type { Address } from './database-urls.ts'
import { EmbeddedServerError } from './embedded-server-error.ts'
import { removeSocketDirectory } from './listening-address.ts'
import { isAlive } from './process-lock.ts'

/** What a running server writes into its data directory. */
export type PidFile = { pid: number; data: string; address: Address; status: string }

/** The server's note of itself; undefined when there is none or it is not yet whole. */
export async function readPidFile(data: string): Promise<PidFile | undefined> {
  const text = await readFile(pidFile(data), 'utf8').catch(() => '')
  const [pid, directory, , port, socket, listen, , status = ''] = text.split('\n')
  if (!pid || !directory || !port) return undefined
  const host = socket || listen || ''
  return {
    pid: Math.abs(Number(pid)),
    data: directory,
    address: { host, port: Number(port) },
    status: status.trim(),
  }
}

/**
 * The running server of this data directory. A note left behind by a server that is gone, or that
 * was copied here with somebody else's directory, is removed.
 */
export async function findRunningServer(data: string): Promise<PidFile | undefined> {
  const found = await readPidFile(data)
  if (!found) return undefined
  const isOurs = await sameDirectory(found.data, data)
  if (isAlive(found.pid) && (await mayBeServer(found.pid, data))) {
    if (isOurs) return found
    if (!(await ownsPidFile(found))) throw movedWhileRunning(found, data)
  }
  await rm(pidFile(data), { force: true })
  if (isOurs) await removeSocketDirectory(found.address)
  return undefined
}

// Numbers of dead processes are given out again. Linux tells where a process works, and a server
// works in its data directory; elsewhere the connection attempt that follows decides.
async function mayBeServer(pid: number, data: string): Promise<boolean> {
  return process.platform !== 'linux' || (await worksIn(pid)) === (await realpath(data))
}

/** The working directory of a process of ours, where the system tells (Linux). */
export function worksIn(pid: number): Promise<string | undefined> {
  return readlink(`/proc/${pid}/cwd`).catch(() => undefined)
}

async function ownsPidFile({ pid, data }: PidFile): Promise<boolean> {
  return (await readPidFile(data))?.pid === pid
}

async function sameDirectory(one: string, other: string): Promise<boolean> {
  const [first, second] = await Promise.all([
    realpath(one).catch(() => one),
    realpath(other).catch(() => other),
  ])
  return first === second
}

function movedWhileRunning({ pid, data: before }: PidFile, data: string): EmbeddedServerError {
  return new EmbeddedServerError(
    `The data directory ${data} was moved from ${before} while its server (process ${pid}) was ` +
      'running. Stop that process first.',
  )
}

function pidFile(data: string): string {
  return join(data, 'postmaster.pid')
}
