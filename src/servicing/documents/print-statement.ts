import { nextStatementDay } from '#src/domain/account/statement/statement-cycle.ts'
import type { CivilDate } from '#src/domain/calendar.ts'
import { statementSheet } from '#src/formats/documents/statement.ts'
import {
  moveStatementDay,
  readStatementDay,
  type StatementDay,
} from '#src/store/documents/statement-days.ts'
import { readStatementBefore } from '#src/store/documents/statements.ts'
import { statementDaysAhead } from '../lender-rules.ts'
import { loadAccount } from '../load-account.ts'
import { queuePaperLetters } from '../papers/queue-letters.ts'
import { keepPaper } from './keep-paper.ts'
import type { PaperContext } from './paper-context.ts'
import { statementDay, statementFacts } from './statement-facts.ts'
import { tellOfPaper } from './tell-of-paper.ts'

/**
 * The statements of one account that closed by `through`, oldest first, each once; then the day of
 * the next one. Answers how many it printed.
 */
export async function printStatement(
  ctx: PaperContext,
  of: { readonly accountId: string; readonly through: CivilDate },
): Promise<number> {
  const { accountId, through } = of
  let printed = 0
  let statementOn = await readStatementDay(ctx.db, accountId)
  while (statementOn <= through) {
    if (await printNext(ctx, { accountId, statementOn }, through)) printed += 1
    statementOn = await readStatementDay(ctx.db, accountId)
  }
  return printed
}

/** False where there was nothing to print, or it is to be looked at once more. */
async function printNext(
  ctx: PaperContext,
  due: StatementDay,
  through: CivilDate,
): Promise<boolean> {
  const { accountId, statementOn } = due
  const loaded = await loadAccount(ctx.db, accountId)
  const on = statementDay(ctx, loaded, { statementOn, through })
  const daysAhead = statementDaysAhead(ctx.lender, through)
  const move = { ...due, next: nextStatementDay(loaded.ledger, on ?? through, daysAhead) }
  if (on === null) {
    await ctx.db.transaction().execute((tx) => moveStatementDay(tx, move))
    return false
  }
  const { facts, follows } = await statementFacts(ctx, loaded, on)
  const kept = await keepPaper(ctx, {
    same: {
      ...{ accountId, kind: 'statement', subject: ctx.newId() },
      ...{ locale: facts.locale, obligorId: null },
    },
    facts,
    sheet: statementSheet(facts),
    actor: { kind: 'system', id: 'statements' },
    unless: async (tx, account) => {
      // What was recorded meanwhile belongs on it: it is made anew.
      if (account.events.count !== loaded.events.length) return true
      // It begins where the one before it ends: that one may have been corrected meanwhile.
      const before = await readStatementBefore(tx, ctx.vault, { accountId, on })
      if ((before?.id ?? null) !== follows) return true
      if (!(await moveStatementDay(tx, move))) return true
      const parameters = { effective: on }
      await tellOfPaper(ctx, tx, { accountId, template: 'statementReady', parameters })
      return false
    },
    also: (tx) => queuePaperLetters(ctx, tx, { accountId, documentId: facts.id }),
  })
  return kept !== null
}
