import type { PostalAddress } from '#src/domain/account/boarding.ts'
import { isSameAddress, maskedAddress } from '#src/domain/account/person-contacts.ts'
import { isStillOpen } from '#src/store/logins/retired-sessions.ts'
import { note } from '../entry/confirm.ts'
import type { FreshSession } from '../entry/fresh-session.ts'
import { contactsIn } from '../factors/contacts.ts'
import type { IdentityDeps } from '../identity-deps.ts'
import { sendNotices } from '../messages/send-messages.ts'
import type { Visit } from '../sessions.ts'
import { lockOwnPapers, savePapers } from './own-papers.ts'

/**
 * Where mail goes, for every account of the login; every contact is told. The same address again,
 * where it stands in the file of each account, changes nothing.
 */
export async function changeAddress(
  deps: IdentityDeps,
  asking: { readonly session: FreshSession; readonly visit: Visit },
  address: PostalAddress,
): Promise<'saved' | 'same'> {
  const { loginId } = asking.session
  return deps.db.transaction().execute(async (tx) => {
    const papers = await lockOwnPapers(tx, deps, loginId)
    const isOpen = await isStillOpen(tx, asking.session)
    if (papers.state === 'givenUp' || !isOpen) return 'same'
    const details = papers.people.map((person) => person.details)
    const other = details.find((known) => !isSameAddress(known.address, address))
    if (!other) return 'same'
    await savePapers(tx, deps, papers, {
      to: (known) => ({ ...known, address }),
      told: {
        kind: 'addressChanged',
        method: null,
        was: maskedAddress(other.address),
        became: maskedAddress(address),
        wording: null,
        values: (before) => ({ was: before.address, became: address }),
      },
    })
    const contacts = contactsIn(deps.vault, details)
    await sendNotices(tx, deps, { loginId, template: 'addressChanged', contacts })
    await note(tx, deps, asking, 'addressChanged')
    return 'saved'
  })
}
