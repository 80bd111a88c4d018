import { assert } from '#src/domain/assert.ts'
import { addBankingDays } from '#src/domain/regions/us-banking-days.ts'
import { type ReturnPlan, returnPlan } from '#src/domain/rules/ach-return-plan.ts'
import { earliestEffective } from '#src/domain/rules/payment-dates.ts'
import { firstEffective } from '#src/store/ach/returned-entries.ts'
import type { Tx } from '#src/store/database.ts'
import { businessDay } from '../business-day.ts'
import type { ServicingContext } from '../context.ts'
import { calendarOn, returnChoicesOn } from '../lender-rules.ts'
import type { ItemOf } from './item-of.ts'

/** What the law and the lender's file make of a payment's debit that came back. */
export async function planReturn(
  ctx: ServicingContext,
  tx: Tx,
  { entry, item }: ItemOf,
): Promise<ReturnPlan> {
  const { accountId, paymentId, effective, attempt } = entry
  assert(effective && paymentId, 'an entry in a file has a day and a payment')
  const today = await businessDay(tx)
  const at = { now: ctx.clock.now(), calendar: calendarOn(ctx.lender, today) }
  return returnPlan({
    code: item.code,
    returnedOn: item.settledOn,
    settledOn: effective,
    originalEffective: (await firstEffective(tx, { accountId, paymentId })) ?? effective,
    attempt: attempt === 1 || attempt === 2 ? attempt : 3,
    sendOn: addBankingDays(earliestEffective(today, at), 0),
    choices: returnChoicesOn(ctx.lender, today),
  })
}
