// The seam for whatever happens to an account: its verb calls this in its own transaction, and
// autopay decides each debit that is set, with a reason and a message (PRODUCT D2, D3).
import type { AccountLedger } from '#src/domain/account/ledger.ts'
import type { AutopayEvent } from '#src/domain/autopay/autopay-states.ts'
import type { FlagEvent } from '#src/domain/autopay/flag-events.ts'
import type { CivilDate } from '#src/domain/calendar.ts'
import { returnRule } from '#src/domain/rules/ach-returns.ts'
import type { LockedAccount } from '#src/store/accounts/accounts.ts'
import type { Autopay } from '#src/store/autopay/autopays.ts'
import type { CardPayment } from '#src/store/cards/card-payments.ts'
import type { Tx } from '#src/store/database.ts'
import type { Payment } from '#src/store/payments/payment-row.ts'
import type { ServicingContext } from '../context.ts'
import type { LoadedAccount } from '../load-account.ts'
import { type HeldAutopay, holdAutopay } from './autopay-state.ts'
import { firstDebitDay } from './check-terms.ts'
import { decideDebits } from './decide-debits.ts'
import { type AutopayMove, moveAutopay } from './move-autopay.ts'

export type AutopayCause =
  /** Events were recorded: paid off, charged off, extended, paid another way. */
  | { readonly kind: 'facts' }
  /** The bank sent a payment back; `retryOn` is the day of the next try, null: there is none. */
  | {
      readonly kind: 'paymentReturned'
      readonly payment: Payment
      readonly code: string
      readonly retryOn: CivilDate | null
    }
  | { readonly kind: 'bankAccountStopped'; readonly fundingAccountId: string }
  | { readonly kind: 'bankAccountRemoved'; readonly fundingAccountId: string }
  /** The bank of a saved card did not pay; `stops`: it says that the card never pays again. */
  | { readonly kind: 'cardDeclined'; readonly payment: ChargedDebit; readonly stops: boolean }
  | { readonly kind: 'cardDisputed'; readonly payment: ChargedDebit }
  /** What a person on the desk is told of. */
  | {
      readonly kind: FlagEvent
      readonly staffId: string
    }

/** What was charged to a saved card, by autopay or by its owner. */
export type ChargedDebit = Pick<
  CardPayment,
  'id' | 'confirmation' | 'amount' | 'autopayId' | 'fundingAccountId' | 'stateReason'
> & { readonly on: CivilDate }

/** Answers with the account as it then is; the ledger is the caller's. */
export async function autopayAfter<L extends AccountLedger>(
  tx: Tx,
  ctx: ServicingContext,
  of: { readonly loaded: LoadedAccount<LockedAccount, L>; readonly cause: AutopayCause },
): Promise<LoadedAccount<LockedAccount, L>> {
  const { loaded, cause } = of
  const today = await firstDebitDay(ctx, tx)
  const held = await holdAutopay(tx, ctx, { loaded, today })
  if (!held) return loaded
  const move = moveOf(held, cause)
  const moved = move ? await moveAutopay(ctx, tx, held, move) : held
  const after = moved.autopay.state === 'ended' ? moved : await decideDebits(ctx, tx, moved)
  return { ...loaded, account: after.account }
}

/** null: the account itself says it, or it is not about this autopay. */
function moveOf({ autopay }: HeldAutopay, cause: AutopayCause): AutopayMove | null {
  switch (cause.kind) {
    case 'facts':
      return null
    case 'paymentReturned':
      return returned(autopay, cause)
    case 'bankAccountStopped':
    case 'bankAccountRemoved':
      return autopay.fundingAccountId === cause.fundingAccountId
        ? { event: autopay.byCard ? CARD_EVENTS[cause.kind] : cause.kind, actor: SYSTEM }
        : null
    case 'cardDeclined':
    case 'cardDisputed':
      return ofCard(autopay, cause)
    default:
      return { event: cause.kind, actor: { kind: 'staff', id: cause.staffId } }
  }
}

const SYSTEM = { kind: 'system', id: 'autopay' } as const

const CARD_EVENTS = {
  bankAccountStopped: 'cardStopped',
  bankAccountRemoved: 'cardRemoved',
} as const

/** What the bank of a card said of a debit, or of a payment that its owner made with the card. */
function ofCard(
  autopay: Pick<Autopay, 'id' | 'fundingAccountId'>,
  cause: Extract<AutopayCause, { kind: 'cardDeclined' | 'cardDisputed' }>,
): AutopayMove | null {
  const { payment } = cause
  const isOwn = payment.autopayId === autopay.id
  const isItsCard = payment.fundingAccountId === autopay.fundingAccountId
  const stops = cause.kind === 'cardDeclined' && cause.stops && isItsCard
  if (!stops && !isOwn) return null
  return {
    event: stops ? 'cardStopped' : cause.kind,
    actor: { kind: 'bank', id: 'card' },
    details: {
      ...{ cardPaymentId: payment.id, confirmation: payment.confirmation },
      ...{ amount: String(payment.amount), effective: payment.on },
      ...(payment.stateReason !== null && { declined: payment.stateReason }),
    },
  }
}

function returned(
  autopay: { readonly id: string; readonly fundingAccountId: string },
  cause: Extract<AutopayCause, { kind: 'paymentReturned' }>,
): AutopayMove | null {
  const { payment, code, retryOn } = cause
  const isOwn = payment.autopayId === autopay.id
  const stops =
    returnRule(code).stopsDebits && payment.fundingAccountId === autopay.fundingAccountId
  if (!isOwn && !stops) return null
  return {
    event: stops ? stopOf(code) : 'paymentReturned',
    actor: { kind: 'bank', id: code },
    details: {
      code,
      paymentId: payment.id,
      confirmation: payment.confirmation,
      amount: String(payment.amount),
      effective: payment.effectiveDate,
      ...(retryOn !== null && { retry: retryOn }),
    },
  }
}

function stopOf(code: string): Exclude<AutopayEvent, 'set'> {
  const { action } = returnRule(code)
  if (action === 'deceased') return 'deceased'
  return action === 'stop' || action === 'revoke' ? 'paymentUnauthorized' : 'bankAccountStopped'
}
