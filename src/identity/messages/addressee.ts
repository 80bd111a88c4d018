// Whom a message goes to, with the code in it: sealed until it is sent.
import { assert } from '#src/domain/assert.ts'
import type { OutboxMessage } from '#src/store/outbox.ts'
import type { Vault } from '#src/vault/vault.ts'

export type Addressee = {
  readonly to: string
  readonly locale: 'en' | 'es'
  readonly code: string | null
}

/** For whoever delivers the message. */
export function openAddressee(
  vault: Vault,
  message: Pick<OutboxMessage, 'id' | 'sealed'>,
): Addressee {
  assert(message.sealed, 'a message that waits has an addressee')
  return JSON.parse(vault.open(message.sealed, messageContext(message.id)))
}

/** What a sealed row is bound to. */
export function messageContext(outboxId: string): string {
  return `outbox ${outboxId}`
}
