// What must be true after the kills: each debit in one file, each return reversed once, the ledger
// as its events.
import assert from 'node:assert/strict'
import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { sql } from 'kysely'
import { verifyLedger } from '#src/servicing/verify-ledger.ts'
import type { KilledWorld } from './kill-runs.ts'
import { openKilledBook } from './killed-book.ts'

export async function judgeKills(world: KilledWorld): Promise<Record<string, unknown>> {
  const book = await openKilledBook({ url: world.url(), home: world.home })
  try {
    const { db } = book.ctx
    const proof = await verifyLedger(book.ctx)
    assert.deepEqual(proof.problems, [])
    const inFiles = await debitsIn(join(world.home, 'bank', 'out'))
    const entries = await rowsOf<{
      trace: string
      state: string
      payment: string
      attempt: number
    }>(
      sql`select trace, state, payment_id as payment, attempt from ach_entry
        where amount > 0 and state in ('inFile', 'returned') order by trace`,
    )
    assert.deepEqual(
      inFiles.map(({ trace }) => trace).sort(),
      entries.map(({ trace }) => trace),
      'each debit in exactly one file',
    )
    const tries = entries.map(({ payment, attempt }) => `${payment} ${attempt}`)
    assert.equal(new Set(tries).size, tries.length, 'each try once')
    const [open] = await rowsOf<{ count: number }>(
      sql`select count(*)::integer as count from payment where state in ('scheduled') or
        (state = 'sent' and posted_event_id is null)`,
    )
    assert.equal(open?.count, 0, 'nothing is left on its way')
    const events = await rowsOf<{ payment: string; posted: number; reversed: number }>(
      sql`select p.payload->>'paymentId' as payment, count(*)::integer as posted,
        count(r.id)::integer as reversed from account_event p
        left join account_event r on r.account_id = p.account_id and r.kind = 'reversal'
          and r.payload->>'of' = p.id::text
        where p.kind = 'payment' and p.payload->>'channel' = 'ach'
        group by p.payload->>'paymentId'`,
    )
    const sentOf = Map.groupBy(entries, ({ payment }) => payment)
    for (const { payment, posted, reversed } of events) {
      const own = sentOf.get(payment) ?? []
      assert.equal(posted, own.length, 'each debit is posted once')
      const back = own.filter(({ state }) => state === 'returned')
      assert.equal(reversed, back.length, 'each return is reversed once')
    }
    const returns = entries.filter(({ state }) => state === 'returned').length
    const files = new Set(inFiles.map(({ file }) => file)).size
    return { ...world.killed, files, debits: entries.length, returns, events: proof.events }

    async function rowsOf<Row>(query: ReturnType<typeof sql>): Promise<Row[]> {
      return (await query.execute(db)).rows as Row[]
    }
  } finally {
    await book.close()
  }
}

async function debitsIn(folder: string): Promise<{ file: string; trace: string }[]> {
  const names = (await readdir(folder)).filter((name) => name.endsWith('.ach'))
  const texts = await Promise.all(
    names.map(async (file) => ({ file, text: await readFile(join(folder, file), 'latin1') })),
  )
  return texts.flatMap(({ file, text }) =>
    text
      .split(/\r?\n/)
      .filter((line) => line.startsWith('6') && Number(line.slice(29, 39)) > 0)
      .map((line) => ({ file, trace: line.slice(79, 94) })),
  )
}
