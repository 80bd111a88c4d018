// The lender's business date, one row: money counts on this day, whatever the wall clock says.
import type { CivilDate } from '#src/domain/calendar.ts'
import { compiledOnce } from './compiled-once.ts'
import type { Db, Tx } from './database.ts'

export type BusinessDate = {
  readonly onDate: CivilDate
  /** The last day whose close is done. */
  readonly closedThrough: CivilDate
  readonly changedAt: string
}

/** Null before the first start. */
export async function readBusinessDate(db: Db): Promise<BusinessDate | null> {
  const { rows } = await currentDate(db, {})
  return rows[0] ? dateOf(rows[0]) : null
}

const currentDate = compiledOnce((db) => selectDate(db))

/** Holds the row, so that two closes cannot both move the date. */
export async function lockBusinessDate(tx: Tx): Promise<BusinessDate | null> {
  const row = await selectDate(tx).forUpdate().executeTakeFirst()
  return row ? dateOf(row) : null
}

export async function setBusinessDate(tx: Tx, date: BusinessDate): Promise<void> {
  const values = {
    on_date: date.onDate,
    closed_through: date.closedThrough,
    changed_at: date.changedAt,
  }
  await tx
    .insertInto('business_date')
    .values(values)
    .onConflict((conflict) => conflict.column('only_row').doUpdateSet(values))
    .execute()
}

function selectDate(db: Db) {
  return db.selectFrom('business_date').select(['on_date', 'closed_through', 'changed_at'])
}

type DateRow = Awaited<ReturnType<ReturnType<typeof selectDate>['executeTakeFirstOrThrow']>>

function dateOf(row: DateRow): BusinessDate {
  return {
    onDate: row.on_date,
    closedThrough: row.closed_through,
    changedAt: row.changed_at,
  }
}
