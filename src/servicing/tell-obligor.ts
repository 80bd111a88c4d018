import type { Tx } from '#src/store/database.ts'
import { insertOutbox } from '#src/store/outbox.ts'
import type { Owner, ServicingContext } from './context.ts'

/** Puts an in-portal message for one obligor on its way, in the caller's transaction. */
export async function tellObligor(
  ctx: ServicingContext,
  tx: Tx,
  message: {
    owner: Pick<Owner, 'accountId' | 'obligorId'>
    template: string
    parameters: Readonly<Record<string, string>>
  },
): Promise<void> {
  const id = ctx.newId()
  const { accountId, obligorId } = message.owner
  await insertOutbox(tx, [
    {
      id,
      accountId,
      obligorId,
      loginId: null,
      channel: 'portal',
      template: message.template,
      parameters: message.parameters,
      sealed: null,
      expiresAt: null,
      createdAt: ctx.clock.now(),
    },
  ])
  await ctx.queue.enqueue(tx, 'deliver-message', { outboxId: id })
}
