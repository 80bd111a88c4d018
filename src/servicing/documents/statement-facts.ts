// What a statement says, worked out by the law that the screen uses.

import { statementOf } from '#src/domain/account/statement/statement.ts'
import { lastStatementDay } from '#src/domain/account/statement/statement-cycle.ts'
import type { Stated } from '#src/domain/account/statement/statement-standing.ts'
import { assert } from '#src/domain/assert.ts'
import { addDays, type CivilDate, dateInZone } from '#src/domain/calendar.ts'
import type { StatementFacts } from '#src/formats/documents/document-facts.ts'
import { readObligors } from '#src/store/accounts/obligors.ts'
import type { KeptDocument } from '#src/store/documents/documents.ts'
import { readNewestStatement, readStatementBefore } from '#src/store/documents/statements.ts'
import { statementDaysAhead } from '../lender-rules.ts'
import type { LoadedAny } from '../load-account.ts'
import { commonFacts } from './common-facts.ts'
import type { PaperContext } from './paper-context.ts'

/**
 * The day that a statement closes on now; null where none is due. None is made of what was charged
 * off, or is known from public filings alone.
 */
export function statementDay(
  ctx: PaperContext,
  loaded: LoadedAny,
  at: { readonly statementOn: CivilDate; readonly through: CivilDate },
): CivilDate | null {
  const { account, ledger } = loaded
  if (account.source === 'abs-ee') return null
  if (ledger.product === 'loan' && ledger.position.chargedOff !== null) return null
  const ours = firstOwnDay(ctx, loaded)
  if (at.statementOn >= ours) return at.statementOn
  const last = lastStatementDay(ledger, at.through, statementDaysAhead(ctx.lender, at.through))
  return last !== null && last >= ours ? last : null
}

/**
 * From when on statements are ours to send. A contract that was taken over has had those of the
 * servicer before us until the day that it came; one that began on our books is ours from its
 * first day.
 */
function firstOwnDay(ctx: PaperContext, { account, ledger }: LoadedAny): CivilDate {
  const [boarded] = ledger.steps
  assert(boarded, 'an account begins with its boarding')
  const since = boarded.event.effectiveDate
  if (since <= ledger.contract.start) return since
  return dateInZone(account.boardedAt, ctx.lender.timeZone)
}

export type StatementToPrint = {
  readonly facts: StatementFacts
  /** The statement that it follows; null where it is the first. */
  readonly follows: string | null
}

/** In the language of the first who owes. */
export async function statementFacts(
  ctx: PaperContext,
  loaded: LoadedAny,
  on: CivilDate,
): Promise<StatementToPrint> {
  const { account, events, ledger } = loaded
  const { accountId } = account
  const [before, newest] = await Promise.all([
    readStatementBefore(ctx.db, ctx.vault, { accountId, on }),
    readNewestStatement(ctx.db, ctx.vault, { accountId, on }),
  ])
  const printed = before && newest && printedClosing(factsIn(before), [factsIn(newest)])
  const last = lastStatementDay(ledger, addDays(on, -1), statementDaysAhead(ctx.lender, on))
  // The first of all begins with what the account stood at when it came.
  const isLater = last !== null && last >= firstOwnDay(ctx, loaded)
  const after = before?.onDate ?? (isLater ? last : null)
  const figures = statementOf(events, { after, on, printed })
  const since = events[0]?.effectiveDate ?? on
  const from = after === null ? since : addDays(after, 1)
  const common = await statementCommon(ctx, loaded, addDays(on, 1))
  const own = { kind: 'statement', events: events.length, from, on, since } as const
  return { facts: { ...common, ...figures, ...own }, follows: before?.id ?? null }
}

/** What each statement of the account says besides its figures. */
export async function statementCommon(
  ctx: PaperContext,
  { account: { accountId, accountNumber } }: LoadedAny,
  writtenOn: CivilDate,
) {
  const [first] = await readObligors(ctx.db, ctx.vault, accountId)
  assert(first, 'somebody owes')
  const { locale } = first.details
  const owner = { accountId, obligorId: first.id }
  return { ...(await commonFacts(ctx, owner, { locale, writtenOn })), accountNumber }
}

export type PrintedClosing = Stated & { readonly events: number }

/** Where a statement ended, and how much was known by it or by any of `others`. */
export function printedClosing(
  { closing, events }: StatementFacts,
  others: readonly StatementFacts[],
): PrintedClosing {
  return { ...closing, events: Math.max(events, ...others.map((other) => other.events)) }
}

export function factsIn({ facts }: Pick<KeptDocument, 'facts'>): StatementFacts {
  return JSON.parse(facts) as StatementFacts
}
