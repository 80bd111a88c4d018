import { accountsToGive, type NoticeDue } from '#src/store/documents/given-notices.ts'
import { businessDay } from '../business-day.ts'
import type { PaperContext } from '../documents/paper-context.ts'
import { printEach } from '../documents/print-each.ts'
import { giveToAccount } from './give-to-account.ts'
import { printPrivacyNotice } from './print-privacy-notice.ts'

/**
 * Gives the lender's privacy notice to every open account of a customer that has not had it: kept
 * under its documents, told of, and by mail to who gets paper. Once each, whoever else does so at
 * the same time. An account that is none of a customer's now is looked at again once something of it
 * is recorded. Answers to how many accounts it was given.
 */
export async function givePrivacyNotice(ctx: PaperContext): Promise<number> {
  const [en, es] = [await printPrivacyNotice(ctx, 'en'), await printPrivacyNotice(ctx, 'es')]
  if (!en || !es) return 0
  const { subject } = en.paper
  const today = await businessDay(ctx.db)
  return printEach<NoticeDue>(
    (page) => accountsToGive(ctx.db, { subject, ...page }),
    ({ accountId }) =>
      ctx.db
        .transaction()
        .execute((tx) => giveToAccount(ctx, tx, { accountId, papers: { en, es }, today })),
  )
}
