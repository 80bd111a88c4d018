// What a statement says, worked out by the law that the screen uses.

import { statementOf } from '#src/domain/account/statement/statement.ts'
import { lastStatementDay } from '#src/domain/account/statement/statement-cycle.ts'
import type { Stated } from '#src/domain/account/statement/statement-standing.ts'
import { assert } from '#src/domain/assert.ts'
import { addDays, type CivilDate } from '#src/domain/calendar.ts'
import type { StatementFacts } from '#src/formats/documents/document-facts.ts'
import { readObligors } from '#src/store/accounts/obligors.ts'
import { readStatementBefore } from '#src/store/documents/documents.ts'
import { statementDaysAhead } from '../lender-rules.ts'
import type { LoadedAny } from '../load-account.ts'
import { commonFacts } from './common-facts.ts'
import type { PaperContext } from './paper-context.ts'

/**
 * The day that a statement closes on now; null where none is due. An account that is new here
 * begins with the last day of its cycle, if its history here had begun by then. None is made of
 * what was charged off, or is known from public filings alone.
 */
export function statementDay(
  ctx: PaperContext,
  { account, ledger }: LoadedAny,
  at: { readonly statementOn: CivilDate; readonly through: CivilDate },
): CivilDate | null {
  const [boarded] = ledger.steps
  assert(boarded, 'an account begins with its boarding')
  if (account.source === 'abs-ee') return null
  if (ledger.product === 'loan' && ledger.position.chargedOff !== null) return null
  const ours = boarded.event.effectiveDate
  if (at.statementOn >= ours) return at.statementOn
  const last = lastStatementDay(ledger, at.through, statementDaysAhead(ctx.lender, at.through))
  return last !== null && last >= ours ? last : null
}

/** In the language of the first who owes. */
export async function statementFacts(
  ctx: PaperContext,
  { account, events, ledger }: LoadedAny,
  on: CivilDate,
): Promise<StatementFacts> {
  const { accountId, accountNumber } = account
  const [obligors, before] = await Promise.all([
    readObligors(ctx.db, ctx.vault, accountId),
    readStatementBefore(ctx.db, ctx.vault, { accountId, on }),
  ])
  const [first] = obligors
  assert(first, 'somebody owes')
  const printed = before && (JSON.parse(before.facts) as StatementFacts)
  const daysAhead = statementDaysAhead(ctx.lender, on)
  const after = printed?.on ?? lastStatementDay(ledger, addDays(on, -1), daysAhead)
  const since = events[0]?.effectiveDate ?? on
  const common = await commonFacts(
    ctx,
    { accountId, obligorId: first.id },
    { locale: first.details.locale, writtenOn: addDays(on, 1) },
  )
  const figures = statementOf(events, { after, on, printed: printed && closingOf(printed) })
  const from = after === null || after < since ? since : addDays(after, 1)
  const own = { kind: 'statement', accountNumber, events: events.length, from, on, since } as const
  return { ...common, ...figures, ...own }
}

function closingOf({ closing, events }: StatementFacts): Stated & { readonly events: number } {
  return { ...closing, events }
}
