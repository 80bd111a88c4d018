import { readFileSync } from 'node:fs'
import { readFile, rename, rm, stat, writeFile } from 'node:fs/promises'
import { setTimeout as sleep } from 'node:timers/promises'
import { errorCode } from './embedded-server-error.ts'

const POLL_MILLISECONDS = 40
// Longer than any start but a very long crash recovery, which PostgreSQL's own lock then guards.
const STALE_AFTER_MILLISECONDS = 300_000

const heldHere = new Set<string>()

/**
 * Runs `work` while no other process, and nothing else in this one, holds the lock file. Where the
 * file's directory was deleted meanwhile there is nobody left to exclude.
 */
export async function withLock<T>(path: string, work: () => Promise<T>): Promise<T> {
  while (!(await take(path))) await sleep(POLL_MILLISECONDS)
  try {
    return await work()
  } finally {
    heldHere.delete(path)
    await rm(path, { force: true })
  }
}

/** Whether a process of this number exists, whoever owns it. */
export function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0)
  } catch (error) {
    return errorCode(error) === 'EPERM'
  }
  return !isZombie(pid)
}

// In a container nobody may collect the dead, which then keep their number.
function isZombie(pid: number): boolean {
  if (process.platform !== 'linux') return false
  try {
    return /\) Z /.test(readFileSync(`/proc/${pid}/stat`, 'utf8'))
  } catch {
    return true
  }
}

async function take(path: string): Promise<boolean> {
  if (heldHere.has(path)) return false
  heldHere.add(path)
  try {
    await writeFile(path, String(process.pid), { flag: 'wx', mode: 0o600 })
    return true
  } catch (error) {
    if (errorCode(error) === 'ENOENT') return true
    heldHere.delete(path)
    if (errorCode(error) !== 'EEXIST') throw error
  }
  if (await isStale(path)) await breakLock(path)
  return false
}

// Our own number in a lock that we do not hold is left over from an earlier process that had it,
// as happens in containers.
async function isStale(path: string): Promise<boolean> {
  const [text, file] = await Promise.all([
    readFile(path, 'utf8').catch(() => ''),
    stat(path).catch(() => undefined),
  ])
  if (!file) return false
  const age = Date.now() - file.mtimeMs
  if (text === '') return age > 1_000
  const holder = Number(text)
  return holder === process.pid || !isAlive(holder) || age > STALE_AFTER_MILLISECONDS
}

// Renaming lets one of several waiters win; the others find the file gone.
async function breakLock(path: string): Promise<void> {
  const aside = `${path}.${process.pid}`
  await rename(path, aside).catch(() => undefined)
  await rm(aside, { force: true })
}
