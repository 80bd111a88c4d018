import { positionOn } from '#src/domain/account/replay.ts'
import { nextInstallment } from '#src/domain/rules/installments.ts'
import type { DefermentFacts } from '#src/formats/documents/document-facts.ts'
import type { KeptDocument } from '#src/store/documents/documents.ts'
import { newestOfKind } from '#src/store/documents/papers-of-kind.ts'
import { businessDay } from '../business-day.ts'
import type { ServicingContext } from '../context.ts'
import { loadAccount } from '../load-account.ts'

/**
 * Whether an offer to put off payments can still be accepted: not after its last day, not once a
 * newer one was made, nor once the installment that it begins with was paid or moved.
 */
export async function defermentState(
  ctx: Pick<ServicingContext, 'db'>,
  kept: Pick<KeptDocument, 'accountId' | 'kind' | 'subject'>,
  facts: Pick<DefermentFacts, 'moved' | 'validThrough'>,
): Promise<'genuine' | 'superseded' | 'expired'> {
  const { accountId, kind } = kept
  const [newest, today, { ledger }] = await Promise.all([
    newestOfKind(ctx.db, { accountId, kind }),
    businessDay(ctx.db),
    loadAccount(ctx.db, accountId),
  ])
  if (newest !== null && newest !== kept.subject) return 'superseded'
  const first = ledger.product === 'loan' ? nextInstallment(positionOn(ledger, today), today) : null
  const [begins] = facts.moved
  if (first?.number !== begins?.number || first?.due !== begins?.due) return 'superseded'
  return facts.validThrough < today ? 'expired' : 'genuine'
}
