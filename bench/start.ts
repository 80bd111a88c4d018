// What `npm start` does once everything is installed, from nothing to the line that begins with
// "ready": a new database, migrated, portal, desk and worker; then the same with the demo's book.
// The limit is initdb and the start of the server.
import { spawn, spawnSync } from 'node:child_process'
import { once } from 'node:events'
import { rm } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import { createInterface } from 'node:readline'
import { findBinaries, prepareBinaries } from '#src/store/embedded/binaries.ts'
import { makeDataDirectory } from '#src/store/embedded/data-directory.ts'
import { placeCluster } from '#src/store/embedded/placement.ts'
import { launchServer, stopServer } from '#src/store/embedded/server-process.ts'
import { temporaryHome } from './support/bench-server.ts'
import { interleaved } from './support/measure.ts'
import { atMost, median, type Result, resultOf } from './support/result.ts'

const ROOT = resolve(import.meta.dirname, '..')
const LONGEST_WITH_BOOK_SECONDS = 8

export async function start(): Promise<Result[]> {
  const runs = await interleaved(
    async () => ({
      empty: await secondsToReady(['--no-seeds']),
      withBook: await secondsToReady([]),
    }),
    secondsOfServerAlone,
  )
  const withBook = median(runs.ours.map((run) => run.withBook))
  return [
    resultOf({
      job: 'start',
      unit: 'seconds to an empty migrated database, everything listening',
      ours: runs.ours.map(({ empty }) => empty),
      limit: { what: 'initdb and the start of the server alone', values: runs.limit },
      cpuMsPerOperation: null,
      peakMemoryMb: null,
      scale: 'the set-up check, then `keyturn start`, in a new home',
      goal: { is: 'atMost', ratio: 3 },
      checks: [atMost('seconds with the demo book', withBook, LONGEST_WITH_BOOK_SECONDS)],
    }),
  ]
}

async function secondsToReady(options: readonly string[]): Promise<number> {
  return inHome(async (home) => {
    const begun = performance.now()
    spawnSync(process.execPath, [join(ROOT, 'bin', 'setup.js')], { stdio: 'ignore' })
    const env = { ...process.env, KEYTURN_HOME: home, PORT: '0', DESK_PORT: '0' }
    const program = [join(ROOT, 'bin', 'keyturn'), 'start', ...options]
    const child = spawn(process.execPath, program, { env, stdio: ['ignore', 'pipe', 'pipe'] })
    const end = () => child.kill('SIGTERM')
    // The one that is measured never outlives the one that measures.
    process.once('exit', end)
    const ended = once(child, 'exit').finally(() => process.off('exit', end))
    const said: string[] = []
    child.stderr.on('data', (bytes) => said.push(String(bytes)))
    for await (const line of createInterface({ input: child.stdout })) {
      if (!line.startsWith('ready')) continue
      const seconds = secondsSince(begun)
      end()
      await ended
      return seconds
    }
    throw new Error(`keyturn start ended before it was ready: ${said.join('')}`)
  })
}

/** By the same launcher, with the programs already in their place. */
async function secondsOfServerAlone(): Promise<number> {
  return inHome(async (home) => {
    const place = await placeCluster(home, ROOT)
    const binaries = await prepareBinaries(await findBinaries(undefined), place)
    const begun = performance.now()
    await makeDataDirectory(binaries, place, { password: 'bench', durability: 'durable' })
    const known = await launchServer(binaries, place, 'durable')
    const seconds = secondsSince(begun)
    await stopServer(binaries, place, { known, mode: 'fast' })
    return seconds
  })
}

async function inHome<T>(work: (home: string) => Promise<T>): Promise<T> {
  const home = await temporaryHome()
  try {
    return await work(home)
  } finally {
    await rm(home, { recursive: true, force: true })
  }
}

function secondsSince(begun: number): number {
  return (performance.now() - begun) / 1000
}
