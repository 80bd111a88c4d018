import { defermentSheet } from '#src/formats/documents/deferment-agreement.ts'
import type { CommonFacts, DefermentFacts } from '#src/formats/documents/document-facts.ts'
import { recordStaff } from '#src/identity/staff/staff-log.ts'
import type { StaffPermit } from '#src/identity/staff/staff-policy.ts'
import type { Tx } from '#src/store/database.ts'
import { readOfKind } from '#src/store/documents/papers-of-kind.ts'
import type { DeskServicing } from '../desk-account/note-view.ts'
import { keepPaper } from '../documents/keep-paper.ts'
import type { PaperContext } from '../documents/paper-context.ts'
import { tellOfPaper } from '../documents/tell-of-paper.ts'
import { queuePaperLetters } from '../papers/queue-letters.ts'
import { defermentFacts } from './deferment-facts.ts'
import { type DefermentRefusal, defermentFigures } from './deferment-figures.ts'

export type DraftContext = DeskServicing & PaperContext

export type DraftAnswer =
  | { readonly is: 'done'; readonly documentId: string }
  | { readonly is: 'refused'; readonly why: DefermentRefusal | 'accountChanged' }

type Drafting = {
  readonly permit: StaffPermit<'draftDeferment'>
  readonly accountId: string
  readonly months: number
  readonly locale: CommonFacts['locale']
  /** Sent twice, it is one offer. */
  readonly formKey: string
}

/**
 * Puts an offer to put off payments on paper, tells who owes, and mails it to who gets paper. It
 * changes nothing of the account. Refuses leases, and loans on which nothing can move.
 */
export async function draftDeferment(ctx: DraftContext, of: Drafting): Promise<DraftAnswer> {
  const { accountId, months, locale, formKey } = of
  const kind = 'defermentAgreement' as const
  const known = (await readOfKind(ctx.db, ctx.vault, { accountId, kind })).find(
    ({ subject }) => subject === formKey,
  )
  if (known) return { is: 'done', documentId: known.id }
  const figures = await defermentFigures(ctx, { accountId, months })
  if (typeof figures === 'string') return { is: 'refused', why: figures }
  const facts = await defermentFacts(ctx, { accountId, locale }, figures)
  const kept = await keepPaper(ctx, {
    same: { accountId, kind, subject: formKey, locale, obligorId: null },
    ...{ facts, sheet: defermentSheet(facts) },
    actor: { kind: 'staff', id: of.permit.session.staffId },
    // Figures of another moment are not offered: whoever drafts looks again.
    unless: async (_, account) => account.events.count !== figures.events,
    also: (tx) => tell(ctx, tx, of, facts),
  })
  return kept ? { is: 'done', ...kept } : { is: 'refused', why: 'accountChanged' }
}

async function tell(ctx: DraftContext, tx: Tx, of: Drafting, facts: DefermentFacts): Promise<void> {
  const { accountId, permit } = of
  const parameters = { effective: facts.validThrough }
  await tellOfPaper(ctx, tx, { accountId, template: 'defermentOffered', parameters })
  await queuePaperLetters(ctx, tx, { accountId, documentId: facts.id })
  await recordStaff(
    tx,
    { vault: ctx.vault, clock: ctx.wallClock },
    {
      ...{ staffId: permit.session.staffId, visit: permit.visit, action: 'staffDraftedDeferment' },
      details: { account: accountId, document: facts.id, months: String(of.months) },
    },
  )
}
