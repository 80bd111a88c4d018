// An entry in line for a file, with the account it goes to sealed.
import { randomUUID } from 'node:crypto'
import { date } from '#src/domain/calendar.ts'
import { cents } from '#src/domain/money.ts'
import { insertEntry, type WaitingEntry } from '#src/store/ach/ach-entries.ts'
import type { Tx } from '#src/store/database.ts'
import type { Vault } from '#src/vault/vault.ts'

export const RECEIVER = {
  routing: '021000021',
  account: '9000111222',
  kind: 'checking',
  name: 'DANA OAKES',
} as const

/** A prenote to a bank account; answers with the entry's id. */
export async function insertTestPrenote(
  tx: Tx,
  vault: Vault,
  of: { readonly accountId: string; readonly fundingAccountId: string },
): Promise<string> {
  const id = randomUUID()
  const entry: WaitingEntry = {
    ...of,
    id,
    paymentId: null,
    purpose: 'prenote',
    direction: 'debit',
    amount: cents(0),
    class: 'WEB',
    recurrence: 'recurring',
    identification: id.slice(-12).toUpperCase(),
    attempt: 1,
    sendOn: date('2026-11-24'),
    wanted: null,
    createdAt: '2026-11-24T16:48:00.000Z',
  }
  await insertEntry(tx, vault, { entry, receiver: RECEIVER })
  return id
}
