// Whether what a paper says still holds.
import { assert, unreachable } from '#src/domain/assert.ts'
import type { AccountFacts, PayoffLetterFacts } from '#src/formats/documents/document-facts.ts'
import type { KeptDocument } from '#src/store/documents/documents.ts'
import { readQuote } from '#src/store/payments/payoff-quotes.ts'
import { businessDay } from '../business-day.ts'
import type { ServicingContext } from '../context.ts'
import { isYearAsPrinted } from '../documents/year-as-printed.ts'
import { loadAccount } from '../load-account.ts'
import { defermentState } from './deferment-state.ts'

/** `undone`: the money of a receipt went back, or a loan that was paid is open again. */
export type PaperState = 'genuine' | 'superseded' | 'expired' | 'used' | 'undone'

type Found = { readonly kept: KeptDocument; readonly facts: AccountFacts }

/** By what happened since it was printed. */
export function stateOf(
  ctx: Pick<ServicingContext, 'db'>,
  { kept, facts }: Found,
): Promise<PaperState> {
  switch (facts.kind) {
    case 'payoffLetter':
      return letterState(ctx, kept, facts)
    case 'statement':
      // It holds until a corrected one takes its place, which is asked before.
      return Promise.resolve('genuine')
    case 'receipt':
    case 'paidInFull':
      return proofState(ctx, kept)
    case 'yearInterest':
    case 'vehicleInterest':
      return isYearAsPrinted(ctx, kept.accountId, facts).then((same) =>
        same ? 'genuine' : 'undone',
      )
    case 'defermentAgreement':
      return defermentState(ctx, kept, facts)
    case 'amortization':
    case 'coupons':
    case 'autopayCopy':
      // Plans and permissions of a day: they say themselves of which.
      return Promise.resolve('genuine')
    default:
      return unreachable(facts)
  }
}

async function letterState(
  ctx: Pick<ServicingContext, 'db'>,
  kept: KeptDocument,
  facts: PayoffLetterFacts,
): Promise<PaperState> {
  const [quote, today] = await Promise.all([
    readQuote(ctx.db, { accountId: kept.accountId, id: kept.subject }),
    businessDay(ctx.db),
  ])
  assert(quote, `the quote of document ${kept.id} is kept`)
  if (quote.state !== 'open') return quote.state
  return facts.goodThrough < today ? 'expired' : 'genuine'
}

/** By the event that it is about, and whether a loan that was paid still is. */
async function proofState(
  ctx: Pick<ServicingContext, 'db'>,
  { accountId, kind, subject }: KeptDocument,
): Promise<PaperState> {
  const { account, events } = await loadAccount(ctx.db, accountId)
  const isTakenBack = events.some(
    ({ payload }) => payload.kind === 'reversal' && payload.of === subject,
  )
  const isOpen = kind === 'paidInFull' && account.status !== 'closed'
  return isTakenBack || isOpen ? 'undone' : 'genuine'
}
