// Closes of a book with payments, files and returns, whose process or server is killed at random
// points, again and again.
import { spawn } from 'node:child_process'
import { chmod, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { readConfig } from '#src/config.ts'
import { addDays, type CivilDate } from '#src/domain/calendar.ts'
import { businessDay, openFirstBusinessDay } from '#src/servicing/business-day.ts'
import { upgradeDatabase } from '#src/servicing/upgrade/upgrade-database.ts'
import { readPidFile } from '#src/store/embedded/pid-file.ts'
import { type EmbeddedServer, startEmbedded } from '#src/store/embedded/start-embedded.ts'
import { generateKeys } from '#src/vault/keys.ts'
import { newTestId } from '../database.ts'
import { type Borrower, borrower, type Deed } from '../year/borrowers.ts'
import { act } from '../year/deeds.ts'
import { boardAll, type Person } from '../year/simulate.ts'
import { simulatedBank } from '../year/simulated-bank.ts'
import { openKilledBook } from './killed-book.ts'

export type KilledWorld = {
  readonly url: () => string
  readonly home: string
  readonly people: readonly Person[]
  readonly killed: { process: number; server: number; ended: number }
  readonly remove: () => Promise<void>
}

/** What the demo's bank answers by the ending of an account; "0000" is paid. */
const ENDINGS = ['0000', '0101', '0102', '0000', '0110', '0000']

/** Every fifth kill is of PostgreSQL, stopped at once; the others are of the closing process. */
export async function killRuns(of: { kills: number; accounts: number }): Promise<KilledWorld> {
  const home = await mkdtemp(join(tmpdir(), 'keyturn-kills-'))
  await chmod(home, 0o711)
  await writeFile(join(home, 'keys.json'), generateKeys(), { mode: 0o600 })
  // A server that answers before a commit is written may lose it when it is killed.
  const durability = 'durable'
  let server = await startEmbedded({ home, durability })
  const killed = { process: 0, server: 0, ended: 0 }
  const remove = async () => {
    await server.discard()
    await rm(home, { recursive: true, force: true })
  }
  const place = () => ({ url: server.urls.app, home })
  try {
    const people = await plant(server, home, of.accounts)
    while (killed.process + killed.server < of.kills) {
      const through = await schedule(place(), people)
      while (killed.process + killed.server < of.kills) {
        const isServer = (killed.process + killed.server) % 5 === 4
        const end = await runAndKill(place(), through, isServer ? server : null)
        killed[end] += 1
        if (end === 'server') server = await startEmbedded({ home, durability })
        if (end === 'ended') break
      }
    }
    await finish(place())
    return { url: () => server.urls.app, home, people, killed, remove }
  } catch (error) {
    await remove()
    throw error
  }
}

async function plant(server: EmbeddedServer, home: string, accounts: number): Promise<Person[]> {
  const clock = { now: () => new Date().toISOString() }
  const { lender } = readConfig({})
  await upgradeDatabase(server.urls.owner, { clock, newId: newTestId, lender })
  const book = await openKilledBook({ url: server.urls.app, home })
  const today = await openFirstBusinessDay(book.ctx)
  const all = Array.from({ length: accounts }, (_, index): Borrower => {
    const ending = ENDINGS[index % ENDINGS.length] ?? ''
    return { ...borrower(index * 12, today), bankAccount: `${1000 + index}${ending}` }
  })
  const people = await boardAll(book.ctx, all, today)
  await book.close()
  return people
}

/** Payments on each of the next days; answers with the day through which they lead. */
async function schedule(
  place: { url: string; home: string },
  people: readonly Person[],
): Promise<CivilDate> {
  const book = await openKilledBook(place)
  const today = await businessDay(book.ctx.db)
  for (const [index, who] of people.entries())
    for (const days of [1, 4, 8]) {
      const effective = addDays(today, days + (index % 4))
      const deed: Deed = {
        ...{ on: today, effective, kind: 'pay', extra: 'installments', codes: [] },
        amount: 5_000 + index * 100 + days,
      }
      await act(book.ctx, { who, deed, bank: simulatedBank() })
    }
  await book.close()
  return addDays(today, 12)
}

async function runAndKill(
  place: { url: string; home: string },
  through: CivilDate,
  server: EmbeddedServer | null,
): Promise<'process' | 'server' | 'ended'> {
  const program = resolve(import.meta.dirname, 'closing-program.ts')
  const child = spawn(process.execPath, [program, place.url, place.home, through], {
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  let told = ''
  child.stderr.on('data', (text) => {
    told += text
  })
  const exit = new Promise<number | null>((settle) => child.once('exit', settle))
  await Promise.race([new Promise((settle) => child.stdout.once('data', settle)), exit])
  const isOver = Symbol('over')
  const first = await Promise.race([exit, pause(Math.random() * 900, isOver)])
  if (first !== isOver) {
    if (first !== 0) throw new Error(`the close failed by itself: ${told}`)
    return 'ended'
  }
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

/** The last run, undisturbed, until nothing is on its way any more. */
async function finish(place: { url: string; home: string }): Promise<void> {
  const book = await openKilledBook(place)
  const today = await businessDay(book.ctx.db)
  await book.close()
  const program = resolve(import.meta.dirname, 'closing-program.ts')
  const child = spawn(process.execPath, [program, place.url, place.home, addDays(today, 45)], {
    stdio: ['ignore', 'ignore', 'inherit'],
  })
  const code = await new Promise<number | null>((settle) => child.once('exit', settle))
  if (code !== 0) throw new Error('the last close failed')
}
