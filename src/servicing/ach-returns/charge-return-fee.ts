import type { AccountLedger } from '#src/domain/account/ledger.ts'
import type { Cents } from '#src/domain/money.ts'
import type { LockedAccount } from '#src/store/accounts/accounts.ts'
import type { Tx } from '#src/store/database.ts'
import { businessDay } from '../business-day.ts'
import type { ServicingContext } from '../context.ts'
import { returnChoicesOn } from '../lender-rules.ts'
import type { LoadedAccount } from '../load-account.ts'
import { recordFacts } from '../record-facts.ts'

type Loaded = LoadedAccount<LockedAccount, AccountLedger>

/**
 * The fee for a returned payment, where the lender's file has one with a citation; null otherwise.
 * The caller sees to it that a payment is charged once, however often it comes back.
 */
export async function chargeReturnFee(
  ctx: ServicingContext,
  tx: Tx,
  loaded: Loaded,
): Promise<{ readonly loaded: Loaded; readonly amount: Cents } | null> {
  const today = await businessDay(tx)
  const { fee } = returnChoicesOn(ctx.lender, today)
  if (fee === null) return null
  const { amount, citation } = fee
  const payload = { kind: 'fee', amount, name: NAME, citation } as const
  const facts = [{ effectiveDate: today, payload }]
  return { loaded: await recordFacts(tx, ctx, { loaded, facts, through: today }), amount }
}

const NAME = 'Returned payment'
