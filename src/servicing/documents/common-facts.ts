import { assert } from '#src/domain/assert.ts'
import type { CivilDate } from '#src/domain/calendar.ts'
import type { CommonFacts } from '#src/formats/documents/document-facts.ts'
import { readObligors } from '#src/store/accounts/obligors.ts'
import { readOwnedAccount } from '#src/store/accounts/owned-account.ts'
import type { Owner } from '../context.ts'
import { ownFacts } from './own-facts.ts'
import type { PaperContext } from './paper-context.ts'

/** What every paper of an account says: whose, which vehicle, by whom; a new id and code. */
export async function commonFacts(
  ctx: PaperContext,
  owner: Pick<Owner, 'accountId' | 'obligorId'>,
  of: { readonly locale: CommonFacts['locale']; readonly writtenOn: CivilDate },
): Promise<CommonFacts> {
  const [owned, obligors] = await Promise.all([
    readOwnedAccount(ctx.db, ctx.vault, owner),
    readObligors(ctx.db, ctx.vault, owner.accountId),
  ])
  assert(owned, 'an account has a vehicle, and its owner is an obligor')
  const { modelYear, make, model, vin } = owned.vehicle
  return {
    ...ownFacts(ctx, of),
    customers: obligors.map(({ details }) => `${details.givenName} ${details.familyName}`),
    accountEnding: owned.account.accountNumber.slice(-4),
    vehicle: [modelYear, make, model].filter(Boolean).join(' '),
    vinEnding: vin === null ? null : `${vin.slice(-7, -4)} ${vin.slice(-4)}`,
  }
}
