// A person's own rows in the servicing file, one for each of their accounts, changed together: the
// login is locked first, then the rows in their one order, and the audit comes last.

import type { ObligorDetails } from '#src/domain/account/boarding.ts'
import { assert } from '#src/domain/assert.ts'
import {
  type ChangedValues,
  insertObligorChange,
  type ObligorChange,
} from '#src/store/accounts/obligor-changes.ts'
import { lockObligors, type Obligor, updateObligor } from '#src/store/accounts/obligors.ts'
import type { Tx } from '#src/store/database.ts'
import { lockLogin } from '#src/store/logins/holds.ts'
import { readLoginAccounts } from '#src/store/logins/logins.ts'
import type { IdentityDeps } from '../identity-deps.ts'

export type OwnPapers = {
  readonly loginId: string
  readonly people: readonly Obligor[]
  /** Until when changes that could take the way back in wait; may have passed. */
  readonly heldUntil: string | null
  readonly state: 'open' | 'givenUp'
}

export async function lockOwnPapers(
  tx: Tx,
  deps: Pick<IdentityDeps, 'vault'>,
  loginId: string,
): Promise<OwnPapers> {
  const { heldUntil, state } = await lockLogin(tx, loginId)
  const people = await lockObligors(tx, deps.vault, await readLoginAccounts(tx, loginId))
  assert(people.length > 0, 'a login is an obligor of an account')
  return { loginId, people, heldUntil, state }
}

/** What a row of the history says besides who and when. */
export type Told = Pick<
  ObligorChange,
  'kind' | 'method' | 'was' | 'became' | 'wording' | 'proof'
> & {
  /** What can be put back. */
  readonly values?: (before: ObligorDetails) => ChangedValues
}

/** Writes the new papers, where there are any, and the row of the history for each account. */
export async function savePapers(
  tx: Tx,
  deps: Pick<IdentityDeps, 'vault' | 'clock' | 'newId'>,
  papers: OwnPapers,
  change: {
    readonly to?: (details: ObligorDetails) => ObligorDetails
    readonly told: Told
    /** Who of staff did it for them; they themselves where it is left out. */
    readonly staffId?: string
  },
): Promise<readonly Obligor[]> {
  const { told: said, to, staffId } = change
  const { values, ...told } = said
  const changed = to
    ? papers.people.map((person) => ({ ...person, details: to(person.details) }))
    : papers.people
  if (to) for (const person of changed) await updateObligor(tx, deps.vault, person)
  const { loginId } = papers
  const own = { kind: 'obligor', id: loginId } as const
  const actor = staffId === undefined ? own : ({ kind: 'staff', id: staffId } as const)
  await insertObligorChange(tx, deps.vault, {
    change: { id: deps.newId(), at: deps.clock.now(), actor, ...told },
    of: papers.people.map(({ accountId, id: obligorId, details }) => {
      return { accountId, obligorId, ...(values && { values: values(details) }) }
    }),
  })
  return changed
}
