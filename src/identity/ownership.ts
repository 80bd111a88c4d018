// Which accounts a login sees, and as which of their obligors. Read anew with each request, so that
// a change counts at once (ASVS 5.0 V8.2.2, V8.3.2).
import { accepted, type Outcome, refused } from '#src/domain/refusal.ts'
import type { SignedInSession } from './sessions.ts'

/** Proof that this login owns the account as this obligor; verbs ask for it. */
export type OwnedAccount = {
  readonly accountId: string
  readonly obligorId: string
  readonly loginId: string
}

export function ownedAccounts(session: SignedInSession): readonly OwnedAccount[] {
  return session.accounts.map((account) => ({ ...account, loginId: session.loginId }))
}

/** A stranger's account, one that does not exist and what is no id at all are refused alike. */
export function requireOwnedAccount(
  session: SignedInSession,
  accountId: string,
): Outcome<OwnedAccount> {
  const owned = ownedAccounts(session).find((account) => account.accountId === accountId)
  return owned ? accepted(owned) : refused({ code: 'accountNotFound' })
}
