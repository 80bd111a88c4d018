// What anybody who holds a letter may know: whether we wrote it, whether it still holds, and its
// amounts. No name, no vehicle, no account.
import { assert, unreachable } from '#src/domain/assert.ts'
import type { CivilDate } from '#src/domain/calendar.ts'
import type { Clock } from '#src/domain/clock.ts'
import { accepted, type Outcome, refused } from '#src/domain/refusal.ts'
import type { DocumentFacts, PayoffLetterFacts } from '#src/formats/documents/document-facts.ts'
import { networkOf } from '#src/identity/network-address.ts'
import { permitAttempt, recordSuccess } from '#src/identity/throttle.ts'
import { findAccountByNumber } from '#src/store/accounts/directory.ts'
import { type KeptDocument, readDocumentByCode } from '#src/store/documents/documents.ts'
import { readCorrectionOf } from '#src/store/documents/statements.ts'
import { readQuote } from '#src/store/payments/payoff-quotes.ts'
import { businessDay } from '../business-day.ts'
import type { ServicingContext } from '../context.ts'
import { loadAccount } from '../load-account.ts'
import { type CheckedFacts, checkedFacts } from './checked-paper.ts'
import { factsIn } from './statement-facts.ts'
import { isYearAsPrinted } from './year-as-printed.ts'

/** `undone`: the money of a receipt went back, or a loan that was paid is open again. */
export type PaperState = 'genuine' | 'superseded' | 'expired' | 'used' | 'undone'

export type CheckedPaper = CheckedFacts & {
  readonly state: PaperState
  /** When a corrected statement took its place; null of any other paper, and where it holds. */
  readonly replacedOn: CivilDate | null
}

/**
 * Null: no paper of ours carries the code. A network that guesses is refused until its wait is
 * over; what is found does not count as a guess.
 */
export async function checkPaper(
  ctx: CheckContext,
  asked: { readonly code: string; readonly address: string },
): Promise<Outcome<CheckedPaper | null>> {
  const lane = { scope: 'letter-address', key: networkOf(asked.address) } as const
  const permitted = await permitAttempt(ctx, [lane], ctx.wallClock.now())
  if (!permitted.allowed) return refused(permitted.refusal)
  const paper = await findPaperOf(ctx, asked.code)
  if (paper) await ctx.db.transaction().execute((tx) => recordSuccess(tx, permitted.permit))
  return accepted(paper)
}

type CheckContext = Pick<ServicingContext, 'db' | 'vault'> & { readonly wallClock: Clock }

async function findPaperOf(ctx: CheckContext, code: string): Promise<CheckedPaper | null> {
  const accountId = await findAccountByNumber(ctx.db, ctx.vault, { kind: 'letter', number: code })
  if (accountId === null) return null
  const kept = await readDocumentByCode(ctx.db, ctx.vault, { accountId, code })
  if (!kept) return null
  assert(ctx.vault.isSigned(kept.facts, kept.signature), `document ${kept.id} is as we signed it`)
  const facts = JSON.parse(kept.facts) as DocumentFacts
  const replacedOn = facts.kind === 'statement' ? await correctedOn(ctx, kept) : null
  const state = replacedOn === null ? await stateOf(ctx, { kept, facts }) : 'superseded'
  return { ...checkedFacts(facts), state, replacedOn }
}

async function correctedOn(ctx: CheckContext, kept: KeptDocument): Promise<CivilDate | null> {
  const newer = await readCorrectionOf(ctx.db, ctx.vault, kept)
  return newer && factsIn(newer).writtenOn
}

type Found = { readonly kept: KeptDocument; readonly facts: DocumentFacts }

function stateOf(ctx: Pick<ServicingContext, 'db'>, { kept, facts }: Found): Promise<PaperState> {
  switch (facts.kind) {
    case 'payoffLetter':
      return letterState(ctx, kept, facts)
    case 'statement':
      // It holds until a corrected one takes its place.
      return Promise.resolve('genuine')
    case 'receipt':
    case 'paidInFull':
      return proofState(ctx, kept)
    case 'yearInterest':
    case 'vehicleInterest':
      return isYearAsPrinted(ctx, kept.accountId, facts).then((same) =>
        same ? 'genuine' : 'undone',
      )
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
