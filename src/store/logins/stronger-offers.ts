import type { Db, Tx } from '../database.ts'

/** When a stronger way to sign in was declined; null: it was not, or never offered. */
export async function readOfferDeclined(db: Db, loginId: string): Promise<string | null> {
  const row = await db
    .selectFrom('login')
    .select('stronger_offered_at')
    .where('id', '=', loginId)
    .executeTakeFirst()
  return row?.stronger_offered_at ?? null
}

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
