// What anybody who holds a letter may know: whether we wrote it, whether it still holds, and its
// amounts. No name, no vehicle, no account.
import { assert } from '#src/domain/assert.ts'
import type { CivilDate } from '#src/domain/calendar.ts'
import type { Clock } from '#src/domain/clock.ts'
import { accepted, type Outcome, refused } from '#src/domain/refusal.ts'
import type { AccountFacts } from '#src/formats/documents/document-facts.ts'
import { networkOf } from '#src/identity/network-address.ts'
import { permitAttempt, recordSuccess } from '#src/identity/throttle.ts'
import { findAccountByNumber } from '#src/store/accounts/directory.ts'
import { type KeptDocument, readDocumentByCode } from '#src/store/documents/documents.ts'
import { readCorrectionOf } from '#src/store/documents/statements.ts'
import { type PaperState, stateOf } from '../checking/paper-state.ts'
import type { ServicingContext } from '../context.ts'
import { type CheckedNotice, checkLenderPaper } from '../privacy/check-lender-paper.ts'
import { type CheckedFacts, checkedFacts } from './checked-paper.ts'
import { factsIn } from './statement-facts.ts'

export type CheckedPaper = CheckedOfAccount | CheckedNotice

type CheckedOfAccount = CheckedFacts & {
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

type CheckContext = Pick<ServicingContext, 'db' | 'vault' | 'lender'> & {
  readonly wallClock: Clock
}

async function findPaperOf(ctx: CheckContext, code: string): Promise<CheckedPaper | null> {
  const accountId = await findAccountByNumber(ctx.db, ctx.vault, { kind: 'letter', number: code })
  if (accountId === null) return checkLenderPaper(ctx, code)
  const kept = await readDocumentByCode(ctx.db, ctx.vault, { accountId, code })
  if (!kept) return null
  assert(ctx.vault.isSigned(kept.facts, kept.signature), `document ${kept.id} is as we signed it`)
  const facts = JSON.parse(kept.facts) as AccountFacts
  const replacedOn = facts.kind === 'statement' ? await correctedOn(ctx, kept) : null
  const state = replacedOn === null ? await stateOf(ctx, { kept, facts }) : 'superseded'
  return { ...checkedFacts(facts), state, replacedOn }
}

async function correctedOn(ctx: CheckContext, kept: KeptDocument): Promise<CivilDate | null> {
  const newer = await readCorrectionOf(ctx.db, ctx.vault, kept)
  return newer && factsIn(newer).writtenOn
}
