import type { Tx } from '#src/store/database.ts'
import type { LoginAccount } from '#src/store/logins/logins.ts'
import { type MessageDeps, type NoticeTemplate, sendNoticeTo } from '../messages.ts'
import { contactsOf } from './contacts.ts'

/**
 * Tells every contact of a login that a way to sign in has changed, in the transaction of the
 * change: whoever made it cannot keep its owner from knowing (ASVS 5.0 V6.3.7).
 */
export async function tellContacts(
  tx: Tx,
  deps: MessageDeps,
  notice: {
    readonly loginId: string
    readonly obligors: readonly LoginAccount[]
    readonly template: NoticeTemplate
    readonly factor: string
  },
): Promise<void> {
  const { loginId, obligors, template, factor } = notice
  for (const { method, to, locale } of await contactsOf(tx, deps.vault, obligors)) {
    const addressee = { to, locale }
    await sendNoticeTo(tx, deps, { loginId, channel: method, template, factor, addressee })
  }
}
