// `keyturn board` of a JSON Lines file: read, checked, sealed, replayed and written, each contract
// whole or not at all. The limit is COPY of the rows that it wrote, by the server from its own
// disk, into the same tables with the same indexes.
import { createReadStream } from 'node:fs'
import { rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { assert } from '#src/domain/assert.ts'
import { dateInZone } from '#src/domain/calendar.ts'
import { boardFile } from '#src/servicing/boarding/board-file.ts'
import { asSuperuser } from './support/bench-server.ts'
import { writeContracts } from './support/contract-lines.ts'
import { boardingContract } from './support/contracts.ts'
import { copyRows, keepRows } from './support/copied-rows.ts'
import { interleaved, type Measured, measured, ofOurProcess } from './support/measure.ts'
import { config } from './support/portal.ts'
import { atMost, type Result, resultOf } from './support/result.ts'
import { type Book, inCopy, type World } from './support/world.ts'

const SIZES = { full: 20_000, quick: 400 } as const
const LARGER = 5

/** In the order in which the one refers to the other. */
const TABLES = [
  'account',
  'vehicle',
  'obligor',
  'account_event',
  'posting',
  'account_audit',
  'directory',
] as const

export async function boarding(world: World): Promise<Result[]> {
  const count = SIZES[world.scale]
  const file = await contractsFile(count)
  const larger = await contractsFile(count * LARGER)
  try {
    const runs = await interleaved(
      () => inEmpty(world, (book) => boardAndKeep(world, book, { file, count })),
      () => inEmpty(world, (book) => copyAll(world, book, count)),
    )
    const many = count * LARGER
    const long = await inEmpty(world, ({ ctx }) => board(ctx, { file: larger, count: many }))
    const own = ofOurProcess(runs.ours)
    return [
      resultOf({
        job: 'boarding',
        unit: 'contracts per second',
        ours: runs.ours.map(({ perSecond }) => perSecond),
        limit: {
          what: 'COPY of the same rows by the server from its own disk, one transaction',
          values: runs.limit.map(({ perSecond }) => perSecond),
        },
        ...own,
        scale: `${count} contracts of 6 payments and 1 or 2 sealed obligors`,
        goal: { is: 'atLeast', ratio: 0.3 },
        checks: [
          atMost(
            `memory with ${many} contracts over that with ${count}`,
            long.peakMemoryMb / own.peakMemoryMb,
            1.2,
          ),
        ],
        notes: {
          [`MB at most with ${many}`]: long.peakMemoryMb.toFixed(0),
          [`contracts per second with ${many}`]: long.perSecond.toFixed(0),
        },
      }),
    ]
  } finally {
    await Promise.all([file, larger].map((path) => rm(path, { force: true })))
  }
}

async function contractsFile(count: number): Promise<string> {
  const path = join(tmpdir(), `keyturn-bench-${process.pid}-${count}.jsonl`)
  const today = dateInZone(new Date().toISOString(), config.lender.timeZone)
  await writeContracts(path, contracts())
  return path

  function* contracts() {
    for (let index = 0; index < count; index += 1) yield boardingContract(index, today)
  }
}

function inEmpty<T>(world: World, work: (book: Book) => Promise<T>): Promise<T> {
  return inCopy(world, world.server.template, work)
}

async function boardAndKeep(
  world: World,
  book: Book,
  of: { file: string; count: number },
): Promise<Measured> {
  const timed = await board(book.ctx, of)
  await keepRows(
    world.server,
    book.database,
    TABLES.map((table) => ({ table })),
  )
  return timed
}

async function board(ctx: Book['ctx'], of: { file: string; count: number }): Promise<Measured> {
  const choices = { trust: null, dayCount: 'actual/365' } as const
  const told: string[] = []
  const timed = await measured(of.count, async () => {
    const file = { name: of.file, chunks: createReadStream(of.file) }
    const summary = await boardFile(
      ctx,
      { file, choices },
      {
        reject: async (_, problem) => void told.push(JSON.stringify(problem)),
        progress: () => undefined,
      },
    )
    assert(summary.boarded === of.count, `every contract is boarded: ${told[0]}`)
  })
  return timed
}

async function copyAll(world: World, book: Book, count: number): Promise<Measured> {
  return asSuperuser(book.database.urls, (client) =>
    measured(count, async () => {
      await client.query('begin')
      for (const table of TABLES) await copyRows(client, world.server, { from: table })
      await client.query('commit')
    }),
  )
}
