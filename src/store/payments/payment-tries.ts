// Each time a payment went, or is about to go, to the bank: what an obligor may know of it.
import type { CivilDate } from '#src/domain/calendar.ts'
import type { Db } from '../database.ts'

export type PaymentTry = {
  /** 1, or 2 and 3 after a return for lack of funds. */
  readonly attempt: number
  readonly state: 'waiting' | 'inFile' | 'withdrawn' | 'returned' | 'refused'
  readonly sendOn: CivilDate
  /** The settlement asked for, once it is in a numbered file. */
  readonly settles: CivilDate | null
  readonly returnCode: string | null
  readonly returnedOn: CivilDate | null
}

/** In their order; none before its first file. */
export async function readTries(
  db: Db,
  of: { readonly accountId: string; readonly paymentId: string },
): Promise<PaymentTry[]> {
  const rows = await db
    .selectFrom('ach_entry')
    .select(['attempt', 'state', 'send_on', 'effective', 'return_code', 'returned_on'])
    .where('account_id', '=', of.accountId)
    .where('payment_id', '=', of.paymentId)
    .where('purpose', 'in', ['payment', 'retry'])
    // What stood in a file that the bank refused never got there.
    .where('state', '<>', 'refused')
    .orderBy('attempt')
    .execute()
  return rows.map((row) => ({
    attempt: row.attempt,
    state: row.state,
    sendOn: row.send_on,
    settles: row.effective,
    returnCode: row.return_code,
    returnedOn: row.returned_on,
  }))
}
