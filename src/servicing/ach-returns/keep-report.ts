import { createHash } from 'node:crypto'
import type { CivilDate } from '#src/domain/calendar.ts'
import { type BankReport, insertReport } from '#src/store/ach/bank-reports.ts'
import type { Tx } from '#src/store/database.ts'
import type { ServicingContext } from '../context.ts'
import { openMoneyTask } from './money-task.ts'

/** A file as the bank gave it, and the business date on which it came. */
export type BankFile = {
  readonly name: string
  readonly bytes: Uint8Array
  readonly receivedOn: CivilDate
}

export type KeptReport = { readonly reportId: string; readonly isNew: boolean }

/** Keeps it once for the same bytes. A file in doubt opens a task. */
export async function keepReport(
  ctx: ServicingContext,
  tx: Tx,
  of: {
    readonly file: BankFile
    readonly report: Pick<BankReport, 'kind' | 'state' | 'problems' | 'fileId'>
  },
): Promise<KeptReport> {
  const { name, bytes, receivedOn } = of.file
  const id = ctx.newId()
  const receivedAt = ctx.clock.now()
  const report = { ...of.report, id, name, receivedAt, receivedOn }
  const digest = createHash('sha256').update(bytes).digest()
  const kept = await insertReport(tx, ctx.vault, { report, digest, bytes })
  if (kept.isNew && report.state === 'doubted')
    await openMoneyTask(ctx, tx, {
      ...{ kind: 'fileDoubted', about: id, accountId: null },
      details: { reportId: id, name, problems: report.problems.length },
    })
  return { reportId: kept.id, isNew: kept.isNew }
}
