import { type ChildProcess, spawn } from 'node:child_process'
import { chmod, open, readFile, rename, stat, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import type { Binaries } from './binaries.ts'
import type { Address } from './database-urls.ts'
import { EmbeddedServerError } from './embedded-server-error.ts'
import { newAddress, removeSocketDirectory } from './listening-address.ts'
import { type PidFile, readPidFile, worksIn } from './pid-file.ts'
import type { Placement } from './placement.ts'
import { isAlive } from './process-lock.ts'
import { explainSpawn, runProgram, spawnOptions } from './server-program.ts'
import { type Durability, serverSettings } from './server-settings.ts'

const POLL_MILLISECONDS = 20
const LEFTOVERS_GONE_MILLISECONDS = 15_000
const LARGEST_LOG_BYTES = 5_000_000

/** Starts the server of an existing data directory and waits until it takes connections. */
export async function launchServer(
  binaries: Binaries,
  place: Placement,
  durability: Durability,
): Promise<PidFile> {
  const address = await newAddress(place.user)
  const deadline = Date.now() + LEFTOVERS_GONE_MILLISECONDS
  try {
    for (;;) {
      const failure = await tryLaunch(binaries, place, { address, durability })
      if (typeof failure !== 'string') return failure
      // The processes of a server that was killed go one by one, and hold its memory until then.
      const isLeaving = /pre-existing shared memory block|is still in use/.test(failure)
      if (!isLeaving || Date.now() > deadline) {
        throw new EmbeddedServerError(`PostgreSQL did not start: ${failure}`)
      }
      await sleep(200)
    }
  } catch (error) {
    await removeSocketDirectory(address)
    throw error
  }
}

/** Ends the server: open transactions are rolled back, everything committed is on disk. */
export async function stopServer(
  binaries: Binaries,
  { data, user }: Placement,
  { known, mode }: { known: PidFile; mode: 'fast' | 'immediate' },
): Promise<void> {
  const running = await readPidFile(data)
  if (!running) return endOrphan(known)
  const args = ['-D', data, '-m', mode, '-w', '-t', '120', 'stop']
  const { code, text } = await runProgram(binaries.program('pg_ctl'), args, user)
  const isGone = (await readPidFile(data)) === undefined || /No such process/.test(text)
  if (code !== 0 && !isGone) {
    throw new EmbeddedServerError(`PostgreSQL did not stop: ${text.trim()}`)
  }
  await removeSocketDirectory(running.address)
}

// Without its data directory, pg_ctl cannot find the server, but the server is still there.
async function endOrphan({ pid, data, address }: PidFile): Promise<void> {
  if (isAlive(pid) && (await worksIn(pid))?.startsWith(data)) process.kill(pid, 'SIGQUIT')
  await removeSocketDirectory(address)
}

/** The server when it is ready, else the reason why it ended again. */
async function tryLaunch(
  binaries: Binaries,
  place: Placement,
  { address, durability }: { address: Address; durability: Durability },
): Promise<PidFile | string> {
  const settings = join(place.base, 'server.conf')
  await writeFile(settings, serverSettings(address, durability))
  await chmod(settings, 0o644)
  const log = join(place.base, 'server.log')
  const offset = await rotate(log)
  const file = binaries.program('postgres')
  const output = await open(log, 'a', 0o600)
  const child = spawn(file, ['-D', place.data, '-c', `config_file=${settings}`], {
    ...spawnOptions(place.user),
    // Its own process group: Ctrl-C in a terminal must not end the server before its users.
    detached: true,
    stdio: ['ignore', output.fd, output.fd],
  })
  try {
    return (await ready(child, place.data)) ?? (await complaint(log, offset))
  } catch (error) {
    throw error instanceof Error ? explainSpawn(error, file, place.user) : error
  } finally {
    await output.close()
  }
}

/** Waits through a crash recovery for as long as it takes; undefined when the server has ended. */
async function ready(child: ChildProcess, data: string): Promise<PidFile | undefined> {
  let failure: Error | undefined
  let ended = false
  child.once('error', (error) => (failure = error))
  child.once('exit', () => (ended = true))
  while (!ended && !failure) {
    await sleep(POLL_MILLISECONDS)
    const found = await readPidFile(data)
    if (found?.pid !== child.pid || found?.status !== 'ready') continue
    child.unref()
    return found
  }
  if (failure) throw failure
  return undefined
}

async function complaint(log: string, offset: number): Promise<string> {
  const bytes = await readFile(log)
  const lines = bytes.subarray(offset).toString('utf8').split('\n')
  const grave = lines.filter((line) => /FATAL|PANIC|ERROR|HINT|DETAIL|could not/.test(line))
  return (grave.length > 0 ? grave : lines).join('\n').trim() || `see ${log}`
}

async function rotate(log: string): Promise<number> {
  const size = (await stat(log).catch(() => undefined))?.size ?? 0
  if (size < LARGEST_LOG_BYTES) return size
  await rename(log, `${log}.1`)
  return 0
}
