import {
  birthDateProof,
  keepBirthDateProofs,
  lockUnproved,
} from '#src/store/accounts/obligor-proofs.ts'
import { openObligor } from '#src/store/accounts/obligors.ts'
import type { ServicingContext } from '../context.ts'

/**
 * Hashes the birth dates of people whom an earlier release boarded, in batches of their own, so
 * that a lender can ask for them; answers with how many. Once done it finds nothing; several
 * processes share the work. It needs the keys, which who migrates may not hold.
 */
export async function completeProofs(
  ctx: Pick<ServicingContext, 'db' | 'vault'>,
  batch = 1_000,
): Promise<number> {
  let done = 0
  for (;;) {
    const count = await completeSome(ctx, batch)
    done += count
    if (count === 0) return done
  }
}

function completeSome(
  { db, vault }: Pick<ServicingContext, 'db' | 'vault'>,
  limit: number,
): Promise<number> {
  return db.transaction().execute(async (tx) => {
    const people = (await lockUnproved(tx, limit)).map((row) => openObligor(vault, row))
    if (people.length === 0) return 0
    const proofs = people.map(({ accountId, id, details }) => {
      return { accountId, id, proof: birthDateProof(vault, { accountId, id, details }) }
    })
    await keepBirthDateProofs(tx, proofs)
    return people.length
  })
}
