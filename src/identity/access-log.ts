// What happened at the door, written in the transaction in which it happened: one chain for each
// login, one a day for names that nobody has. A name that was typed is never kept: people type
// passwords there.
import { dateInZone } from '#src/domain/calendar.ts'
import type { ChainHead } from '#src/store/chain.ts'
import type { Db, Tx } from '#src/store/database.ts'
import {
  appendAccessAudit,
  readLoginActivity,
  readLoginLine,
  type StoredAccessEntry,
} from '#src/store/logins/access-audit.ts'
import { chainOfLogin, chainOfUnknownNames } from '#src/store/logins/access-chain.ts'
import type { Vault } from '#src/vault/vault.ts'
import type { SignedInSession, Visit } from './sessions.ts'

/** What staff do about a login: it stands in the chain of who did it, and the customer sees it. */
export type StaffOnLogin =
  | 'staffViewed'
  | 'staffUnlocked'
  | 'staffEndedSessions'
  | 'staffStartedRecovery'
  | 'staffMailedPaper'
  | 'staffWithdrewPaperless'
  | 'staffEndedPayoffLink'

export type AccessAction =
  | StaffOnLogin
  | 'passwordAccepted'
  | 'codeSent'
  | 'codeAccepted'
  | 'factorRefused'
  | 'factorPaused'
  | 'signedIn'
  | 'confirmedAgain'
  | 'signInRefused'
  | 'signInPaused'
  | 'signedOut'
  | 'sessionEnded'
  | 'otherSessionsEnded'
  | 'registered'
  | 'accountProved'
  | 'contactConfirmed'
  | 'registrationRefused'
  | 'registrationPaused'
  | 'registrationRepeated'
  | 'recoveryRefused'
  | 'recoveryPaused'
  | 'passwordReset'
  | 'lostFactorRefused'
  | 'lostFactorPaused'
  | 'factorsRecovered'
  | 'newFactorRefused'
  | 'newFactorPaused'
  | 'newAccountRefused'
  | 'newAccountPaused'
  | 'accountAdded'
  | 'passwordChanged'
  | 'passwordChangeRefused'
  | 'passwordChangePaused'
  | 'reportedNotMe'
  | 'deviceTrusted'
  | 'deviceForgotten'
  | 'deviceCopied'
  | 'preferencesChanged'
  | 'accountRefused'
  | 'authenticatorAdded'
  | 'authenticatorRemoved'
  | 'backupCodesMade'
  | 'passkeyAdded'
  | 'passkeyRemoved'
  | 'passkeyRefused'
  | 'passkeyPaused'
  | 'passkeyRevoked'
  | 'contactAdded'
  | 'contactReplaced'
  | 'contactRemoved'
  | 'addressChanged'
  | 'paperlessChosen'
  | 'messagesChosen'
  | 'signInClosed'
  | 'calendarMade'
  | 'calendarEnded'
  | 'dataExported'
  | 'payoffLinkMade'
  | 'payoffLinkEnded'
  | ByOthers

/** What somebody did to whom the owner gave a link. */
export type ByOthers = 'payoffLinkOpened' | 'payoffLinkRefused' | 'payoffLinkLocked'

/**
 * Appends last in its transaction: the chain stays locked until the end of it. `loginId` null: a
 * name that nobody has.
 */
export async function recordAccess(
  tx: Tx,
  deps: { readonly vault: Vault; readonly now: string },
  entry: {
    readonly loginId: string | null
    readonly action: AccessAction
    readonly visit: Visit
    readonly details?: Readonly<Record<string, string>>
    /** The head of the login's chain as it was read a moment ago: see `appendAccessAudit`. */
    readonly seen?: ChainHead | null
  },
): Promise<void> {
  const { loginId, action, visit, details = {}, seen = null } = entry
  const chain = loginId ? chainOfLogin(loginId) : chainOfUnknownNames(dateInZone(deps.now, 'UTC'))
  await appendAccessAudit(tx, deps.vault, {
    chain,
    seen,
    entry: { at: deps.now, loginId, action, details, ...visit },
  })
}

export type ActivityLine = {
  /** Its number in the login's own chain. */
  readonly seq: number
  readonly at: string
  readonly action: AccessAction
  readonly address: string
  readonly device: string
  /** Done by whom the owner gave a link. */
  readonly byOther: boolean
  /** Done by our staff: from where is theirs alone. */
  readonly byStaff: boolean
}

/** Newest first: what this login's own page of activity shows. */
export async function readAccessActivity(
  db: Db,
  session: SignedInSession,
  limit: number,
): Promise<ActivityLine[]> {
  const entries = await readLoginActivity(db, { loginId: session.loginId, limit })
  return entries.map(lineOf)
}

/** One of them by its number; null when the login has no such line. */
export async function findActivityLine(
  db: Db,
  session: SignedInSession,
  seq: number,
): Promise<ActivityLine | null> {
  const entry = await readLoginLine(db, { loginId: session.loginId, seq })
  return entry && lineOf(entry)
}

function lineOf(entry: StoredAccessEntry): ActivityLine {
  const { seq, at, address, device } = entry
  const action = entry.action as AccessAction
  const byStaff = action.startsWith('staff')
  const byOther = BY_OTHERS.has(action)
  return byStaff
    ? { seq, at, action, address: '', device: '', byStaff, byOther }
    : { seq, at, action, address, device, byStaff, byOther }
}

const BY_OTHERS: ReadonlySet<string> = new Set([
  'payoffLinkOpened',
  'payoffLinkRefused',
  'payoffLinkLocked',
] satisfies ByOthers[])
