import { assert } from '#src/domain/assert.ts'
import { addDays } from '#src/domain/calendar.ts'
import { ZERO_CENTS } from '#src/domain/money.ts'
import type { CommonFacts, DefermentFacts } from '#src/formats/documents/document-facts.ts'
import { readObligors } from '#src/store/accounts/obligors.ts'
import { commonFacts } from '../documents/common-facts.ts'
import type { PaperContext } from '../documents/paper-context.ts'
import { defermentRulesOn } from '../lender-rules.ts'
import type { DefermentAsOf } from './deferment-figures.ts'

/** What the paper of an offer says, with the fee and the last day of the lender's file. */
export async function defermentFacts(
  ctx: PaperContext,
  of: { readonly accountId: string; readonly locale: CommonFacts['locale'] },
  { events: _, ...figures }: DefermentAsOf,
): Promise<DefermentFacts> {
  const { accountId, locale } = of
  const [first] = await readObligors(ctx.db, ctx.vault, accountId)
  assert(first, 'somebody owes')
  const { on: writtenOn } = figures
  const { fee, validDays } = defermentRulesOn(ctx.lender, writtenOn)
  return {
    ...(await commonFacts(ctx, { accountId, obligorId: first.id }, { locale, writtenOn })),
    ...figures,
    kind: 'defermentAgreement',
    validThrough: addDays(writtenOn, validDays),
    fee: fee?.amount ?? ZERO_CENTS,
    feeCitation: fee?.citation ?? null,
  }
}
