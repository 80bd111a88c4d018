import { isSameAddress } from '#src/domain/account/person-contacts.ts'
import { whoGetsPaper } from '#src/identity/profile/choose-paperless.ts'
import { readObligors } from '#src/store/accounts/obligors.ts'
import type { Tx } from '#src/store/database.ts'
import { queueLetters } from '#src/store/documents/print-files.ts'
import { obligorsToTell } from '../closing/obligors-to-tell.ts'
import type { ServicingContext } from '../context.ts'

/**
 * A paper by mail to who owes and has not agreed to get it online alone: one to each address.
 * Nobody whom the account's flags keep from being told. In the transaction of the paper.
 */
export async function queuePaperLetters(
  ctx: ServicingContext,
  tx: Tx,
  of: { readonly accountId: string; readonly documentId: string },
): Promise<void> {
  const { accountId, documentId } = of
  const told = (await obligorsToTell(tx, [accountId])).get(accountId) ?? []
  const names = told.map((obligorId) => ({ accountId, obligorId }))
  const mailed = new Set((await whoGetsPaper(tx, names)).map(({ obligorId }) => obligorId))
  if (mailed.size === 0) return
  const people = (await readObligors(tx, ctx.vault, accountId)).filter(({ id }) => mailed.has(id))
  const letters = people.filter(({ details: { address } }, at) => {
    if (address === null) return false
    const first = people.findIndex(
      ({ details: other }) => other.address !== null && isSameAddress(other.address, address),
    )
    return first === at
  })
  await queueLetters(tx, {
    letters: letters.map(({ id: obligorId }) => {
      return { accountId, id: ctx.newId(), documentId, obligorId }
    }),
    at: ctx.clock.now(),
  })
}
