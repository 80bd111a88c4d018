// Pages, verbs and a bank over one planted book, for the complaints that PRODUCT answers: a person
// pays on a page, the bank takes it, or sends it back, and the page says so.
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { date, momentInZone } from '#src/domain/calendar.ts'
import { bankFolder } from '#src/gateways/bank-folder.ts'
import { sendPayments } from '#src/servicing/ach/send-payments.ts'
import { handleReturns } from '#src/servicing/ach-returns/handle-returns.ts'
import { takeBankFile } from '#src/servicing/ach-returns/take-bank-file.ts'
import { deliverMessage } from '#src/servicing/messages/deliver-message.ts'
import { setBusinessDate } from '#src/store/business-date.ts'
import { bankReturns } from './bank-returns.ts'
import { openSignedIn } from './signed-in.ts'

export type ComplaintWorld = Awaited<ReturnType<typeof complaintWorld>>

/** On Tuesday 2026-11-24, 11:48 am ET. */
export async function complaintWorld(numbers: readonly string[]) {
  const world = await openSignedIn(numbers)
  const folder = await mkdtemp(join(tmpdir(), 'keyturn-complaints-'))
  const ctx = { ...world.book.ctx, bank: bankFolder(folder) }
  let files = 0
  const at = (day: string, time: string) =>
    world.clock.set(momentInZone(date(day), { time, zone: ctx.lender.timeZone }))
  /** That day is the business date, and its cutoff has passed. */
  const dayEnds = async (day: string) => {
    const onDate = date(day)
    at(day, '17:01')
    await ctx.db
      .transaction()
      .execute((tx) =>
        setBusinessDate(tx, { onDate, closedThrough: onDate, changedAt: ctx.clock.now() }),
      )
    await sendPayments(ctx)
  }
  const entryOf = (paymentId: string) =>
    ctx.db
      .selectFrom('ach_entry')
      .select(['trace', 'amount', 'send_on'])
      .where('payment_id', '=', paymentId)
      .orderBy('attempt', 'desc')
      .executeTakeFirstOrThrow()
  return {
    ...world,
    ctx,
    at,
    dayEnds,
    /** The bank sends the last try of a payment back. */
    comesBack: async (paymentId: string, code: string, settlementDay: string) => {
      const { trace, amount } = await entryOf(paymentId)
      files += 1
      const bytes = bankReturns([{ code, trace: trace ?? '', amount }], settlementDay)
      await takeBankFile(ctx, { name: `back-${files}`, bytes })
      await handleReturns(ctx)
    },
    /** Everything that waits is delivered; what left the portal. */
    deliver: async () => {
      const waiting = await ctx.db
        .selectFrom('outbox')
        .select('id')
        .where('delivered_at', 'is', null)
        .orderBy('created_at')
        .orderBy('id')
        .execute()
      for (const { id } of waiting) await deliverMessage(ctx, { outboxId: id })
      return world.book.messages
    },
    close: async () => {
      await world.close()
      await rm(folder, { recursive: true, force: true })
    },
  }
}
