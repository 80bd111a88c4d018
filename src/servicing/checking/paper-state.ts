// Whether what a paper says still holds.
import {
  type PaidLoan,
  paidLoan,
  type ReceivedPayment,
  receivedPayment,
} from '#src/domain/account/statement/proofs.ts'
import { assert, unreachable } from '#src/domain/assert.ts'
import type {
  AccountFacts,
  PaidInFullFacts,
  PayoffLetterFacts,
  ReceiptFacts,
} from '#src/formats/documents/document-facts.ts'
import { canonicalJson } from '#src/store/canonical.ts'
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
      return proofState(ctx, kept, facts)
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
    readQuote(ctx.db, { accountId: kept.accountId, id: facts.quoteId ?? kept.subject }),
    businessDay(ctx.db),
  ])
  assert(quote, `the quote of document ${kept.id} is kept`)
  if (quote.state !== 'open') return quote.state
  return facts.goodThrough < today ? 'expired' : 'genuine'
}

/**
 * By the money that it is about, and whether a loan that was paid still is. `superseded`: it
 * counts, and was split anew since, or the loan was paid by other money in the end.
 */
async function proofState(
  ctx: Pick<ServicingContext, 'db'>,
  { accountId, subject }: KeptDocument,
  facts: ReceiptFacts | PaidInFullFacts,
): Promise<PaperState> {
  const { account, events, ledger } = await loadAccount(ctx.db, accountId)
  const event = facts.event ?? subject
  const isTakenBack = events.some(
    ({ payload }) => payload.kind === 'reversal' && payload.of === event,
  )
  const isOpen = facts.kind === 'paidInFull' && account.status !== 'closed'
  if (isTakenBack || isOpen) return 'undone'
  const now =
    facts.kind === 'receipt' ? receivedPayment({ ledger, events }, event) : paidLoan(ledger, events)
  return isAsSaid(now, facts) ? 'genuine' : 'superseded'
}

/** Money held for the customer may have gone back: the letter holds. */
function isAsSaid(
  now: ReceivedPayment | PaidLoan | null,
  facts: ReceiptFacts | PaidInFullFacts,
): boolean {
  if (now === null || now.on !== facts.on) return false
  if (facts.kind === 'paidInFull')
    return 'paid' in now && canonicalJson(now.paid) === canonicalJson(facts.paid)
  if (!('parts' in now) || now.amount !== facts.amount || now.balance !== facts.balance)
    return false
  return canonicalJson(now.parts) === canonicalJson(facts.parts)
}
