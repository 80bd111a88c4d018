// Payments whose file the bank refused, until it is decided what becomes of them.
import type { LockedAccount } from '../accounts/accounts.ts'
import type { Tx } from '../database.ts'
import { type DatesAgain, datesColumns } from './payment-row.ts'
import { movePayment } from './payments.ts'

/** It does not count, and this try of it never went. False when it is not with the bank. */
export async function holdPayment(
  tx: Tx,
  account: LockedAccount,
  change: { readonly id: string; readonly attempt: number; readonly at: string },
): Promise<boolean> {
  return movePayment(tx, account, {
    ...change,
    from: ['sent'],
    set: {
      state: 'held',
      state_reason: 'fileRefused',
      posted_event_id: null,
      attempts: change.attempt - 1,
    },
  })
}

/**
 * It goes again: `scheduled` for the next cutoff as if it never went, `sent` where its next try
 * waits in line. False when it is not held.
 */
export async function sendHeldAgain(
  tx: Tx,
  account: LockedAccount,
  change: {
    readonly id: string
    readonly state: 'scheduled' | 'sent'
    readonly reason: string | null
    readonly dates: DatesAgain
    readonly at: string
  },
): Promise<boolean> {
  const { state, reason, dates } = change
  const set = { state, state_reason: reason, ...datesColumns(dates) }
  return movePayment(tx, account, { ...change, from: ['held'], set })
}

/** It does not go: never sent, or returned where an earlier try of it was. */
export async function dropHeld(
  tx: Tx,
  account: LockedAccount,
  change: {
    readonly id: string
    readonly state: 'notSent' | 'returned'
    readonly reason: string
    readonly at: string
  },
): Promise<boolean> {
  const set = { state: change.state, state_reason: change.reason }
  return movePayment(tx, account, { ...change, from: ['held'], set })
}
