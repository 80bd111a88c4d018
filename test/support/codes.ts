// Codes and mail as a person would read them, and sessions of people who have shown two factors.
import type { Messenger } from '#src/gateways/messenger.ts'
import { shownBy } from '#src/identity/levels.ts'
import { openLoginSession } from '#src/identity/login-session.ts'
import { openAddressee } from '#src/identity/messages/addressee.ts'
import { openVisitorSession, type SessionDeps } from '#src/identity/sessions.ts'
import { normalizeUsername } from '#src/identity/username.ts'
import type { Db } from '#src/store/database.ts'
import { findLogin } from '#src/store/logins/logins.ts'
import type { Vault } from '#src/vault/vault.ts'

export type Kept = { readonly to: string; readonly subject: string | null; readonly text: string }

/** A messenger whose messages stay here. */
export function keptMessages(): { readonly messages: Kept[]; readonly messenger: Messenger } {
  const messages: Kept[] = []
  return {
    messages,
    messenger: {
      sendMail: async ({ to, subject, text }) => void messages.push({ to, subject, text }),
      sendText: async ({ to, text }) => void messages.push({ to, subject: null, text }),
    },
  }
}

/** The last code that waits to be sent, with whom it goes to. */
export async function waitingMessage(of: { db: Db; vault: Vault }) {
  const row = await of.db
    .selectFrom('outbox')
    .select(['id', 'sealed', 'channel', 'template'])
    .where('sealed', 'is not', null)
    .where('expires_at', 'is not', null)
    .orderBy('created_at', 'desc')
    .orderBy('id', 'desc')
    .executeTakeFirst()
  if (!row) throw new Error('no message waits')
  return { ...openAddressee(of.vault, row), channel: row.channel, template: row.template }
}

export async function waitingCode(of: { db: Db; vault: Vault }): Promise<string> {
  const { code } = await waitingMessage(of)
  if (code === null) throw new Error('the last message has no code')
  return code
}

/** A cookie's token, as after a password and a code by text message. */
export async function signedInToken(
  deps: SessionDeps & { readonly db: Db; readonly vault: Vault },
  username: string,
): Promise<string> {
  const login = await findLogin(deps.db, deps.vault, normalizeUsername(username))
  if (!login) throw new Error(`nobody is called ${username}`)
  const visit = { requestId: deps.newId(), address: '192.0.2.1', device: 'test' }
  const authenticated = (['password', 'sms'] as const).map((method) =>
    shownBy(method, deps.clock.now()),
  )
  return deps.db.transaction().execute(async (tx) => {
    const { session: replaces } = await openVisitorSession(tx, deps, { visit })
    const opening = { loginId: login.id, authenticated, visit, replaces }
    return (await openLoginSession(tx, deps, opening)).token
  })
}
