import { assert } from '#src/domain/assert.ts'
import type { CivilDate } from '#src/domain/calendar.ts'
import { usualPaper } from '#src/domain/regions/paper-sizes.ts'
import type { CommonFacts } from '#src/formats/documents/document-facts.ts'
import { readObligors } from '#src/store/accounts/obligors.ts'
import { readOwnedAccount } from '#src/store/accounts/owned-account.ts'
import { randomCode } from '#src/vault/vault.ts'
import type { Owner } from '../context.ts'
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
  const { name, legalName, phone, address, portalHost, timeZone, remittance } = ctx.lender
  const paper = ctx.lender.paper ?? usualPaper(ctx.lender.registration.identityNumbers)
  const mail = remittance?.mail ?? address
  return {
    ...of,
    id: ctx.newId(),
    code: Array.from({ length: 4 }, () => randomCode(4)).join('-'),
    madeAt: ctx.clock.now(),
    lender: { name, legalName, phone, address, mail, portalHost, timeZone, paper },
    customers: obligors.map(({ details }) => `${details.givenName} ${details.familyName}`),
    accountEnding: owned.account.accountNumber.slice(-4),
    vehicle: [modelYear, make, model].filter(Boolean).join(' '),
    vinEnding: vin === null ? null : `${vin.slice(-7, -4)} ${vin.slice(-4)}`,
  }
}
