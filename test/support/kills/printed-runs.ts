// A book whose statements are all due, printed by a process that is killed at random points together
// with, now and then, its server, until none is due any more.
import { spawn } from 'node:child_process'
import { chmod, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { readConfig } from '#src/config.ts'
import { addDays } from '#src/domain/calendar.ts'
import { businessDay, openFirstBusinessDay } from '#src/servicing/business-day.ts'
import { upgradeDatabase } from '#src/servicing/upgrade/upgrade-database.ts'
import { setBusinessDate } from '#src/store/business-date.ts'
import { readPidFile } from '#src/store/embedded/pid-file.ts'
import { type EmbeddedServer, startEmbedded } from '#src/store/embedded/start-embedded.ts'
import { generateKeys } from '#src/vault/keys.ts'
import { newTestId } from '../database.ts'
import { borrower } from '../year/borrowers.ts'
import { boardAll } from '../year/simulate.ts'
import { openKilledBook } from './killed-book.ts'

export type PrintedWorld = {
  readonly url: () => string
  readonly home: string
  readonly killed: { process: number; server: number }
  readonly remove: () => Promise<void>
}

/**
 * `kills` at least; each run lives `longestMs` at most, the last one as long as it needs. Every
 * fifth kill is of PostgreSQL too.
 */
export async function printedRuns(of: {
  accounts: number
  kills: number
  longestMs: number
}): Promise<PrintedWorld> {
  const home = await mkdtemp(join(tmpdir(), 'keyturn-printed-'))
  await chmod(home, 0o711)
  await writeFile(join(home, 'keys.json'), generateKeys(), { mode: 0o600 })
  // A server that answers before a commit is written may lose it when it is killed.
  const durability = 'durable'
  let server = await startEmbedded({ home, durability })
  const killed = { process: 0, server: 0 }
  const remove = async () => {
    await server.discard()
    await rm(home, { recursive: true, force: true })
  }
  try {
    await plant(server, home, of.accounts)
    while (killed.process + killed.server < of.kills) {
      const isServer = (killed.process + killed.server) % 5 === 4
      const place = { url: server.urls.app, home }
      const end = await runAndKill(place, of.longestMs, isServer ? server : null)
      if (end === 'ended') break
      killed[end] += 1
      if (end === 'server') server = await startEmbedded({ home, durability })
    }
    const code = await exitOf(start({ url: server.urls.app, home }))
    if (code !== 0) throw new Error('the last run failed')
    return { url: () => server.urls.app, home, killed, remove }
  } catch (error) {
    await remove()
    throw error
  }
}

/** Accounts whose first statement closed before today: forty days passed since they came. */
async function plant(server: EmbeddedServer, home: string, accounts: number): Promise<void> {
  const clock = { now: () => new Date().toISOString() }
  const { lender } = readConfig({})
  await upgradeDatabase(server.urls.owner, { clock, newId: newTestId, lender })
  const book = await openKilledBook({ url: server.urls.app, home })
  const today = await openFirstBusinessDay(book.ctx)
  const people = Array.from({ length: accounts }, (_, index) => borrower(index, today))
  await boardAll(book.ctx, people, today)
  const onDate = addDays(await businessDay(book.ctx.db), 40)
  const closedThrough = addDays(onDate, -1)
  await book.ctx.db
    .transaction()
    .execute((tx) => setBusinessDate(tx, { onDate, closedThrough, changedAt: clock.now() }))
  await book.close()
}

type Place = { readonly url: string; readonly home: string }

function start({ url, home }: Place) {
  const program = resolve(import.meta.dirname, 'printing-program.ts')
  return spawn(process.execPath, [program, url, home], { stdio: ['ignore', 'pipe', 'inherit'] })
}

function exitOf(child: ReturnType<typeof start>): Promise<number | null> {
  return new Promise((settle) => child.once('exit', settle))
}

async function runAndKill(
  place: Place,
  longestMs: number,
  server: EmbeddedServer | null,
): Promise<'process' | 'server' | 'ended'> {
  const child = start(place)
  const exit = exitOf(child)
  await Promise.race([new Promise((settle) => child.stdout.once('data', settle)), exit])
  const isOver = Symbol('over')
  const first = await Promise.race([exit, pause(Math.random() * longestMs, isOver)])
  if (first === 0) return 'ended'
  if (first !== isOver) throw new Error('printing failed by itself')
  if (server) {
    const running = await readPidFile(server.dataDirectory)
    if (running) process.kill(running.pid, 'SIGQUIT')
    while (running && isThere(running.pid)) await pause(10)
  }
  child.kill('SIGKILL')
  await exit
  return server ? 'server' : 'process'
}

function isThere(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return true
  } catch {
    return false
  }
}
