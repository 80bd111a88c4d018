import type { Refusal } from '#src/domain/refusal.ts'
import { barsEverybody } from '#src/domain/rules/funding/funding-check.ts'
import type { Db, Tx } from '#src/store/database.ts'
import { lockNumber, markOn } from '#src/store/payments/fraud-marks.ts'
import { type BankNumbers, numberHash } from '#src/store/payments/funding-accounts.ts'
import { countFunding, stoppedNumbers } from '#src/store/payments/own-funding.ts'
import type { Owner, ServicingContext } from '../context.ts'

/** How many bank accounts and saved cards somebody keeps at once on an account. */
export const MOST_TO_PAY_FROM = 8
/** How many bank accounts they add within a day: numbers of others are not tried out here. */
export const MOST_ADDED_A_DAY = 5

/**
 * Why a number that is new to the obligor is not taken; their account is held. Holds the number
 * until the transaction ends: one that is being marked for fraud is not added beside it.
 */
export async function newNumberRefusal(
  ctx: ServicingContext,
  tx: Tx,
  of: { readonly owner: Owner; readonly numbers: Omit<BankNumbers, 'holderName'> },
): Promise<Refusal | null> {
  const { owner, numbers } = of
  const hash = numberHash(ctx.vault, numbers)
  await lockNumber(tx, hash, 'take')
  if ((await markOn(tx, hash)) !== null) return { code: 'bankNumberStopped' }
  const stops = await stoppedNumbers(tx, ctx.vault, numbers)
  if (stops.some((stop) => stop.obligorId === owner.obligorId || barsEverybody(stop.reason)))
    return { code: 'bankNumberStopped' }
  return fullRefusal(ctx, tx, owner)
}

/** Why an owner can add none at all, whatever its number; null where one more is taken. */
export async function fullRefusal(
  ctx: ServicingContext,
  db: Db,
  owner: Owner,
): Promise<Refusal | null> {
  const since = new Date(Date.parse(ctx.clock.now()) - 24 * 3_600_000).toISOString()
  const count = await countFunding(db, { ...owner, since })
  if (count.now >= MOST_TO_PAY_FROM) return { code: 'bankAccountsFull', most: MOST_TO_PAY_FROM }
  return count.added >= MOST_ADDED_A_DAY
    ? { code: 'bankAccountsToday', most: MOST_ADDED_A_DAY }
    : null
}
