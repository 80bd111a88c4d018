import { type CivilDate, date } from '#src/domain/calendar.ts'
import { appendAccountAudit } from '#src/store/accounts/account-audit.ts'
import { readObligors } from '#src/store/accounts/obligors.ts'
import type { Tx } from '#src/store/database.ts'
import { insertDocument } from '#src/store/documents/documents.ts'
import { markNoticeGiven, markNoticePassed } from '#src/store/documents/given-notices.ts'
import type { PaperContext } from '../documents/paper-context.ts'
import { tellOfPaper } from '../documents/tell-of-paper.ts'
import { type LoadedForUpdate, loadForUpdate } from '../load-account.ts'
import { queuePaperLetters } from '../papers/queue-letters.ts'
import type { PrintedNotice } from './print-privacy-notice.ts'

type Giving = {
  readonly accountId: string
  readonly papers: Readonly<Record<'en' | 'es', PrintedNotice>>
  readonly today: CivilDate
}

/** One account, in the language of the first who owes. Answers how many papers there are more. */
export async function giveToAccount(ctx: PaperContext, tx: Tx, of: Giving): Promise<number> {
  const { accountId, papers, today } = of
  const loaded = await loadForUpdate(tx, accountId)
  const { subject } = papers.en.paper
  const [first] = await readObligors(tx, ctx.vault, accountId)
  if (!first || !isCustomer(loaded)) {
    await markNoticePassed(tx, { accountId, subject, events: loaded.account.events.count })
    return 0
  }
  if (!(await markNoticeGiven(tx, { accountId, subject }))) return 0
  const { paper, facts } = papers[first.details.locale]
  await insertDocument(tx, ctx.vault, {
    ...paper,
    ...{ accountId, obligorId: null, code: facts.code },
    onDate: today,
    correction: 0,
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
