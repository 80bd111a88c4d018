import { type Deferment, planDeferment } from '#src/domain/orders/plan-deferment.ts'
import { businessDay } from '../business-day.ts'
import type { ServicingContext } from '../context.ts'
import { defermentRulesOn } from '../lender-rules.ts'
import { knownThrough, type LoadedAny, loadAccount, settled } from '../load-account.ts'

/** Why an account gets no offer. */
export type DefermentRefusal =
  | 'lease'
  | 'filed'
  | 'closed'
  | 'chargedOff'
  | 'nothingOwed'
  | 'nothingToMove'

/** `events`: how many of the account it knows. */
export type DefermentAsOf = Deferment & { readonly events: number }

/**
 * What an offer of so many months would say today, by the law that would post it. Refuses leases:
 * their end and residual would move as well, and that is no form of a loan.
 */
export async function defermentFigures(
  ctx: Pick<ServicingContext, 'db' | 'clock' | 'newId' | 'lender'>,
  of: { readonly accountId: string; readonly months: number },
): Promise<DefermentAsOf | DefermentRefusal> {
  const [loaded, on] = await Promise.all([loadAccount(ctx.db, of.accountId), businessDay(ctx.db)])
  const refusal = refusalOf(loaded)
  if (refusal !== null) return refusal
  const { ledger } = settled(ctx, loaded, on)
  if (ledger.product !== 'loan') return 'lease'
  if (of.months > defermentRulesOn(ctx.lender, on).mostMonths) return 'nothingToMove'
  const planned = planDeferment(ledger, { on, months: of.months })
  return typeof planned === 'string' ? planned : { ...planned, events: loaded.events.length }
}

/** Whatever the months. */
export function refusalOf(loaded: LoadedAny): DefermentRefusal | null {
  const { account, ledger } = loaded
  if (ledger.product === 'lease') return 'lease'
  if (knownThrough(loaded) !== null) return 'filed'
  return account.status === 'open' ? null : 'closed'
}
