// One paper, as it stands in the database.
import { createHash } from 'node:crypto'
import { date } from '#src/domain/calendar.ts'
import type { Tx } from '#src/store/database.ts'
import { insertDocument } from '#src/store/documents/documents.ts'
import type { Vault } from '#src/vault/vault.ts'
import { newTestId } from './database.ts'

export const WRITTEN_ON_PAPER = '{"customers":["Dana Oakes"]}'

export async function insertTestPaper(tx: Tx, vault: Vault, accountId: string): Promise<string> {
  const id = newTestId()
  await insertDocument(tx, vault, {
    ...{ accountId, id, kind: 'payoffLetter', subject: newTestId(), locale: 'en' },
    ...{ obligorId: null, onDate: date('2026-11-24'), createdAt: '2026-11-24T16:48:00.000Z' },
    ...{ facts: WRITTEN_ON_PAPER, signature: vault.sign(WRITTEN_ON_PAPER), code: id },
    correction: 0,
    ...{ digest: createHash('sha256').update(id).digest(), size: 1 },
  })
  return id
}
