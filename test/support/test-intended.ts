// One payoff that somebody said will come, as it stands in the database.
import { date } from '#src/domain/calendar.ts'
import { cents } from '#src/domain/money.ts'
import type { Db, Tx } from '#src/store/database.ts'
import {
  insertIntended,
  openPayerContact,
  readOpenIntended,
} from '#src/store/sharing/intended-payoffs.ts'
import type { Vault } from '#src/vault/vault.ts'
import { newTestId } from './database.ts'

export const PAYER = { to: 'desk@harbor.example', locale: 'en' } as const

export async function insertTestIntended(
  tx: Tx,
  vault: Vault,
  of: { readonly accountId: string; readonly obligorId: string },
): Promise<void> {
  const at = '2026-11-24T16:48:00.000Z'
  await insertIntended(tx, vault, {
    ...{ ...of, id: newTestId(), linkId: null, payer: 'Harbor Street Motors' },
    ...{ amount: cents(1_470_211), expectedOn: date('2026-12-04'), eventCount: 1 },
    ...{ statedAt: at, changedAt: at, contact: PAYER, formHash: Buffer.alloc(32, 7) },
  })
}

export async function openTestIntended(db: Db, vault: Vault, accountId: string) {
  const intended = await readOpenIntended(db, accountId)
  return intended && openPayerContact(vault, intended)
}
