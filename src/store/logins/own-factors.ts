// What a login has of its own besides the password, and whether it was offered something stronger.
import { sql } from 'kysely'
import { compiledOnce } from '../compiled-once.ts'
import type { Db, Tx } from '../database.ts'

export type OwnFactors = {
  /** Ids of those that work. */
  readonly passkeys: readonly string[]
  readonly authenticators: readonly string[]
  /** Of the backup code that is asked for; null when none is left. */
  readonly backupNumber: number | null
}

/** In one statement: every page that asks for a factor reads this. */
export async function readOwnFactors(db: Db, loginId: string): Promise<OwnFactors> {
  const { rows } = await own(db, { loginId })
  const idsOf = (wanted: string) =>
    rows.flatMap(({ kind, id }) => (kind === wanted && id !== null ? [id] : []))
  const backupNumber = rows.find(({ kind }) => kind === 'backup')?.number ?? null
  return { passkeys: idsOf('passkey'), authenticators: idsOf('app'), backupNumber }
}

const own = compiledOnce(
  (_, of: { readonly loginId: string }) => sql<{
    kind: 'passkey' | 'app' | 'backup'
    id: string | null
    number: number | null
  }>`
    select 'passkey' as kind, id, null::integer as number from login_passkey
      where login_id = ${of.loginId} and revoked_at is null
    union all
    select 'app', id, null from login_totp where login_id = ${of.loginId}
    union all
    select 'backup', null, min(number) from backup_code where login_id = ${of.loginId}`,
)

/** Whether a stronger way to sign in was never declined, and there is no app and no passkey. */
export async function lacksStronger(db: Db, loginId: string): Promise<boolean> {
  const { rows } = await lacking(db, { loginId })
  return rows.length > 0
}

const lacking = compiledOnce(
  (_, of: { readonly loginId: string }) => sql`
    select from login l
    where l.id = ${of.loginId} and l.stronger_offered_at is null
      and not exists (select from login_totp t where t.login_id = l.id)
      and not exists (
        select from login_passkey p where p.login_id = l.id and p.revoked_at is null)`,
)

/** The first time stays. */
export async function noteOfferDeclined(
  tx: Tx,
  of: { readonly loginId: string; readonly at: string },
): Promise<void> {
  await tx
    .updateTable('login')
    .set({ stronger_offered_at: of.at })
    .where('id', '=', of.loginId)
    .where('stronger_offered_at', 'is', null)
    .execute()
}
