// Writes to the mailboxes and phones of an obligor who signs in, as they chose: a phone only with
// their consent, and not at night.
import { secondsUntilTexts } from '#src/domain/text-hours.ts'
import { contactsOf } from '#src/identity/factors/contacts.ts'
import type { NoticeTemplate } from '#src/identity/messages/message-names.ts'
import { sendNotices } from '#src/identity/messages/send-messages.ts'
import { reachableFor } from '#src/identity/profile/choose-messages.ts'
import type { Tx } from '#src/store/database.ts'
import { findLoginOfObligor } from '#src/store/logins/logins.ts'
import type { Owner, ServicingContext } from '../context.ts'

export async function tellOutside(
  ctx: ServicingContext,
  tx: Tx,
  notice: {
    readonly owner: Pick<Owner, 'accountId' | 'obligorId'>
    readonly template: NoticeTemplate
    readonly parameters?: Readonly<Record<string, string>>
    /** Reminders can be left off by mail too. */
    readonly about: 'receipt' | 'reminder'
  },
): Promise<void> {
  const { owner, template, parameters = {}, about } = notice
  const loginId = await findLoginOfObligor(tx, owner)
  if (loginId === null) return
  const known = await contactsOf(tx, ctx.vault, [owner])
  const contacts = await reachableFor(tx, { owner, contacts: known, about })
  const textsAfterSeconds = secondsUntilTexts(ctx.clock.now(), ctx.lender.timeZone)
  await sendNotices(tx, ctx, { loginId, template, parameters, contacts, textsAfterSeconds })
}
