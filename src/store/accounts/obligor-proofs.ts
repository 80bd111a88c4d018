// What a person says to show that they owe on an account, as keyed hashes: one over the vehicle's
// number, one over the birth date. The lender's file says which of the two is asked for.
import { sql } from 'kysely'
import type { ObligorDetails } from '#src/domain/account/boarding.ts'
import { equal, type Vault } from '#src/vault/vault.ts'
import type { Db, Tx } from '../database.ts'

/** What a person says about themselves besides the account: `birthDate` as "1988-03-04". */
export type RegistrationAnswers = { readonly identityLastFour: string } & (
  | { readonly vin: string }
  | { readonly birthDate: string }
)

type Named = { readonly accountId: string; readonly id: string }

/** The obligor whose answers all match, without telling which did not; opens nothing. */
export async function matchObligor(
  db: Db,
  vault: Vault,
  asked: { readonly accountId: string; readonly answers: RegistrationAnswers },
): Promise<{ readonly obligorId: string } | null> {
  const rows = await db
    .selectFrom('obligor')
    .select(['id', 'proof', 'birth_date_proof'])
    .where('account_id', '=', asked.accountId)
    .orderBy('id')
    .execute()
  const { answers } = asked
  const matching = rows.filter((row) => {
    const named = { accountId: asked.accountId, id: row.id }
    const kept = 'vin' in answers ? row.proof : row.birth_date_proof
    return equal(kept ?? nothing(vault, named), hashOf(vault, named, answers))
  })
  const [only] = matching
  return only && matching.length === 1 ? { obligorId: only.id } : null
}

/** `vin` is the vehicle's; where it is null nobody can register by it as this obligor. */
export function vinProof(
  vault: Vault,
  of: Named & { readonly details: ObligorDetails; readonly vin: string | null },
): Buffer {
  const identityLastFour = lastFourOf(of.details)
  if (of.vin === null || identityLastFour === null) return nothing(vault, of)
  return hashOf(vault, of, { identityLastFour, vin: of.vin })
}

/** Where the file has no birth date nobody can register by it as this obligor. */
export function birthDateProof(
  vault: Vault,
  of: Named & { readonly details: ObligorDetails },
): Buffer {
  const identityLastFour = lastFourOf(of.details)
  const { birthDate } = of.details
  if (birthDate === null || identityLastFour === null) return nothing(vault, of)
  return hashOf(vault, of, { identityLastFour, birthDate })
}

export type UnprovedObligor = Named & { readonly sealed: Uint8Array }

/**
 * Holds up to `limit` obligors whose birth date has no hash yet: they were boarded by a release
 * that knew only the vehicle's number. Rows that somebody else holds are left out.
 */
export async function lockUnproved(tx: Tx, limit: number): Promise<UnprovedObligor[]> {
  const rows = await tx
    .selectFrom('obligor')
    .select(['account_id', 'id', 'sealed'])
    .where('birth_date_proof', 'is', null)
    .limit(limit)
    .forUpdate()
    .skipLocked()
    .execute()
  return rows.map(({ account_id: accountId, id, sealed }) => ({ accountId, id, sealed }))
}

export async function keepBirthDateProofs(
  tx: Tx,
  proofs: readonly (Named & { readonly proof: Buffer })[],
): Promise<void> {
  await sql`
    update obligor as o set birth_date_proof = given.proof
    from unnest(
      ${proofs.map(({ accountId }) => accountId)}::uuid[], ${proofs.map(({ id }) => id)}::uuid[],
      ${proofs.map(({ proof }) => proof)}::bytea[]) as given(account_id, id, proof)
    where o.account_id = given.account_id and o.id = given.id
  `.execute(tx)
}

/** No answer has this hash. */
function nothing(vault: Vault, of: Named): Buffer {
  return vault.mac('obligor without proof', of.accountId, of.id)
}

function lastFourOf({ identityNumber }: ObligorDetails): string | null {
  return identityNumber.length < 4 ? null : identityNumber.slice(-4)
}

function hashOf(vault: Vault, of: Named, answers: RegistrationAnswers): Buffer {
  const lastFour = answers.identityLastFour.trim()
  if ('birthDate' in answers)
    return vault.mac('obligor birth date proof', of.accountId, of.id, lastFour, answers.birthDate)
  const vin = answers.vin.replace(/[\s-]/g, '').toUpperCase()
  return vault.mac('obligor proof', of.accountId, of.id, lastFour, vin)
}
