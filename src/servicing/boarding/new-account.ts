// One new account from a record: its rows, sealed and balanced, before anything is written.
import { extend } from '#src/domain/account/extend.ts'
import { nextReview } from '#src/domain/account/next-review.ts'
import { type CivilDate, later } from '#src/domain/calendar.ts'
import { sealAudit } from '#src/store/accounts/account-audit.ts'
import { sealEvents } from '#src/store/accounts/account-events.ts'
import type { ServicingContext } from '../context.ts'
import { postingRows, statusOf } from '../record-facts.ts'
import { boardingFacts } from './boarding-facts.ts'
import { type Boardable, sourceNumber } from './boarding-outcome.ts'

export type NewAccount = ReturnType<typeof newAccount>

/**
 * All rows of one new account, sealed and balanced, not yet written. Late charges are settled
 * through `through`.
 */
export function newAccount(ctx: ServicingContext, from: Boardable, through: CivilDate) {
  const { record } = from
  const accountId = ctx.newId()
  const at = ctx.clock.now()
  const extension = extend([], boardingFacts(record), { through, postedAt: at, newId: ctx.newId })
  const { ruleVersion } = record.contract
  const events = sealEvents(ctx.vault, {
    accountId,
    head: null,
    events: extension.recorded.map(({ event }) => ({ ...event, ruleVersion })),
  })
  const entry = {
    at,
    requestId: ctx.requestId,
    actor: { kind: 'system', id: 'boarding' },
    action: 'contract boarded',
    details: { source: sourceNumber(record), line: from.line, events: events.events.length },
  } as const
  const audit = sealAudit(ctx.vault, { accountId, head: null, entries: [entry] })
  return {
    accountId,
    record,
    events: events.events,
    auditEntries: audit.entries,
    postings: postingRows(ctx, accountId, extension),
    row: {
      accountId,
      accountNumber: record.accountNumber,
      product: record.contract.kind,
      source: record.source,
      status: statusOf(extension.ledger),
      events: events.head,
      audit: audit.head,
      lastEffectiveDate: extension.events
        .map((event) => event.effectiveDate)
        .reduce(later, record.openingOn),
      reviewOn: nextReview(extension.ledger),
      boardedAt: at,
      flags: [],
    },
  }
}
