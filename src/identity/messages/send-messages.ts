// Messages to a person's own contacts, written in the transaction of what they tell about. Whom
// they go to and the code in them are sealed, and gone once they are sent.
import type { Tx } from '#src/store/database.ts'
import { insertOutbox, type OutboxMessage } from '#src/store/outbox.ts'
import type { MessageDeps } from '../identity-deps.ts'
import { type Addressee, messageContext } from './addressee.ts'
import type { CodeTemplate, NoticeTemplate } from './message-names.ts'

/** A message with a code, which nothing stands in line before. */
export async function sendCodeTo(
  tx: Tx,
  deps: MessageDeps,
  message: {
    readonly loginId: string | null
    readonly channel: 'email' | 'sms'
    readonly template: CodeTemplate
    readonly addressee: Addressee
    readonly expiresAt: string
  },
): Promise<void> {
  const row = rowOf(deps, message)
  await insertOutbox(tx, [row])
  await deps.queue.enqueue(tx, 'deliver-code', { outboxId: row.id })
}

/** A link that lets a member of staff in: to their address at work, and to nobody else. */
export async function sendStaffLink(
  tx: Tx,
  deps: MessageDeps,
  link: { readonly addressee: Addressee; readonly expiresAt: string },
): Promise<void> {
  const row = rowOf(deps, { loginId: null, channel: 'email', template: 'staffLink', ...link })
  await insertOutbox(tx, [row])
  await deps.queue.enqueue(tx, 'deliver-message', { outboxId: row.id })
}

/** Tells every contact what was changed or used, however late it gets there (ASVS 5.0 V6.3.7). */
export async function sendNotices(
  tx: Tx,
  deps: MessageDeps,
  notice: {
    readonly loginId: string
    readonly template: NoticeTemplate
    /** What the wording says besides. */
    readonly parameters?: Readonly<Record<string, string>>
    readonly contacts: readonly {
      readonly method: 'email' | 'sms'
      readonly to: string
      readonly locale: 'en' | 'es'
    }[]
    /** Text messages wait so long; not at all where it is left out. */
    readonly textsAfterSeconds?: number
  },
): Promise<void> {
  const { loginId, template, parameters = {}, textsAfterSeconds = 0 } = notice
  const rows = notice.contacts.map(({ method: channel, to, locale }) => {
    const addressee = { to, locale, code: null }
    const row = rowOf(deps, { loginId, channel, template, addressee, expiresAt: null })
    return { ...row, parameters }
  })
  await insertOutbox(tx, rows)
  const waits = rows.filter(({ channel }) => channel === 'sms' && textsAfterSeconds > 0)
  const jobs = rows.filter((row) => !waits.includes(row)).map(({ id }) => ({ outboxId: id }))
  await deps.queue.enqueueAll(tx, 'deliver-message', jobs)
  for (const { id } of waits) {
    const later = { startAfter: textsAfterSeconds }
    await deps.queue.enqueue(tx, 'deliver-message', { outboxId: id }, later)
  }
}

/** A notice about one account, by e-mail to whoever owes it; its words are those of the portal. */
export async function mailAccountNotice(
  tx: Tx,
  deps: MessageDeps,
  notice: {
    readonly owner: { readonly accountId: string; readonly obligorId: string }
    readonly template: string
    readonly parameters: Readonly<Record<string, string>>
    readonly addresses: readonly string[]
    readonly locale: 'en' | 'es'
  },
): Promise<void> {
  const { owner, template, parameters, addresses, locale } = notice
  const { accountId, obligorId } = owner
  const rows = addresses.map((to) => {
    const addressee = { to, locale, code: null }
    const about = { loginId: null, channel: 'email', template, expiresAt: null } as const
    return { ...rowOf(deps, { ...about, addressee }), accountId, obligorId, parameters }
  })
  await insertOutbox(tx, rows)
  for (const { id } of rows) await deps.queue.enqueue(tx, 'deliver-message', { outboxId: id })
}

function rowOf(
  deps: MessageDeps,
  message: Pick<OutboxMessage, 'loginId' | 'channel' | 'template' | 'expiresAt'> & {
    readonly addressee: Addressee
  },
): OutboxMessage {
  const { addressee, ...rest } = message
  const id = deps.newId()
  const sealed = deps.vault.seal(JSON.stringify(addressee), messageContext(id))
  const createdAt = deps.clock.now()
  return { id, accountId: null, obligorId: null, parameters: {}, sealed, createdAt, ...rest }
}
