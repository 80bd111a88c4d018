import { sql } from 'kysely'
import { compiledOnce } from '../compiled-once.ts'
import type { Db, Tx } from '../database.ts'

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
