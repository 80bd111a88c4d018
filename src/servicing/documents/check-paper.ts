// What anybody who holds a letter may know: whether we wrote it, whether it still holds, and its
// amounts. No name, no vehicle, no account.
import { assert, unreachable } from '#src/domain/assert.ts'
import type { Clock } from '#src/domain/clock.ts'
import { accepted, type Outcome, refused } from '#src/domain/refusal.ts'
import type {
  DocumentFacts,
  PayoffLetterFacts,
  StatementFacts,
} from '#src/formats/documents/document-facts.ts'
import { networkOf } from '#src/identity/network-address.ts'
import { permitAttempt, recordSuccess } from '#src/identity/throttle.ts'
import { findAccountByNumber } from '#src/store/accounts/directory.ts'
import { type KeptDocument, readDocumentByCode } from '#src/store/documents/documents.ts'
import { readQuote } from '#src/store/payments/payoff-quotes.ts'
import { businessDay } from '../business-day.ts'
import type { ServicingContext } from '../context.ts'

export type PaperState = 'genuine' | 'superseded' | 'expired' | 'used'

/** Of a letter all its amounts; of any other paper what tells it from an altered one. */
export type CheckedPaper = (
  | Pick<
      PayoffLetterFacts,
      'kind' | 'code' | 'writtenOn' | 'on' | 'goodThrough' | 'cleared' | 'counted' | 'days'
    >
  | Pick<
      StatementFacts,
      'kind' | 'code' | 'writtenOn' | 'from' | 'on' | 'product' | 'closing' | 'due'
    >
) & { readonly state: PaperState }

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
  return { ...shownOf(facts), state: await stateOf(ctx, { kept, facts }) }
}

function shownOf(facts: DocumentFacts) {
  const { code, writtenOn } = facts
  switch (facts.kind) {
    case 'payoffLetter': {
      const { kind, on, goodThrough, cleared, counted, days } = facts
      return { kind, code, writtenOn, on, goodThrough, cleared, counted, days }
    }
    case 'statement': {
      const { kind, from, on, product, closing, due } = facts
      return { kind, code, writtenOn, from, on, product, closing, due }
    }
    default:
      return unreachable(facts)
  }
}

async function stateOf(
  ctx: Pick<ServicingContext, 'db'>,
  { kept, facts }: { kept: KeptDocument; facts: DocumentFacts },
): Promise<PaperState> {
  // What happened in a period happened: a statement never ends to hold.
  if (facts.kind === 'statement') return 'genuine'
  const [quote, today] = await Promise.all([
    readQuote(ctx.db, { accountId: kept.accountId, id: kept.subject }),
    businessDay(ctx.db),
  ])
  assert(quote, `the quote of document ${kept.id} is kept`)
  if (quote.state !== 'open') return quote.state
  return facts.goodThrough < today ? 'expired' : 'genuine'
}
