import type { CivilDate } from '#src/domain/calendar.ts'
import { vehicleInterestSheet } from '#src/formats/documents/year-papers.ts'
import { readObligors } from '#src/store/accounts/obligors.ts'
import { findPaper } from '#src/store/documents/documents.ts'
import { markInterestYear } from '#src/store/documents/interest-years.ts'
import { loadAccount } from '../load-account.ts'
import { commonFacts } from './common-facts.ts'
import { keepPaper } from './keep-paper.ts'
import type { PaperContext } from './paper-context.ts'
import { paperSubject } from './paper-subject.ts'
import { tellOfPaper } from './tell-of-paper.ts'
import { vehicleInterestOf } from './vehicle-interest.ts'

type OfYear = {
  readonly accountId: string
  readonly year: number
  /** The business date. */
  readonly writtenOn: CivilDate
}

/**
 * The vehicle loan interest of one loan in a year that is over, where the law asks for it; then the
 * loan was looked at. Answers how many papers there are more.
 */
export async function printLoanInterest(ctx: PaperContext, of: OfYear): Promise<number> {
  const { accountId, writtenOn } = of
  const loaded = await loadAccount(ctx.db, accountId)
  const figures = await vehicleInterestOf(ctx, loaded, of.year)
  const [first] = await readObligors(ctx.db, ctx.vault, accountId)
  if (figures === null || !first) return looked(ctx, of)
  const { locale } = first.details
  const subject = paperSubject(figures)
  const same = { accountId, kind: figures.kind, subject, locale, obligorId: null }
  if (await findPaper(ctx.db, ctx.vault, same)) return looked(ctx, of)
  const owner = { accountId, obligorId: first.id }
  const facts = { ...(await commonFacts(ctx, owner, { locale, writtenOn })), ...figures }
  const kept = await keepPaper(ctx, {
    ...{ same, facts, sheet: vehicleInterestSheet(facts) },
    actor: { kind: 'system', id: 'interest of vehicle loans' },
    unless: async (tx, account) => {
      // What was recorded meanwhile may belong to the year: the next run looks again.
      if (account.events.count !== loaded.events.length) return true
      if (!(await markInterestYear(tx, of))) return true
      const parameters = { effective: figures.on, amount: String(figures.interest) }
      await tellOfPaper(ctx, tx, { accountId, template: 'vehicleInterestReady', parameters })
      return false
    },
  })
  return kept === null ? 0 : 1
}

/** Nothing is to be told, or the customer has it already. */
async function looked(ctx: PaperContext, of: OfYear): Promise<number> {
  await ctx.db.transaction().execute((tx) => markInterestYear(tx, of))
  return 0
}
