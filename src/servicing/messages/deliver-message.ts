import { assert } from '#src/domain/assert.ts'
import { insertAccountMessage } from '#src/store/accounts/account-messages.ts'
import { lockWaitingMessage, markDelivered } from '#src/store/outbox.ts'
import type { ServicingContext } from '../context.ts'

/**
 * Delivers one outbox row. Delivering it again, after a crash in between, changes nothing: the
 * message has the row's id.
 */
export async function deliverMessage(
  ctx: ServicingContext,
  job: { outboxId: string },
): Promise<void> {
  await ctx.db.transaction().execute(async (tx) => {
    const waiting = await lockWaitingMessage(tx, job.outboxId)
    if (!waiting) return
    const { id, accountId, obligorId, channel, template, parameters } = waiting
    assert(channel === 'portal', `no gateway for ${channel} is connected`)
    assert(accountId && obligorId, 'a portal message names its obligor')
    const now = ctx.clock.now()
    await insertAccountMessage(tx, { accountId, id, obligorId, template, parameters, sentAt: now })
    await markDelivered(tx, { id, at: now })
  })
}
