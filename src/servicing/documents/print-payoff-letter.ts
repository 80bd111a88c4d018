import { assert } from '#src/domain/assert.ts'
import { addDays, type CivilDate } from '#src/domain/calendar.ts'
import { exactDollars } from '#src/domain/explanation.ts'
import { accepted, type Outcome } from '#src/domain/refusal.ts'
import type { Payoff } from '#src/domain/rules/payoff.ts'
import type { PayoffLetterFacts, PayoffLines } from '#src/formats/documents/document-facts.ts'
import { payoffLetterSheet } from '#src/formats/documents/payoff-letter.ts'
import { findPaper } from '#src/store/documents/documents.ts'
import type { Owner } from '../context.ts'
import { cutoffOn } from '../lender-rules.ts'
import { type PayoffView, quotePayoff } from '../quote-payoff.ts'
import { commonFacts } from './common-facts.ts'
import { keepPaper } from './keep-paper.ts'
import type { PaperContext } from './paper-context.ts'

/**
 * The signed letter of a payoff quote as a paper of its own; asked for again on the same facts it
 * is the same paper. Refuses what a quote refuses. Where money can still come back, the letter's
 * amount is that of cleared money alone, with the other beside it.
 */
export async function printPayoffLetter(
  ctx: PaperContext,
  owner: Owner,
  asked: { readonly on: CivilDate; readonly locale: PayoffLetterFacts['locale'] },
): Promise<Outcome<{ readonly documentId: string }>> {
  const quoted = await quotePayoff(ctx, owner, { on: asked.on })
  if (!quoted.ok) return quoted
  const { accountId, obligorId } = owner
  const same = {
    accountId,
    kind: 'payoffLetter',
    subject: quoted.value.quote.id,
    locale: asked.locale,
    obligorId,
  } as const
  const kept = await findPaper(ctx.db, ctx.vault, same)
  if (kept) return accepted({ documentId: kept.id })
  const facts: PayoffLetterFacts = {
    ...(await commonFacts(ctx, owner, { locale: asked.locale, writtenOn: quoted.value.today })),
    ...letterFacts(quoted.value),
    until: cutoffOn(ctx.lender, asked.on),
  }
  const printed = await keepPaper(ctx, {
    same,
    facts,
    sheet: payoffLetterSheet(facts),
    actor: { kind: 'obligor', id: obligorId },
  })
  assert(printed, 'nothing keeps a letter from being kept')
  return accepted(printed)
}

type OfQuote = Omit<PayoffLetterFacts, keyof Awaited<ReturnType<typeof commonFacts>> | 'until'>

function letterFacts(view: PayoffView): OfQuote {
  const { quote, payoff, clearedOnly, returnable, days } = view
  const asked = days.find(({ on }) => on === payoff.on)
  const counted = linesOf(payoff, asked?.interestDays ?? 0)
  return {
    kind: 'payoffLetter',
    quote: quote.number,
    on: payoff.on,
    goodThrough: quote.goodThrough,
    perDiem: exactDollars((clearedOnly?.payoff ?? payoff).perDiem),
    counted,
    cleared: clearedOnly ? linesOf(clearedOnly.payoff, clearedOnly.interestDays) : counted,
    returnable: returnable.map(({ amount, effectiveDate: on, until }) => ({ amount, on, until })),
    days: days.map(({ on, total, isBankingDay }) => ({
      on,
      counted: total,
      cleared: clearedOnly?.totals.get(on) ?? total,
      isBankingDay,
    })),
  }
}

function linesOf(payoff: Payoff, interestDays: number): PayoffLines {
  const { on, perDiem: _, ...parts } = payoff
  return { ...parts, interestDays, interestFrom: addDays(on, -interestDays) }
}
