// An autopay as a verb holds it: its account locked and settled, its payments and decisions.
import type { AccountLedger } from '#src/domain/account/ledger.ts'
import { isToCome } from '#src/domain/account/payment-standing.ts'
import type { SetPayment } from '#src/domain/autopay/next-debits.ts'
import type { CivilDate } from '#src/domain/calendar.ts'
import type { AccountFlag } from '#src/domain/rules/flags/account-flags.ts'
import { readFlags } from '#src/store/accounts/account-flags.ts'
import type { Account, LockedAccount } from '#src/store/accounts/accounts.ts'
import { type AutopayDebit, readAutopayDebits } from '#src/store/autopay/autopay-debits.ts'
import { type Autopay, readAutopayOn } from '#src/store/autopay/autopays.ts'
import type { Db, Tx } from '#src/store/database.ts'
import type { Payment } from '#src/store/payments/payment-row.ts'
import { readPayments } from '#src/store/payments/payments.ts'
import type { ServicingContext } from '../context.ts'
import { type LoadedAny, settled } from '../load-account.ts'

export type HeldAutopay<A extends Account = LockedAccount> = {
  readonly account: A
  /** Settled through today. */
  readonly ledger: AccountLedger
  readonly autopay: Autopay
  readonly payments: readonly Payment[]
  readonly debits: readonly AutopayDebit[]
  /** In force. */
  readonly flags: readonly AccountFlag[]
  /** The first business day whose file can still take a debit. */
  readonly today: CivilDate
}

/** The autopay of an account that has not ended; null where there is none. */
export async function holdAutopay(
  tx: Tx,
  ctx: ServicingContext,
  of: { readonly loaded: LoadedAny<LockedAccount>; readonly today: CivilDate },
): Promise<HeldAutopay | null> {
  const autopay = await readAutopayOn(tx, of.loaded.account.accountId)
  if (!autopay) return null
  const { account, ledger } = settled(ctx, of.loaded, of.today)
  const flags = await standingFlags(tx, account)
  return { account, ledger, autopay, flags, today: of.today, ...(await readMoney(tx, autopay)) }
}

/** The account's flags in force; asks the database only where its row says that there are some. */
export async function standingFlags(db: Db, account: Account): Promise<readonly AccountFlag[]> {
  if (account.flags.length === 0) return []
  const flags = await readFlags(db, account.accountId)
  return flags.filter(({ lifted }) => lifted === null)
}

/** Its payments and decisions as they are now. */
export async function readMoney(
  db: Db,
  { accountId, id: autopayId }: Autopay,
): Promise<{ payments: Payment[]; debits: AutopayDebit[] }> {
  const payments = await readPayments(db, accountId)
  return { payments, debits: await readAutopayDebits(db, { accountId, autopayId }) }
}

/** What is set or on its way and not yet counted, whoever set it. */
export function plannedOf(held: {
  readonly payments: readonly Payment[]
  readonly debits: readonly AutopayDebit[]
}): SetPayment[] {
  const dayOf = new Map(
    held.debits.flatMap(({ state, paymentId, day }) =>
      state === 'made' && paymentId !== null ? [[paymentId, day] as const] : [],
    ),
  )
  return held.payments.filter(isToCome).map((payment) => {
    const { id, amount, extra, extraAmount, toCharges, effectiveDate: effective } = payment
    const terms = { amount, extra, extraAmount, toCharges }
    return { id, terms, effective, autopayDay: dayOf.get(id) ?? null }
  })
}

/** Days that were decided on; `replaced` ones are open again. */
export function decidedDays(debits: readonly AutopayDebit[]): ReadonlySet<CivilDate> {
  return new Set(debits.filter(({ state }) => state !== 'replaced').map(({ day }) => day))
}
