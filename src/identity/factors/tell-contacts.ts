// What every contact of a person is told, so that whoever took over one of them is noticed on the
// others (ASVS 5.0 V6.3.7).
import type { Tx } from '#src/store/database.ts'
import type { LoginAccount } from '#src/store/logins/logins.ts'
import type { MessageDeps } from '../identity-deps.ts'
import type { NoticeTemplate } from '../messages/message-names.ts'
import { sendNotices } from '../messages/send-messages.ts'
import { contactsOf } from './contacts.ts'

export async function tellContacts(
  tx: Tx,
  deps: MessageDeps,
  notice: {
    readonly loginId: string
    readonly obligors: readonly LoginAccount[]
    readonly template: NoticeTemplate
  },
): Promise<void> {
  const { loginId, obligors, template } = notice
  const contacts = await contactsOf(tx, deps.vault, obligors)
  await sendNotices(tx, deps, { loginId, template, contacts })
}
