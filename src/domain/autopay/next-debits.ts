// The debits to come, each with its day, its amount and why: those that are made, and those that
// the terms foresee after them (PRODUCT C6).
import type { AccountLedger } from '../account/ledger.ts'
import { addDays, type CivilDate, later } from '../calendar.ts'
import { ZERO_CENTS } from '../money.ts'
import { nextUnpaid } from '../paying/payable.ts'
import type { Installment } from '../rules/installments.ts'
import type { AutopayTerms } from './autopay-terms.ts'
import { type Debit, debitFor } from './debit-amount.ts'
import { type Occurrence, occurrencesFrom } from './debit-days.ts'
import { installmentsOf, isAllPaid } from './installments-of.ts'
import type { DebitOrder } from './owed.ts'
import { type PlannedPayment, withPlanned } from './planned-ledger.ts'

/** A payment that is set; `autopayDay` is the day for which autopay made it. */
export type SetPayment = PlannedPayment & {
  readonly id: string
  readonly autopayDay: CivilDate | null
}

export type NextDebit = Debit & {
  /** The payment that is made for it already. */
  readonly paymentId: string | null
  /** The account as it will be before it. */
  readonly before: AccountLedger
}

/**
 * The next `count` debits on `from` or later. Days on which nothing is taken are among them, with
 * their reason; none follows the one that closes the account.
 */
export function nextDebits(
  ledger: AccountLedger,
  terms: AutopayTerms,
  by: {
    readonly from: CivilDate
    readonly count: number
    readonly planned: readonly SetPayment[]
    /** Days decided on of which no payment stands: nothing is taken on them any more. */
    readonly decided: ReadonlySet<CivilDate>
    readonly partialPayments: DebitOrder['partialPayments']
  },
): NextDebit[] {
  let at = { ledger, planned: by.planned }
  const found: NextDebit[] = []
  for (const occurrence of occurrencesFrom(terms, installmentsOf(ledger), by.from)) {
    if (found.length >= by.count) break
    const own = at.planned.find(({ autopayDay }) => autopayDay === occurrence.on)
    const others = at.planned.filter((payment) => payment !== own)
    const order = { terms, planned: others, partialPayments: by.partialPayments }
    const debit = debitFor(at.ledger, occurrence, order)
    if (debit === null) break
    const on = own?.effective ?? occurrence.on
    const before = withPlanned(at.ledger, others, on)
    const next = shown(debit, { own, decided: by.decided })
    found.push({ ...next, on, paymentId: own?.id ?? null, before })
    if (next.terms && !own) at = { ...at, planned: [...at.planned, foreseen(next, next.terms)] }
    if (isRepaidAfter(at, occurrence.due)) break
    at = come(at, occurrence.on)
  }
  return found
}

type Ahead = { readonly ledger: AccountLedger; readonly planned: readonly SetPayment[] }

/** What is set by a day has come: the days after it need not work it out again. */
function come({ ledger, planned }: Ahead, by: CivilDate): Ahead {
  return {
    ledger: withPlanned(ledger, planned, by),
    planned: planned.filter(({ effective }) => effective > by),
  }
}

function isRepaidAfter({ ledger, planned }: Ahead, due: CivilDate): boolean {
  return isAllPaid(withPlanned(ledger, planned, due), due)
}

function foreseen({ on }: Occurrence, terms: SetPayment['terms']): SetPayment {
  return { id: '', autopayDay: on, terms, effective: on }
}

const ANOTHER_AMOUNT: Debit['reasons'] = [{ code: 'installment' }, { code: 'setOtherwise' }]

/** A made debit takes what was announced; a day decided on takes nothing any more. */
function shown(
  debit: Debit,
  by: { own: SetPayment | undefined; decided: ReadonlySet<CivilDate> },
): Debit {
  if (by.own) {
    const { terms } = by.own
    const reasons = terms.amount === debit.amount ? debit.reasons : ANOTHER_AMOUNT
    return { ...debit, amount: terms.amount, terms, reasons }
  }
  if (!by.decided.has(debit.on) || debit.terms === null) return debit
  return { ...debit, amount: ZERO_CENTS, terms: null, reasons: [{ code: 'canceled' }] }
}

/**
 * The oldest unpaid installment due on `from` or later that comes before the first debit: nothing
 * of it is taken, its owner pays it another way. Null where there is none.
 */
export function leftOut(
  ledger: AccountLedger,
  first: Occurrence,
  by: { readonly from: CivilDate; readonly planned: readonly PlannedPayment[] },
): Installment | null {
  const eve = later(by.from, addDays(first.due, -1))
  const next = nextUnpaid(withPlanned(ledger, by.planned, eve), eve)
  return next && next.number < first.installment && next.due >= by.from ? next : null
}
