// What becomes of a payment by card, each step once: none is taken from a state it does not follow.
import type { CivilDate } from '#src/domain/calendar.ts'
import type { LockedAccount } from '../accounts/accounts.ts'
import type { Tx } from '../database.ts'
import type { CardPaymentState } from './card-payments.ts'

type Change = { readonly id: string; readonly at: string }

/** The processor's page of it. False when it is not waiting for one, or has another. */
export async function keepPage(
  tx: Tx,
  of: { readonly accountId: string; readonly id: string; readonly sessionId: string },
): Promise<boolean> {
  const result = await tx
    .updateTable('card_payment')
    .set({ session_id: of.sessionId })
    .where('account_id', '=', of.accountId)
    .where('id', '=', of.id)
    .where('state', '=', 'started')
    .where((eb) => eb.or([eb('session_id', 'is', null), eb('session_id', '=', of.sessionId)]))
    .executeTakeFirstOrThrow()
  return result.numUpdatedRows === 1n
}

/** The card's bank holds its money: it is to be taken, or let go of for `reason`. */
export async function decideHeld(
  tx: Tx,
  account: LockedAccount,
  change: Change & { readonly intentId: string; readonly reason: string | null },
): Promise<boolean> {
  return changed(tx, account, {
    ...change,
    from: ['started'],
    set: {
      state: change.reason === null ? 'taking' : 'releasing',
      state_reason: change.reason,
      intent_id: change.intentId,
    },
  })
}

export async function markPaid(
  tx: Tx,
  account: LockedAccount,
  change: Change & {
    readonly intentId: string
    readonly paidAt: string
    readonly effective: CivilDate
    readonly card: { brand: string; lastFour: string; expires: string } | null
  },
): Promise<boolean> {
  const { card } = change
  return changed(tx, account, {
    ...change,
    from: ['started', 'taking', 'releasing'],
    set: {
      state: 'paid',
      state_reason: null,
      intent_id: change.intentId,
      paid_at: change.paidAt,
      effective_date: change.effective,
      ...(card && { brand: card.brand, last_four: card.lastFour, expires: card.expires }),
    },
  })
}

/**
 * Nothing was taken, and nothing will be. False also where it was led to a page since it was looked
 * at: what a saved card answered is no answer of that page.
 */
export async function markFailed(
  tx: Tx,
  account: LockedAccount,
  change: Change & { readonly reason: string; readonly needsPage: boolean },
): Promise<boolean> {
  return changed(tx, account, {
    ...change,
    from: ['started', 'taking', 'releasing'],
    set: { state: 'failed', state_reason: change.reason },
  })
}

/** The bank of its saved card wants to ask its owner, who pays it on the processor's page. */
export async function markNeedsPage(
  tx: Tx,
  account: LockedAccount,
  change: Change,
): Promise<boolean> {
  const result = await tx
    .updateTable('card_payment')
    .set({ needs_page: true, changed_at: change.at })
    .where('account_id', '=', account.accountId)
    .where('id', '=', change.id)
    .where('state', '=', 'started')
    .where('funding_account_id', 'is not', null)
    .where('needs_page', '=', false)
    .executeTakeFirstOrThrow()
  return result.numUpdatedRows === 1n
}

/** By this event it counts on the account. */
export async function markCardPosted(
  tx: Tx,
  account: LockedAccount,
  change: Change & { readonly eventId: string },
): Promise<void> {
  const done = await changed(tx, account, {
    ...change,
    from: ['paid'],
    set: { posted_event_id: change.eventId },
  })
  if (!done) throw new Error('broken invariant: a payment by card is posted once')
}

/** Its money went back: the card's bank took it, or it was sent. */
export async function markGoneBack(
  tx: Tx,
  account: LockedAccount,
  change: Change & { readonly to: 'disputed' | 'refunded'; readonly reason: string },
): Promise<boolean> {
  return changed(tx, account, {
    ...change,
    from: change.to === 'disputed' ? ['paid'] : ['paid', 'disputed'],
    set: {
      ...{ state: change.to, state_reason: change.reason, posted_event_id: null },
      // Its bank has the money: it is not sent besides, whatever is decided about the dispute.
      ...(change.to === 'disputed' && { refund_request: null }),
    },
  })
}

/** The dispute was won: the money is there again. */
export async function markWon(tx: Tx, account: LockedAccount, change: Change): Promise<boolean> {
  return changed(tx, account, {
    ...change,
    from: ['disputed'],
    set: { state: 'paid', state_reason: null },
  })
}

/** What had been sent back did not arrive; it can be asked for anew. */
export async function markRefundFailed(
  tx: Tx,
  account: LockedAccount,
  change: Change,
): Promise<boolean> {
  return changed(tx, account, {
    ...change,
    from: ['refunded'],
    set: { state: 'paid', state_reason: null, refund_request: null },
  })
}

async function changed(
  tx: Tx,
  account: LockedAccount,
  change: Change & {
    readonly from: readonly CardPaymentState[]
    readonly set: Readonly<Record<string, string | null>>
    readonly needsPage?: boolean
  },
): Promise<boolean> {
  const { needsPage } = change
  const result = await tx
    .updateTable('card_payment')
    .set({ ...change.set, changed_at: change.at })
    .where('account_id', '=', account.accountId)
    .where('id', '=', change.id)
    .where('state', 'in', change.from)
    .$if(needsPage !== undefined, (query) => query.where('needs_page', '=', needsPage ?? false))
    .executeTakeFirstOrThrow()
  if (result.numUpdatedRows !== 1n) return false
  await tellPayment(tx, account, change)
  return true
}

/** The payment that autopay had set for it shows whether its money may still come. */
async function tellPayment(
  tx: Tx,
  account: LockedAccount,
  { id, at, set }: Change & { readonly set: Readonly<Record<string, string | null>> },
): Promise<void> {
  const { posted_event_id: eventId, state, state_reason: reason } = set
  const isOver = state === 'failed' || state === 'disputed' || state === 'refunded'
  if (eventId === undefined && !isOver && state !== 'paid') return
  await tx
    .updateTable('payment')
    .set({
      posted_event_id: eventId ?? null,
      state_reason: isOver ? (reason ?? null) : null,
      changed_at: at,
    })
    .where('account_id', '=', account.accountId)
    .where('id', '=', id)
    .where('state', '=', 'charged')
    .execute()
}
