import type { CivilDate } from '#src/domain/calendar.ts'
import { usualPaper } from '#src/domain/regions/paper-sizes.ts'
import type { LenderFacts, OwnFacts } from '#src/formats/documents/document-facts.ts'
import { randomCode } from '#src/vault/vault.ts'
import type { LenderFile } from '../../lender-file.ts'
import type { ServicingContext } from '../context.ts'

/** What a paper says of itself: by whom and when; a new id and code. */
export function ownFacts(
  ctx: Pick<ServicingContext, 'clock' | 'newId' | 'lender'>,
  of: { readonly locale: OwnFacts['locale']; readonly writtenOn: CivilDate },
): OwnFacts {
  return {
    ...of,
    id: ctx.newId(),
    code: Array.from({ length: 4 }, () => randomCode(4)).join('-'),
    madeAt: ctx.clock.now(),
    lender: lenderFacts(ctx.lender),
  }
}

/** The lender as its papers name it. */
export function lenderFacts(lender: LenderFile): LenderFacts {
  const { name, legalName, phone, address, portalHost, timeZone, remittance } = lender
  const paper = lender.paper ?? usualPaper(lender.registration.identityNumbers)
  const mail = remittance?.mail ?? address
  return { name, legalName, phone, address, mail, portalHost, timeZone, paper }
}
