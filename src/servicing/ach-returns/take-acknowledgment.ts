import {
  type Acknowledgment,
  readAcknowledgment,
} from '#src/formats/acknowledgments/read-acknowledgment.ts'
import { answerFile, type DeliveredFile, lockFileByName } from '#src/store/ach/file-answers.ts'
import type { Tx } from '#src/store/database.ts'
import type { ServicingContext } from '../context.ts'
import { type BankFile, type KeptReport, keepReport } from './keep-report.ts'
import { type MoneyTaskKind, openMoneyTask } from './money-task.ts'

/**
 * An acknowledgment, compared with what we sent: our file is acknowledged or refused. A refusal,
 * other totals than ours, or a file that is not ours goes before a person; what was in a refused
 * one `settleRefusedFiles` takes back. Null: it is no acknowledgment.
 */
export async function takeAcknowledgment(
  ctx: ServicingContext,
  tx: Tx,
  file: BankFile,
): Promise<KeptReport | null> {
  const reading = readAcknowledgment(file.bytes)
  if (reading === null) return null
  const kind = 'acknowledgment'
  if (!reading.ok) {
    const { problems } = reading
    return keepReport(ctx, tx, { file, report: { kind, state: 'doubted', problems, fileId: null } })
  }
  const answer = reading.value
  const ours = await lockFileByName(tx, answer.file)
  const report = { kind, state: 'done', problems: [], fileId: ours?.id ?? null } as const
  const kept = await keepReport(ctx, tx, { file, report })
  if (!kept.isNew) return kept
  const task = ours ? taskOf(ours, answer) : 'fileNotOurs'
  if (ours && (task === null || task === 'fileRefused'))
    await answerFile(tx, {
      id: ours.id,
      state: answer.status === 'accepted' ? 'acknowledged' : 'refused',
      answer: answer.reason,
      at: ctx.clock.now(),
    })
  if (task !== null)
    await openMoneyTask(ctx, tx, {
      // What becomes of a refused file is decided once, however often the bank says so.
      ...{ kind: task, about: ours && task === 'fileRefused' ? ours.id : kept.reportId },
      accountId: null,
      details: { reportId: kept.reportId, fileId: ours?.id ?? null, ...answer, ...totalsOf(ours) },
    })
  return kept
}

function taskOf(ours: DeliveredFile, answer: Acknowledgment): MoneyTaskKind | null {
  if (answer.status === 'rejected') return 'fileRefused'
  // Both cannot be true, and it was taken back: a person asks the bank before anything goes again.
  if (ours.state === 'refused') return 'fileAcceptedLate'
  const isSame = (['entries', 'debits', 'credits'] as const).every(
    (total) => answer[total] === null || answer[total] === ours[total],
  )
  return isSame ? null : 'fileDiffers'
}

function totalsOf(ours: DeliveredFile | null) {
  if (ours === null) return {}
  return { ourEntries: ours.entries, ourDebits: ours.debits, ourCredits: ours.credits }
}
