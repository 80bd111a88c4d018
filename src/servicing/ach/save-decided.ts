import type { CivilDate } from '#src/domain/calendar.ts'
import { appendAudits } from '#src/store/accounts/lock-accounts.ts'
import { gatheringFile } from '#src/store/ach/ach-files.ts'
import { insertTakenEntries } from '#src/store/ach/taken-entries.ts'
import type { Tx } from '#src/store/database.ts'
import { markSending } from '#src/store/payments/payments-to-send.ts'
import type { ServicingContext } from '../context.ts'
import { tellOfPayment } from '../payments/tell-of-payment.ts'
import type { DecidedPayment } from './decide-payments.ts'

/** Writes what was decided about payments of held accounts. Nothing when the file is closed. */
export async function saveDecided(
  ctx: ServicingContext,
  tx: Tx,
  of: { decided: readonly DecidedPayment[]; sentOn: CivilDate; modifier: string },
): Promise<void> {
  const { decided, sentOn, modifier } = of
  const at = ctx.clock.now()
  const taken = decided.filter(({ reason }) => reason === null).map((each) => each.taken)
  if (taken.length > 0) {
    const fileId = await gatheringFile(tx, { id: ctx.newId(), sentOn, modifier, createdAt: at })
    if (fileId === null) return
    await insertTakenEntries(tx, ctx.vault, { fileId, entries: taken })
  }
  const outcomes = decided.map(({ payment, reason }) => {
    return { accountId: payment.accountId, id: payment.id, reason }
  })
  await markSending(tx, { outcomes, at })
  // Money that was promised and will not move: never in silence.
  for (const { payment, reason } of decided)
    if (reason !== null)
      await tellOfPayment(ctx, tx, { payment, template: 'paymentNotSent', reason })
  await appendAudits(tx, ctx.vault, auditLines(ctx, decided))
}

function auditLines(ctx: ServicingContext, decided: readonly DecidedPayment[]) {
  const byAccount = Map.groupBy(decided, ({ account }) => account)
  return [...byAccount].map(([account, payments]) => ({
    account,
    entries: payments.map(({ payment, reason }) => ({
      at: ctx.clock.now(),
      requestId: ctx.requestId,
      actor: { kind: 'system', id: 'cutoff' } as const,
      action: reason === null ? 'payment sent' : 'payment not sent',
      details: {
        paymentId: payment.id,
        confirmation: payment.confirmation,
        amount: payment.amount,
        ...(reason !== null && { reason }),
      },
    })),
  }))
}
