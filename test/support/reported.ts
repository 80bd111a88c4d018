// A file of the bank that is in doubt, and a notification of change, each with what it seals.
import { randomUUID } from 'node:crypto'
import { date } from '#src/domain/calendar.ts'
import { cents } from '#src/domain/money.ts'
import { type BankReport, insertReport } from '#src/store/ach/bank-reports.ts'
import { insertItems } from '#src/store/ach/report-items.ts'
import type { Tx } from '#src/store/database.ts'
import type { Vault } from '#src/vault/vault.ts'

export const REPORTED = { report: '799R01 half a file', corrected: '1242415' } as const

export async function insertTestReport(
  tx: Tx,
  vault: Vault,
): Promise<{ readonly reportId: string; readonly itemId: string }> {
  const [reportId, itemId] = [randomUUID(), randomUUID()]
  const settledOn = date('2026-11-24')
  const report: BankReport = {
    id: reportId,
    name: 'half',
    kind: 'returns',
    state: 'doubted',
    problems: [],
    receivedAt: '2026-11-24T16:48:00.000Z',
    receivedOn: settledOn,
    fileId: null,
  }
  const digest = Buffer.alloc(32, 7)
  await insertReport(tx, vault, { report, digest, bytes: Buffer.from(REPORTED.report) })
  const item = { id: itemId, reportId, place: 1, line: 3, code: 'C01', dateOfDeath: null }
  const traces = { trace: '073000220000001', ownTrace: '231380100000001', amount: cents(0) }
  const { corrected } = REPORTED
  await insertItems(tx, vault, [{ ...item, ...traces, kind: 'change', settledOn, corrected }])
  return { reportId, itemId }
}
