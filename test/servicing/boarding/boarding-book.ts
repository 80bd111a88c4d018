// A database to board onto, and files made of text.
import { readFile } from 'node:fs/promises'
import { basename } from 'node:path'
import type { BoardingProblem } from '#src/domain/account/boarding.ts'
import type { BoardingFile } from '#src/formats/boarding/boarding-item.ts'
import type { RejectOutcome } from '#src/formats/boarding/rejects.ts'
import { lenderFile } from '#src/lender-file.ts'
import { type BoardingSummary, boardFile } from '#src/servicing/boarding/board-file.ts'
import type { ServicingContext } from '#src/servicing/context.ts'
import { openQueue } from '#src/store/queue/queue.ts'
import { type MigratedDatabase, newTestId, testDatabase } from '#test/support/database.ts'

export type BoardingBook = MigratedDatabase & { readonly ctx: ServicingContext }

/** On 2026-11-24, in the lender's zone. Close it in `after`. */
export async function boardingBook(): Promise<BoardingBook> {
  const database = await testDatabase()
  const lender = lenderFile.parse(JSON.parse(await readFile('seeds/lender.json', 'utf8')))
  const { db, vault } = database
  const clock = { now: () => '2026-11-24T16:48:00.000Z' }
  const queue = await openQueue(db)
  const ctx = { db, vault, queue, clock, newId: newTestId, lender, requestId: 'test' }
  const close = async () => {
    await queue.close()
    await database.close()
  }
  return { ...database, ctx, close }
}

export type Told = { outcome: RejectOutcome; problem: BoardingProblem; raw: string }

export async function board(
  ctx: ServicingContext,
  file: BoardingFile,
): Promise<{ summary: BoardingSummary; told: Told[] }> {
  const told: Told[] = []
  const choices = { trust: null, dayCount: 'actual/365' } as const
  const summary = await boardFile(
    ctx,
    { file, choices },
    {
      reject: async (outcome, problem, raw) => {
        told.push({ outcome, problem, raw })
      },
      progress: () => undefined,
    },
  )
  return { summary, told }
}

export function textFile(text: string, name = 'contracts.jsonl'): BoardingFile {
  return { name, chunks: chunked(Buffer.from(text)) }
}

export async function diskFile(path: string): Promise<BoardingFile> {
  return { name: basename(path), chunks: chunked(await readFile(path)) }
}

async function* chunked(bytes: Uint8Array): AsyncGenerator<Uint8Array> {
  for (let at = 0; at < bytes.length; at += 1000) yield bytes.subarray(at, at + 1000)
}
