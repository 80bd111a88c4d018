// One payment of a file, as it stands in the database.
import { createHash } from 'node:crypto'
import { date } from '#src/domain/calendar.ts'
import { cents } from '#src/domain/money.ts'
import type { Tx } from '#src/store/database.ts'
import { insertCreditFile } from '#src/store/desk-money/credit-files.ts'
import type { Vault } from '#src/vault/vault.ts'
import { newTestId } from './database.ts'

export const WRITTEN = { accountNumber: '1048264417', payer: 'Dana Oakes' }

export async function insertTestCredit(tx: Tx, vault: Vault): Promise<string> {
  const [fileId, id] = [newTestId(), newTestId()]
  const receivedAt = '2026-11-24T16:48:00.000Z'
  await insertCreditFile(tx, vault, {
    file: {
      ...{ id: fileId, name: 'LOCKBOX.csv', lines: 1, total: cents(100), receivedAt },
      ...{ digest: createHash('sha256').update(fileId).digest(), receivedBy: null },
    },
    credits: [
      {
        ...{ id, line: 2, amount: cents(100), receivedOn: date('2026-11-24') },
        ...{ reference: fileId.slice(-12), claim: fileId, accountId: null, written: WRITTEN },
      },
    ],
  })
  return id
}
