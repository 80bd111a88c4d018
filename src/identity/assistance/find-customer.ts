// From what a customer says on the phone to who they are: an account number, the number of a payoff
// quote (which is all that a dealer has), or a username. Names
// and contacts are sealed: nothing can be searched by them without opening the whole book.
import { readAccount } from '#src/store/accounts/accounts.ts'
import { findAccountByNumber } from '#src/store/accounts/directory.ts'
import { readObligors } from '#src/store/accounts/obligors.ts'
import { findLogin, readLoginAccounts } from '#src/store/logins/logins.ts'
import { noteStaff } from '../staff/staff-log.ts'
import type { StaffPermit } from '../staff/staff-policy.ts'
import { normalizeUsername } from '../username.ts'
import type { AssistDeps, CustomerId } from './customer.ts'

export type FoundCustomer = CustomerId & {
  readonly name: string
  readonly role: 'primary' | 'co'
  readonly accountEnding: string
}

/** Written down with what was found, never with what was typed: people type passwords there. */
export async function findCustomer(
  deps: AssistDeps,
  permit: StaffPermit<'seeCustomer'>,
  typed: string,
): Promise<FoundCustomer[]> {
  const { by, ids } = await lookUp(deps, typed)
  const found = (await Promise.all(ids.map((id) => namesOf(deps, id)))).flat()
  const details = { by, found: String(found.length), accounts: ids.map(accountOf).join(' ') }
  const { session, visit } = permit
  const { staffId } = session
  await noteStaff(deps, { staffId, action: 'staffSearched', visit, details })
  return found
}

type Wanted = { readonly accountId: string; readonly obligorId: string | null }

async function lookUp(deps: AssistDeps, typed: string) {
  const { db, vault } = deps
  const number = await findAccountByNumber(db, vault, { kind: 'account', number: typed })
  if (number !== null) return { by: 'account', ids: [{ accountId: number, obligorId: null }] }
  const quoted = await findAccountByNumber(db, vault, { kind: 'quote', number: typed })
  if (quoted !== null) return { by: 'quote', ids: [{ accountId: quoted, obligorId: null }] }
  const login = await findLogin(db, vault, normalizeUsername(typed))
  if (!login) return { by: 'nothing', ids: [] }
  const ids: Wanted[] = await readLoginAccounts(db, login.id)
  return { by: 'username', ids }
}

/** Everybody who owes on the account, or only the one who was named. */
async function namesOf(deps: AssistDeps, wanted: Wanted): Promise<FoundCustomer[]> {
  const { accountId, obligorId } = wanted
  const [account, obligors] = await Promise.all([
    readAccount(deps.db, accountId),
    readObligors(deps.db, deps.vault, accountId),
  ])
  const accountEnding = account?.accountNumber.slice(-4) ?? ''
  return obligors
    .filter(({ id }) => obligorId === null || id === obligorId)
    .map(({ id, details: { givenName, familyName, role } }) => {
      return { accountId, obligorId: id, name: `${givenName} ${familyName}`, role, accountEnding }
    })
}

function accountOf({ accountId }: Wanted): string {
  return accountId
}
