import { addDays, type CivilDate } from '#src/domain/calendar.ts'
import { exactDollars } from '#src/domain/explanation.ts'
import { accepted, type Outcome } from '#src/domain/refusal.ts'
import type { Payoff } from '#src/domain/rules/payoff.ts'
import type {
  CommonFacts,
  PayoffLetterFacts,
  PayoffLines,
} from '#src/formats/documents/document-facts.ts'
import { payoffLetterSheet } from '#src/formats/documents/payoff-letter.ts'
import type { Owner } from '../context.ts'
import { cutoffOn } from '../lender-rules.ts'
import { type PayoffView, quotePayoff } from '../quote-payoff.ts'
import { commonFacts } from './common-facts.ts'
import type { PaperContext } from './paper-context.ts'
import { printAsSaid } from './print-once.ts'

/**
 * The signed letter of a payoff quote as a paper of its own; asked for again it is the same paper
 * until money has cleared, or anything else that it says became another. Refuses what a quote
 * refuses. Where money can still come back, the letter's amount is that of cleared money alone,
 * with the other beside it.
 */
export async function printPayoffLetter(
  ctx: PaperContext,
  owner: Owner,
  asked: { readonly on: CivilDate; readonly locale: PayoffLetterFacts['locale'] },
): Promise<Outcome<{ readonly documentId: string }>> {
  const quoted = await quotePayoff(ctx, owner, { on: asked.on })
  if (!quoted.ok) return quoted
  const { quote, today: writtenOn } = quoted.value
  const facts: PayoffLetterFacts = {
    ...(await commonFacts(ctx, owner, { locale: asked.locale, writtenOn })),
    ...letterFacts(quoted.value),
    quoteId: quote.id,
    until: cutoffOn(ctx.lender, asked.on),
  }
  return accepted(await printAsSaid(ctx, owner, facts, payoffLetterSheet))
}

type OfQuote = Omit<PayoffLetterFacts, keyof CommonFacts | 'quoteId' | 'until'>

function letterFacts(view: PayoffView): OfQuote {
  const { quote, payoff, clearedOnly, returnable, days, smallRemainder } = view
  const asked = days.find(({ on }) => on === payoff.on)
  const counted = linesOf(payoff, asked?.interestDays ?? 0)
  return {
    kind: 'payoffLetter',
    quote: quote.number,
    on: payoff.on,
    goodThrough: quote.goodThrough,
    smallRemainder,
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
