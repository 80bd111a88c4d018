import type { CivilDate } from '#src/domain/calendar.ts'
import { dateOfSettlement } from '#src/domain/rules/ach-return-plan.ts'
import {
  changesOf,
  isTrustworthy,
  type NachaReading,
  returnsOf,
} from '#src/formats/nacha/nacha-reading.ts'
import { readNacha } from '#src/formats/nacha/read-nacha.ts'
import { insertItems } from '#src/store/ach/report-items.ts'
import { businessDay } from '../business-day.ts'
import type { ServicingContext } from '../context.ts'
import { type BankFile, type KeptReport, keepReport } from './keep-report.ts'
import { takeAcknowledgment } from './take-acknowledgment.ts'

/**
 * Takes a file of the bank: returns and notifications of change, or an acknowledgment. Its items
 * are kept, and handled by `handleReturns`; the same bytes again change nothing. A file in doubt is
 * kept whole with its problems and put before a person; nothing of it is applied.
 */
export async function takeBankFile(
  ctx: ServicingContext,
  given: Omit<BankFile, 'receivedOn'>,
): Promise<KeptReport> {
  return ctx.db.transaction().execute(async (tx) => {
    const file = { ...given, receivedOn: await businessDay(tx) }
    const acknowledged = await takeAcknowledgment(ctx, tx, file)
    if (acknowledged) return acknowledged
    const reading = readNacha(file.bytes)
    const items = itemsOf(ctx, reading, file.receivedOn)
    const isDoubted = !isTrustworthy(reading) || items.length === 0
    const kept = await keepReport(ctx, tx, {
      file,
      report: {
        kind: items.length === 0 ? 'unknown' : 'returns',
        state: isDoubted ? 'doubted' : 'open',
        problems: reading.problems.map(({ line, field, message }) => ({ line, field, message })),
        fileId: null,
      },
    })
    if (!kept.isNew || isDoubted) return kept
    const { reportId } = kept
    await insertItems(
      tx,
      ctx.vault,
      items.map((item) => ({ ...item, reportId })),
    )
    return kept
  })
}

function itemsOf(ctx: ServicingContext, reading: NachaReading, receivedOn: CivilDate) {
  const returns = [...returnsOf(reading)].map((found) => ({
    kind: 'return' as const,
    found,
    dateOfDeath: found.dateOfDeath,
    corrected: null,
  }))
  const changes = [...changesOf(reading)].map((found) => ({
    kind: 'change' as const,
    found,
    dateOfDeath: null,
    corrected: found.corrected,
  }))
  return [...returns, ...changes]
    .sort((a, b) => a.found.entry.line - b.found.entry.line)
    .map(({ kind, found, dateOfDeath, corrected }, at) => ({
      id: ctx.newId(),
      place: at + 1,
      line: found.entry.line,
      kind,
      code: found.code,
      trace: found.originalTrace,
      ownTrace: found.trace,
      amount: found.entry.amount,
      settledOn: dateOfSettlement(found.batch.settlementDay, receivedOn) ?? receivedOn,
      dateOfDeath,
      corrected,
    }))
}
