// The demo's stories on a migrated database of the test's own, on a fixed day, with a clock that
// the test moves.

import { book } from '#seeds/book.ts'
import { plantStories } from '#seeds/plant.ts'
import { readConfig } from '#src/config.ts'
import type { CivilDate } from '#src/domain/calendar.ts'
import type { BankContext } from '#src/servicing/ach/bank-context.ts'
import { openFirstBusinessDay } from '#src/servicing/business-day.ts'
import type { Owner, ServicingContext } from '#src/servicing/context.ts'
import type { DeliveryContext } from '#src/servicing/messages/deliver-message.ts'
import { findAccountByNumber } from '#src/store/accounts/directory.ts'
import { readObligors } from '#src/store/accounts/obligors.ts'
import { openQueue } from '#src/store/queue/queue.ts'
import { keptMessages } from './codes.ts'
import { newTestId, testDatabase } from './database.ts'
import { type KeptBank, keptBank } from './kept-bank.ts'

export type PlantedBook = Awaited<ReturnType<typeof plantedBook>>

/**
 * `now` is the instant of the test's clock at the start; `stories` picks accounts by number, all
 * when left out.
 */
export async function plantedBook(at: {
  today: CivilDate
  now: string
  numbers?: readonly string[]
}) {
  const database = await testDatabase()
  const queue = await openQueue(database.db)
  const clock = { instant: at.now, now: () => clock.instant }
  const { messenger, messages } = keptMessages()
  const { lender } = readConfig({})
  const ctx: DeliveryContext & BankContext & { readonly bank: KeptBank } = {
    db: database.db,
    vault: database.vault,
    queue,
    clock,
    newId: newTestId,
    lender,
    requestId: 'test',
    messenger,
    wallClock: clock,
    bank: keptBank(),
    portalHost: lender.portalHost,
  }
  await openFirstBusinessDay(ctx)
  const stories = book(at.today).filter(
    ({ record }) => at.numbers === undefined || at.numbers.includes(record.accountNumber),
  )
  await plantStories(ctx, stories, at.today)
  return {
    ctx,
    messages,
    clock,
    database,
    stories,
    ownerOf: (number: string, role: 'primary' | 'co' = 'primary') => ownerOf(ctx, number, role),
    close: async () => {
      await queue.close()
      await database.close()
    },
  }
}

/** An obligor of a story's account, as identity would prove it. */
async function ownerOf(
  ctx: ServicingContext,
  number: string,
  role: 'primary' | 'co',
): Promise<Owner> {
  const accountId = await findAccountByNumber(ctx.db, ctx.vault, { kind: 'account', number })
  if (accountId === null) throw new Error(`no account ${number}`)
  const obligors = await readObligors(ctx.db, ctx.vault, accountId)
  const obligor = obligors.find(({ details }) => details.role === role)
  if (!obligor) throw new Error(`no ${role} obligor of ${number}`)
  return { accountId, obligorId: obligor.id, loginId: newTestId() }
}
