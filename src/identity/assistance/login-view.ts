// A login as staff see it: how it signs in, where, and what happened.
import type { Db } from '#src/store/database.ts'
import { readLoginActivity, type StoredAccessEntry } from '#src/store/logins/access-audit.ts'
import { countBackupCodes } from '#src/store/logins/backup-codes.ts'
import type { Login } from '#src/store/logins/logins.ts'
import { readPasskeys } from '#src/store/logins/passkeys.ts'
import { listSessions, type SessionSummary } from '#src/store/logins/sessions.ts'
import type { AccessAction } from '../access-log.ts'
import { authenticatorsOf } from '../factors/authenticators.ts'

export type LoginView = {
  readonly username: string
  readonly since: string
  readonly passwordChangedAt: string
  readonly passkeys: number
  readonly authenticators: number
  readonly backupCodes: number
  readonly sessions: readonly Pick<SessionSummary, 'id' | 'device' | 'lastSeenAt'>[]
  /** Newest first. */
  readonly recent: readonly { readonly at: string; readonly action: AccessAction }[]
}

const MOST_LINES = 12

export async function loginViewOf(db: Db, login: Login): Promise<LoginView> {
  const { id: loginId } = login
  const [passkeys, authenticators, codes, sessions, recent] = await Promise.all([
    readPasskeys(db, loginId),
    authenticatorsOf(db, loginId),
    countBackupCodes(db, loginId),
    listSessions(db, loginId),
    readLoginActivity(db, { loginId, limit: MOST_LINES }),
  ])
  return {
    username: login.username,
    since: login.createdAt,
    passwordChangedAt: login.passwordChangedAt,
    passkeys: passkeys.length,
    authenticators: authenticators.length,
    backupCodes: codes?.left ?? 0,
    sessions: sessions.map(({ id, device, lastSeenAt }) => ({ id, device, lastSeenAt })),
    recent: recent.map(lineOf),
  }
}

function lineOf({ at, action }: StoredAccessEntry) {
  return { at, action: action as AccessAction }
}
