// What an account is proved for, and who may prove it: the person must be the one whom the purpose
// is for, or the answer is the same as to wrong numbers.
import type { LoginAccount } from '#src/store/logins/logins.ts'
import type { Session } from '../sessions.ts'

export type ProofPurpose =
  /** Of an obligor who has no login. */
  | 'registration'
  /** A forgotten name or password: of one who has a login. */
  | 'recovery'
  /** After the password, in the place of a second factor: of one of this very login. */
  | 'lostFactor'
  /** Signed in, where no factor is left that a change could be confirmed with: the same. */
  | 'newFactor'
  /** Signed in: of another account, whose obligor has no login. */
  | 'newAccount'

/** Those in which a code to a contact on file comes next. */
export type ContactPurpose = Exclude<ProofPurpose, 'newFactor'>

/** `loginId`: of the obligor whose numbers were right; null when there is none. */
export function isFor(
  purpose: ProofPurpose,
  session: Session,
  found: LoginAccount & { readonly loginId: string | null },
): boolean {
  const { loginId, accountId } = found
  switch (purpose) {
    case 'registration':
      return loginId === null
    case 'recovery':
      return loginId !== null
    case 'lostFactor':
    case 'newFactor':
      return loginId !== null && loginId === askerOf(session)
    case 'newAccount':
      // A login is at most one obligor of an account.
      return loginId === null && !accountsOf(session).some((own) => own.accountId === accountId)
  }
}

/** The login whose password was shown in the session; null for a visitor. */
export function askerOf(session: Session): string | null {
  return session.kind === 'visitor' ? null : session.loginId
}

function accountsOf(session: Session): readonly LoginAccount[] {
  if (session.kind === 'visitor') return []
  return session.kind === 'half' ? session.obligors : session.accounts
}
