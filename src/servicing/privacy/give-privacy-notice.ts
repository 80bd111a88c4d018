import { type CivilDate, date } from '#src/domain/calendar.ts'
import { appendAccountAudit } from '#src/store/accounts/account-audit.ts'
import { readObligors } from '#src/store/accounts/obligors.ts'
import type { Tx } from '#src/store/database.ts'
import { insertDocument } from '#src/store/documents/documents.ts'
import { accountsToGive, markNoticeGiven } from '#src/store/documents/given-notices.ts'
import { businessDay } from '../business-day.ts'
import type { PaperContext } from '../documents/paper-context.ts'
import { printEach } from '../documents/print-each.ts'
import { tellOfPaper } from '../documents/tell-of-paper.ts'
import { type LoadedForUpdate, loadForUpdate } from '../load-account.ts'
import { queuePaperLetters } from '../papers/queue-letters.ts'
import { type PrintedNotice, printPrivacyNotice } from './print-privacy-notice.ts'

/**
 * Gives the lender's privacy notice to every open account that has not had it: kept under its
 * documents, told of, and by mail to who gets paper. Once each, whoever else does so at the same
 * time. Answers to how many accounts it was given.
 */
export async function givePrivacyNotice(ctx: PaperContext): Promise<number> {
  const [en, es] = [await printPrivacyNotice(ctx, 'en'), await printPrivacyNotice(ctx, 'es')]
  if (!en || !es) return 0
  const { subject } = en.paper
  const today = await businessDay(ctx.db)
  return printEach<{ readonly accountId: string }>(
    ({ after, limit }) =>
      accountsToGive(ctx.db, { subject, after: after?.accountId ?? null, limit }),
    ({ accountId }) =>
      ctx.db
        .transaction()
        .execute((tx) => giveTo(ctx, tx, { accountId, papers: { en, es }, today })),
  )
}

type Giving = {
  readonly accountId: string
  readonly papers: Readonly<Record<'en' | 'es', PrintedNotice>>
  readonly today: CivilDate
}

/** In the language of the first who owes. */
async function giveTo(ctx: PaperContext, tx: Tx, of: Giving): Promise<number> {
  const { accountId, papers, today } = of
  const loaded = await loadForUpdate(tx, accountId)
  const { subject } = papers.en.paper
  if (!(await markNoticeGiven(tx, { accountId, subject }))) return 0
  const [first] = await readObligors(tx, ctx.vault, accountId)
  if (!first || !isCustomer(loaded)) return 0
  const { paper, facts } = papers[first.details.locale]
  await insertDocument(tx, ctx.vault, {
    ...paper,
    ...{ accountId, obligorId: null, code: facts.code },
    onDate: today,
    createdAt: ctx.clock.now(),
  })
  const parameters = { effective: date(facts.notice.revised) }
  await tellOfPaper(ctx, tx, { accountId, template: 'privacyNoticeGiven', parameters })
  await queuePaperLetters(ctx, tx, { accountId, documentId: paper.id })
  const digest = paper.digest.toString('hex')
  await appendAccountAudit(tx, ctx.vault, {
    account: loaded.account,
    entry: {
      ...{ at: ctx.clock.now(), requestId: ctx.requestId },
      ...{ actor: { kind: 'system', id: 'privacy notice' }, action: 'privacy notice given' },
      details: { documentId: paper.id, kind: paper.kind, digest },
    },
  })
  return 1
}

/** 12 CFR 1016.5(b)(2): a loan that was charged off is no customer relationship any more. */
function isCustomer({ account, ledger }: LoadedForUpdate): boolean {
  if (account.source === 'abs-ee' || account.status !== 'open') return false
  return ledger.product === 'lease' || ledger.position.chargedOff === null
}
