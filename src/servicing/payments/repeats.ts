// What a payment would do a second time: one that is set from a bank account, or a card's that is
// under way, be it only on the processor's page.
import type { AccountLedger } from '#src/domain/account/ledger.ts'
import { type CivilDate, dateInZone, later } from '#src/domain/calendar.ts'
import type { Cents } from '#src/domain/money.ts'
import { type Planned, repeatedBy } from '#src/domain/paying/planned.ts'
import type { Repetition } from '#src/domain/refusal.ts'
import { type CardPayment, readCardPayments } from '#src/store/cards/card-payments.ts'
import type { Db } from '#src/store/database.ts'
import type { Owner, ServicingContext } from '../context.ts'

export type Repeats = {
  readonly of: {
    readonly id: string
    readonly by: 'bank' | 'card'
    readonly confirmation: string
    readonly amount: Cents
    readonly effective: CivilDate
    /** False for a card of the co-borrower, which is theirs alone until it is paid. */
    readonly isSeen: boolean
  }
  readonly how: Repetition
}

/** `banks` are the others that are set. Null when none does what `payment` would do. */
export async function repeatsOf(
  ctx: ServicingContext,
  db: Db,
  asked: {
    readonly owner: Owner
    readonly ledger: AccountLedger
    readonly today: CivilDate
    readonly payment: Planned
    readonly banks: readonly (Planned & { readonly id: string; readonly confirmation: string })[]
  },
): Promise<Repeats | null> {
  const { owner, ledger, payment, today } = asked
  const banks = asked.banks.map((bank) => ({ ...bank, by: 'bank' as const }))
  const on = later(today, dateInZone(ctx.clock.now(), ctx.lender.timeZone))
  const cards = cardsUnderWay(await readCardPayments(db, owner.accountId), on)
  const repeats = repeatedBy(ledger, payment, [...banks, ...cards])
  return repeats && seenBy(owner, repeats)
}

type CardUnderWay = ReturnType<typeof cardsUnderWay>[number]
type BankSet = Planned & Pick<CardUnderWay, 'id' | 'confirmation'> & { readonly by: 'bank' }

export function seenBy(
  { obligorId }: Owner,
  { of, how }: { readonly of: BankSet | CardUnderWay; readonly how: Repetition },
): Repeats {
  const { id, by, confirmation, effective, terms } = of
  const isSeen = of.by === 'bank' || of.obligorId === obligorId || of.isPaid
  return { how, of: { id, by, confirmation, effective, amount: terms.amount, isSeen } }
}

/** Those that may still count: as of `on` where they are not paid yet. */
export function cardsUnderWay(cards: readonly CardPayment[], on: CivilDate) {
  return cards.filter(isUnderWay).map((card) => ({
    choice: card.choice,
    confirmation: card.confirmation,
    effective: card.effectiveDate ?? on,
    terms: {
      amount: card.amount,
      extra: card.extra,
      extraAmount: card.extraAmount,
      toCharges: card.toCharges,
    },
    id: card.id,
    by: 'card' as const,
    obligorId: card.obligorId,
    isPaid: card.paidAt !== null,
  }))
}

function isUnderWay({ state, postedEventId }: CardPayment): boolean {
  return state === 'started' || state === 'taking' || (state === 'paid' && postedEventId === null)
}
