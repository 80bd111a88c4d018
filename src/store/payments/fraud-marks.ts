// Marks of fraud on numbers of bank accounts, each known by its keyed hash alone.
import { sql } from 'kysely'
import type { Db, Tx } from '../database.ts'

export type FraudMark = {
  readonly id: string
  readonly hash: Buffer
  readonly reason: string
  readonly setBy: string
  readonly setByName: string
  readonly setAt: string
  readonly lifted: null | {
    readonly byName: string
    readonly at: string
    readonly reason: string
  }
}

/**
 * Holds a number until the transaction ends: `take` beside others who take it up, `mark` alone.
 * Whoever holds it holds the accounts first, so that nobody waits in a ring.
 */
export async function lockNumber(tx: Tx, hash: Buffer, to: 'take' | 'mark'): Promise<void> {
  const key = hash.readBigInt64BE(0)
  await (to === 'mark'
    ? sql`select pg_advisory_xact_lock(${key}::bigint)`
    : sql`select pg_advisory_xact_lock_shared(${key}::bigint)`
  ).execute(tx)
}

/** The mark in force on a number; null: none. */
export async function markOn(db: Db, hash: Buffer): Promise<string | null> {
  const row = await db
    .selectFrom('fraud_mark')
    .select('id')
    .where('hash_in_force', '=', hash)
    .executeTakeFirst()
  return row?.id ?? null
}

/** False where the number is marked already. */
export async function insertMark(
  tx: Tx,
  mark: Pick<FraudMark, 'id' | 'hash' | 'reason' | 'setBy' | 'setAt'> & { formKey: string },
): Promise<boolean> {
  const row = await tx
    .insertInto('fraud_mark')
    .values({
      ...{ id: mark.id, number_hash: mark.hash, reason: mark.reason, form_key: mark.formKey },
      ...{ set_by: mark.setBy, set_at: mark.setAt },
    })
    .onConflict((conflict) => conflict.column('hash_in_force').doNothing())
    .returning('id')
    .executeTakeFirst()
  return row !== undefined
}

/** The mark that a form of this person made; null while there is none. */
export async function markOfForm(
  db: Db,
  of: { readonly formKey: string; readonly setBy: string },
): Promise<string | null> {
  const row = await db
    .selectFrom('fraud_mark')
    .select('id')
    .where('form_key', '=', of.formKey)
    .where('set_by', '=', of.setBy)
    .executeTakeFirst()
  return row?.id ?? null
}

/** True for exactly one of several callers. */
export async function markLifted(
  tx: Tx,
  lift: { readonly id: string; readonly by: string; readonly at: string; readonly reason: string },
): Promise<boolean> {
  const result = await tx
    .updateTable('fraud_mark')
    .set({ lifted_by: lift.by, lifted_at: lift.at, lifted_reason: lift.reason })
    .where('id', '=', lift.id)
    .where('lifted_at', 'is', null)
    .executeTakeFirstOrThrow()
  return result.numUpdatedRows === 1n
}

export async function readMark(db: Db, id: string): Promise<FraudMark | null> {
  const row = await selectMarks(db).where('m.id', '=', id).executeTakeFirst()
  return row ? markOf(row) : null
}

/** Those in force first, then the newest. */
export async function readMarks(db: Db, limit: number): Promise<FraudMark[]> {
  const rows = await selectMarks(db)
    .orderBy(sql`m.lifted_at is not null`)
    .orderBy('set_at', 'desc')
    .orderBy('m.id', 'desc')
    .limit(limit)
    .execute()
  return rows.map(markOf)
}

function selectMarks(db: Db) {
  return db
    .selectFrom('fraud_mark as m')
    .innerJoin('staff as s', 's.id', 'm.set_by')
    .leftJoin('staff as l', 'l.id', 'm.lifted_by')
    .select(['m.id', 'number_hash', 'reason', 'set_by', 'set_at', 'lifted_at', 'lifted_reason'])
    .select(['s.name as setter', 'l.name as lifter'])
}

type MarkRow = Awaited<ReturnType<ReturnType<typeof selectMarks>['executeTakeFirstOrThrow']>>

function markOf(row: MarkRow): FraudMark {
  const { lifted_at: at } = row
  const lifted =
    at === null ? null : { byName: row.lifter ?? '', at, reason: row.lifted_reason ?? '' }
  return {
    ...{ id: row.id, hash: row.number_hash, reason: row.reason, lifted },
    ...{ setBy: row.set_by, setByName: row.setter, setAt: row.set_at },
  }
}
