import { assert } from '#src/domain/assert.ts'
import type { Clock } from '#src/domain/clock.ts'
import { accountNoticeMail } from '#src/formats/messages/account-notice.ts'
import { mailOf, textOf } from '#src/formats/messages/outside-message.ts'
import type { Messenger } from '#src/gateways/messenger.ts'
import { openAddressee } from '#src/identity/messages/addressee.ts'
import { insertAccountMessage } from '#src/store/accounts/account-messages.ts'
import type { Tx } from '#src/store/database.ts'
import {
  isWaiting,
  lockWaitingMessage,
  markDelivered,
  type OutboxMessage,
} from '#src/store/outbox.ts'
import type { ServicingContext } from '../context.ts'

/** What the worker gives a verb that sends something out of the portal. */
export type DeliveryContext = ServicingContext & {
  readonly messenger: Messenger
  /** Codes end by wall time, whatever the date of money (decision 0020). */
  readonly wallClock: Clock
  /** The address that customers know, for the words of a message. */
  readonly portalHost: string
}

/**
 * Delivers one outbox row. Delivering it again, after a crash in between, changes nothing in the
 * portal: the message has the row's id. Outside it may arrive twice, under one id. A code whose
 * time is over is not sent.
 */
export async function deliverMessage(
  ctx: DeliveryContext,
  job: { outboxId: string },
): Promise<void> {
  await ctx.db.transaction().execute(async (tx) => {
    const waiting = await lockWaitingMessage(tx, job.outboxId)
    if (!waiting) return leave(tx, job.outboxId)
    const now = ctx.wallClock.now()
    if (waiting.channel === 'portal') await keepInPortal(tx, waiting)
    else if (waiting.expiresAt === null || now < waiting.expiresAt) await sendOut(ctx, waiting)
    await markDelivered(tx, { id: waiting.id, at: now })
  })
}

/** A row that somebody else holds may come back undelivered: the queue has to ask again. */
async function leave(tx: Tx, id: string): Promise<void> {
  assert(!(await isWaiting(tx, id)), 'a message that is held elsewhere is asked for again')
}

/** It is dated by what it tells about, not by when the worker came to it. */
async function keepInPortal(tx: Tx, message: OutboxMessage): Promise<void> {
  const { id, accountId, obligorId, template, parameters, createdAt: sentAt } = message
  assert(accountId && obligorId, 'a portal message names its obligor')
  await insertAccountMessage(tx, { accountId, id, obligorId, template, parameters, sentAt })
}

async function sendOut(ctx: DeliveryContext, message: OutboxMessage): Promise<void> {
  const { id, channel, template, parameters } = message
  const { to, code, locale } = openAddressee(ctx.vault, message)
  const { name, fraudPhone, timeZone } = ctx.lender
  const sender = { name, fraudPhone, timeZone, host: ctx.portalHost }
  const content = { template, locale, code, parameters }
  if (channel === 'sms') await ctx.messenger.sendText({ id, to, text: textOf(content, sender) })
  else {
    const mail =
      message.accountId === null ? mailOf(content, sender) : accountNoticeMail(content, sender)
    await ctx.messenger.sendMail({ id, to, ...mail })
  }
}
