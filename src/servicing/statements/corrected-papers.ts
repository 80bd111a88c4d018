// The papers of a correction: their bytes are on the disk before any of their rows commits.
import type { CorrectionReason } from '#src/domain/account/statement/statement-changes.ts'
import type { CivilDate } from '#src/domain/calendar.ts'
import type { StatementFacts } from '#src/formats/documents/document-facts.ts'
import { statementSheet } from '#src/formats/documents/statement.ts'
import type { LockedAccount } from '#src/store/accounts/accounts.ts'
import type { Tx } from '#src/store/database.ts'
import type { ServicingContext } from '../context.ts'
import { addPaper, type LaidPaper, layPaper } from '../documents/keep-paper.ts'
import type { PaperContext } from '../documents/paper-context.ts'
import { statementCommon } from '../documents/statement-facts.ts'
import type { LoadedAny } from '../load-account.ts'
import { queuePaperLetters } from '../papers/queue-letters.ts'
import type { Restated } from './statement-chain.ts'

/** With the subject under which it is kept once. */
export type LaidCorrection = LaidPaper & {
  readonly facts: StatementFacts
  readonly subject: string
}

/** In the language of the first who owes now. */
export async function layCorrected(
  ctx: PaperContext,
  of: {
    readonly loaded: LoadedAny
    readonly one: Restated
    readonly reason: CorrectionReason
    readonly writtenOn: CivilDate
    /** The last day that a statement closed on. */
    readonly latest: CivilDate
  },
): Promise<Omit<LaidCorrection, 'subject'>> {
  const { loaded, one, reason, writtenOn, latest } = of
  const { kept, facts: before } = one.printed
  const { kind, from, on, since } = before
  const facts: StatementFacts = {
    ...(await statementCommon(ctx, loaded, writtenOn)),
    ...one.figures,
    ...{ kind, from, on, since, events: loaded.events.length },
    corrects: {
      ...{ document: kept.id, code: before.code, writtenOn: before.writtenOn },
      ...{ number: kept.correction + 1, reason, changes: one.changes },
      latest: latest > on ? latest : null,
    },
  }
  return { ...(await layPaper(ctx, { facts, sheet: statementSheet(facts) })), facts }
}

/** Each with its letters for who gets papers by mail. The account's row is held. */
export async function keepCorrected(
  ctx: ServicingContext,
  tx: Tx,
  of: {
    readonly account: LockedAccount
    readonly laid: readonly LaidCorrection[]
    readonly staffId: string
  },
): Promise<void> {
  const { accountId } = of.account
  const actor = { kind: 'staff', id: of.staffId } as const
  let { account } = of
  for (const laid of of.laid) {
    const { locale, id: documentId } = laid.facts
    const same = { accountId, kind: 'statement', subject: laid.subject, locale } as const
    account = await addPaper(ctx, tx, { account, laid, actor, same: { ...same, obligorId: null } })
    await queuePaperLetters(ctx, tx, { accountId, documentId })
  }
}
