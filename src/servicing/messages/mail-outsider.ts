import { type Addressee, messageContext } from '#src/identity/messages/addressee.ts'
import type { Tx } from '#src/store/database.ts'
import { insertOutbox } from '#src/store/outbox.ts'
import type { ServicingContext } from '../context.ts'

/** To somebody who has no sign-in here and agreed to be told: a dealer who said they would pay. */
export async function mailOutsider(
  tx: Tx,
  ctx: ServicingContext,
  message: {
    readonly template: 'payerLate' | 'payerShort'
    readonly addressee: Addressee
    readonly parameters: Readonly<Record<string, string>>
  },
): Promise<void> {
  const id = ctx.newId()
  const { template, addressee, parameters } = message
  await insertOutbox(tx, [
    {
      ...{ id, template, parameters, channel: 'email' },
      ...{ accountId: null, obligorId: null, loginId: null },
      sealed: ctx.vault.seal(JSON.stringify(addressee), messageContext(id)),
      expiresAt: null,
      createdAt: ctx.clock.now(),
    },
  ])
  await ctx.queue.enqueue(tx, 'deliver-message', { outboxId: id })
}
