// Messages to a person's own contacts, written in the transaction of what they tell about. Whom
// they go to and the code in them are sealed, and gone once they are sent.
import { assert } from '#src/domain/assert.ts'
import type { Clock, NewId } from '#src/domain/clock.ts'
import type { Tx } from '#src/store/database.ts'
import { insertOutbox, type OutboxMessage } from '#src/store/outbox.ts'
import type { JobQueue } from '#src/store/queue/queue.ts'
import type { Vault } from '#src/vault/vault.ts'

export type MessageDeps = {
  readonly vault: Vault
  readonly queue: JobQueue
  readonly clock: Clock
  readonly newId: NewId
}

export type Addressee = {
  readonly to: string
  readonly locale: 'en' | 'es'
  readonly code: string | null
}

export type NoticeTemplate = 'factorAdded' | 'factorRemoved' | 'passkeyCopied'

/** A message with a code, which nothing stands in line before. */
export async function sendCodeTo(
  tx: Tx,
  deps: MessageDeps,
  message: {
    readonly loginId: string | null
    readonly channel: 'email' | 'sms'
    readonly template: 'signInCode' | 'registrationCode'
    readonly addressee: Addressee
    readonly expiresAt: string
  },
): Promise<void> {
  const { loginId, channel, template, addressee, expiresAt } = message
  const id = deps.newId()
  await insertOutbox(tx, [
    {
      id,
      accountId: null,
      obligorId: null,
      loginId,
      channel,
      template,
      parameters: {},
      sealed: deps.vault.seal(JSON.stringify(addressee), contextOf(id)),
      expiresAt,
      createdAt: deps.clock.now(),
    },
  ])
  await deps.queue.enqueue(tx, 'deliver-code', { outboxId: id })
}

/** A message without a code to one contact: something about a sign-in has changed. */
export async function sendNoticeTo(
  tx: Tx,
  deps: MessageDeps,
  message: {
    readonly loginId: string
    readonly channel: 'email' | 'sms'
    readonly template: NoticeTemplate
    /** Which kind of factor it is about, by the name that `words` knows. */
    readonly factor: string
    readonly addressee: Omit<Addressee, 'code'>
  },
): Promise<void> {
  const { loginId, channel, template, factor, addressee } = message
  const id = deps.newId()
  await insertOutbox(tx, [
    {
      id,
      accountId: null,
      obligorId: null,
      loginId,
      channel,
      template,
      parameters: { factor },
      sealed: deps.vault.seal(JSON.stringify({ ...addressee, code: null }), contextOf(id)),
      expiresAt: null,
      createdAt: deps.clock.now(),
    },
  ])
  await deps.queue.enqueue(tx, 'deliver-message', { outboxId: id })
}

/** For whoever delivers the message. */
export function openAddressee(
  vault: Vault,
  message: Pick<OutboxMessage, 'id' | 'sealed'>,
): Addressee {
  assert(message.sealed, 'a message that waits has an addressee')
  return JSON.parse(vault.open(message.sealed, contextOf(message.id)))
}

function contextOf(outboxId: string): string {
  return `outbox ${outboxId}`
}
