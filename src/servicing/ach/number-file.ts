import { createHash } from 'node:crypto'
import { assert } from '#src/domain/assert.ts'
import { cents } from '#src/domain/money.ts'
import { achSettlement, MOST_SAME_DAY } from '#src/domain/rules/ach-dates.ts'
import { lockGatheringFile, nextFirstNumber, numberFile as save } from '#src/store/ach/ach-files.ts'
import { numberEntries, type Settlement, settlementCases } from '#src/store/ach/number-entries.ts'
import { claimTraces, NUMBERS_OF_A_ROUND, roundOf } from '#src/store/ach/traces.ts'
import type { Tx } from '#src/store/database.ts'
import type { ServicingContext } from '../context.ts'
import { servicingRules } from '../lender-rules.ts'
import { fileBytes, type WritableFile } from './file-bytes.ts'

// So that debits of up to 999,999.99 each keep to the twelve digits of a batch's total.
const MOST_IN_A_BATCH = 10_000

/**
 * Completes a file that gathered its entries: batches, trace numbers, totals and the digest of its
 * bytes, in one commit. A file that is past that is left as it is. The days it asks for are worked
 * out from now: a file that is late asks for the first day that is still possible.
 */
export async function numberFile(ctx: ServicingContext, fileId: string): Promise<void> {
  await ctx.db.transaction().execute(async (tx) => {
    const found = await lockGatheringFile(tx, fileId)
    if (!found) return
    const { cutoff } = servicingRules(ctx.lender, found.sentOn)
    const file = { ...found, bank: { ...ctx.lender.bank, cutoff } }
    const firstNumber = await assignNumbers(ctx, tx, file)
    const written = await writeOnce(ctx, tx, { file, round: roundOf(firstNumber) })
    const { sentOn, modifier } = found
    const name = `${file.bank.filePrefix}-${sentOn.replaceAll('-', '')}-${modifier}.ach`
    await save(tx, { ...written, id: fileId, firstNumber, bank: file.bank, name })
  })
}

/** Numbers the entries; answers with how many numbers stand before the first one. */
async function assignNumbers(ctx: ServicingContext, tx: Tx, file: WritableFile): Promise<number> {
  const { id, bank } = file
  const mostSameDay = MOST_SAME_DAY
  const cases = await settlementCases(tx, { id, mostSameDay })
  const entries = await countOf(tx, id)
  const firstNumber = roomFor(entries, await nextFirstNumber(tx))
  await numberEntries(tx, {
    id,
    odfi: bank.odfi.slice(0, 8),
    firstSequence: (firstNumber % NUMBERS_OF_A_ROUND) + 1,
    mostInABatch: MOST_IN_A_BATCH,
    mostSameDay,
    settlements: cases.map((each) => settlementOf(ctx, file, each)),
    at: ctx.clock.now(),
  })
  return firstNumber
}

/** Traces rise through a file, so that one that would go round begins the next round. */
function roomFor(entries: number, next: number): number {
  assert(entries <= NUMBERS_OF_A_ROUND, 'a file has at most as many entries as there are numbers')
  const used = next % NUMBERS_OF_A_ROUND
  return used + entries <= NUMBERS_OF_A_ROUND ? next : next - used + NUMBERS_OF_A_ROUND
}

async function countOf(tx: Tx, fileId: string): Promise<number> {
  const { count } = await tx
    .selectFrom('ach_entry')
    .select((row) => row.fn.countAll<number>().as('count'))
    .where('file_id', '=', fileId)
    .executeTakeFirstOrThrow()
  return Number(count)
}

function settlementOf(
  ctx: ServicingContext,
  { sentOn, bank }: WritableFile,
  of: Omit<Settlement, 'effective' | 'sameDay'>,
): Settlement {
  const settlement = achSettlement({
    at: ctx.clock.now(),
    wanted: of.wanted ?? sentOn,
    direction: of.direction,
    amount: of.isSmall ? MOST_SAME_DAY : ABOVE_SAME_DAY,
    creditDays: bank.creditDays,
    windows: bank.sameDayWindows,
  })
  return { ...of, ...settlement }
}

const ABOVE_SAME_DAY = cents(MOST_SAME_DAY + 1)

/** Writes the file to nowhere: its digest and totals, and each trace claimed for its account. */
async function writeOnce(ctx: ServicingContext, tx: Tx, of: { file: WritableFile; round: number }) {
  const hash = createHash('sha256')
  const bytes = fileBytes({ ...ctx, db: tx }, of.file, (entries) =>
    claimTraces(tx, ctx.vault, { round: of.round, entries }),
  )
  for (;;) {
    const next = await bytes.next()
    if (next.done) return { ...next.value, bytesHash: hash.digest() }
    hash.update(next.value)
  }
}
