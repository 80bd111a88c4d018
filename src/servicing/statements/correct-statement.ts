// A corrected statement comes in the place of one whose figures are no longer what is known, and so
// does one for each statement after it that follows. The old ones stay as they are (decision 0027).
import type { CorrectionReason } from '#src/domain/account/statement/statement-changes.ts'
import type { StaffPermit } from '#src/identity/staff/staff-policy.ts'
import { type LockedAccount, lockAccount } from '#src/store/accounts/accounts.ts'
import type { Tx } from '#src/store/database.ts'
import {
  currentStatementIds,
  isStatementMade,
  readStatements,
} from '#src/store/documents/statements.ts'
import { businessDay } from '../business-day.ts'
import { noteAct } from '../desk-account/note-act.ts'
import type { DeskServicing } from '../desk-account/note-view.ts'
import type { PaperContext } from '../documents/paper-context.ts'
import { paperSubject } from '../documents/paper-subject.ts'
import { tellOfPaper } from '../documents/tell-of-paper.ts'
import { loadAccount } from '../load-account.ts'
import { keepCorrected, type LaidCorrection, layCorrected } from './corrected-papers.ts'
import { asPrinted, restated } from './statement-chain.ts'

export type Correction = {
  readonly permit: StaffPermit<'correctStatement'>
  readonly accountId: string
  readonly documentId: string
  readonly reason: Exclude<CorrectionReason, 'followsEarlier'>
  /** Up to 500 characters that stay among us; null: nothing. */
  readonly note: string | null
  /** How many events of the account whoever decided has seen. */
  readonly known: number
  readonly formKey: string
}

/**
 * `replaced`: a corrected one came in its place before. `same`: it says what is known.
 * `moved`: something was recorded, or another statement printed, since whoever decided looked.
 */
export type CorrectionAnswer = 'done' | 'notFound' | 'replaced' | 'same' | 'moved'

/**
 * Makes the corrected statement of a day, and of each day after it that would say something else
 * for it: all of them or none, once for a form. Everybody who owes is told once.
 */
export async function correctStatement(
  ctx: DeskServicing & PaperContext,
  of: Correction,
): Promise<CorrectionAnswer> {
  const { accountId, documentId, known } = of
  const subject = paperSubject({ form: of.formKey, of: documentId })
  if (await isStatementMade(ctx.db, { accountId, subject })) return 'done'
  const all = asPrinted(await readStatements(ctx.db, ctx.vault, accountId))
  const chosen = all.find(({ kept }) => kept.id === documentId)
  if (!chosen) return 'notFound'
  if (!chosen.isCurrent) return 'replaced'
  const loaded = await loadAccount(ctx.db, accountId)
  if (loaded.events.length !== known) return 'moved'
  const chain = restated(loaded, all, chosen.facts.on)
  if (chain.length === 0) return 'same'
  const writtenOn = await businessDay(ctx.db)
  const latest = all.at(-1)?.facts.on ?? chosen.facts.on
  const laid: LaidCorrection[] = []
  for (const one of chain) {
    const isChosen = one.printed === chosen
    const reason = isChosen ? of.reason : 'followsEarlier'
    const paper = await layCorrected(ctx, { loaded, one, reason, writtenOn, latest })
    laid.push({ ...paper, subject: isChosen ? subject : ctx.newId() })
  }
  const ids = all.filter(({ isCurrent }) => isCurrent).map(({ kept }) => kept.id)
  return ctx.db.transaction().execute((tx) => keepAll(ctx, tx, { ...of, subject, laid, ids }))
}

async function keepAll(
  ctx: DeskServicing,
  tx: Tx,
  of: Correction & {
    readonly subject: string
    readonly laid: readonly LaidCorrection[]
    /** Which statements held when they were read. */
    readonly ids: readonly string[]
  },
): Promise<CorrectionAnswer> {
  const { permit, accountId, documentId, reason, note, laid } = of
  const account = await lockAccount(tx, accountId)
  if (!account) return 'notFound'
  if (await isStatementMade(tx, of)) return 'done'
  if (!(await isAsRead(tx, account, of))) return 'moved'
  await keepCorrected(ctx, tx, { account, laid, staffId: permit.session.staffId })
  const [first] = laid
  await tellOfPaper(ctx, tx, {
    ...{ accountId, template: 'statementCorrected' },
    parameters: { effective: first?.facts.on ?? '' },
    about: 'receipt',
  })
  await noteAct(ctx, tx, {
    ...{ permit, accountId, action: 'statement corrected' },
    staffAction: 'staffCorrectedStatement',
    details: {
      ...{ document: documentId, reason, papers: String(laid.length) },
      ...(note !== null && { note }),
    },
    about: { document: documentId },
  })
  return 'done'
}

async function isAsRead(
  tx: Tx,
  account: LockedAccount,
  of: { readonly known: number; readonly ids: readonly string[] },
): Promise<boolean> {
  if (account.events.count !== of.known) return false
  const now = await currentStatementIds(tx, account.accountId)
  return now.join() === of.ids.join()
}
