// Payments whose file the bank refused, until it is decided what becomes of them.
import type { CivilDate } from '#src/domain/calendar.ts'
import type { LockedAccount } from '../accounts/accounts.ts'
import type { Tx } from '../database.ts'

/** It does not count, and this try of it never went. False when it is not with the bank. */
export async function holdPayment(
  tx: Tx,
  account: LockedAccount,
  change: { readonly id: string; readonly attempt: number; readonly at: string },
): Promise<boolean> {
  const result = await tx
    .updateTable('payment')
    .set({
      state: 'held',
      state_reason: 'fileRefused',
      posted_event_id: null,
      attempts: change.attempt - 1,
      changed_at: change.at,
    })
    .where('account_id', '=', account.accountId)
    .where('id', '=', change.id)
    .where('state', '=', 'sent')
    .executeTakeFirstOrThrow()
  return result.numUpdatedRows === 1n
}

/** What a payment that goes again is told by; its effective date where that changes. */
export type DatesAgain = {
  readonly sendOn: CivilDate
  readonly effective: CivilDate
  readonly withdrawn: CivilDate
  readonly cleared: CivilDate
  readonly returnableUntil: CivilDate
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
  const { dates } = change
  const result = await tx
    .updateTable('payment')
    .set({
      state: change.state,
      state_reason: change.reason,
      send_on: dates.sendOn,
      effective_date: dates.effective,
      withdrawn_date: dates.withdrawn,
      cleared_date: dates.cleared,
      returnable_until: dates.returnableUntil,
      changed_at: change.at,
    })
    .where('account_id', '=', account.accountId)
    .where('id', '=', change.id)
    .where('state', '=', 'held')
    .executeTakeFirstOrThrow()
  return result.numUpdatedRows === 1n
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
  const result = await tx
    .updateTable('payment')
    .set({ state: change.state, state_reason: change.reason, changed_at: change.at })
    .where('account_id', '=', account.accountId)
    .where('id', '=', change.id)
    .where('state', '=', 'held')
    .executeTakeFirstOrThrow()
  return result.numUpdatedRows === 1n
}
