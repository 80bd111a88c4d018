import type { CivilDate } from '#src/domain/calendar.ts'
import type { Db } from '../database.ts'

/** What moved on a business day; money in cents. */
export type DayMoney = {
  readonly files: number
  readonly entries: number
  readonly debited: number
  /** Payments that count on the day. */
  readonly posted: number
  readonly returned: number
}

/** By what is on record, whichever process did it. */
export async function readDayMoney(db: Db, on: CivilDate): Promise<DayMoney> {
  const files = await db
    .selectFrom('ach_file')
    .select((eb) => [
      eb.fn.countAll<string>().as('files'),
      eb.fn.coalesce(eb.fn.sum<string>('entries'), eb.lit(0)).as('entries'),
      eb.fn.coalesce(eb.fn.sum<string>('debits'), eb.lit(0)).as('debited'),
    ])
    .where('sent_on', '=', on)
    .where('state', '<>', 'gathering')
    .executeTakeFirstOrThrow()
  const payments = await db
    .selectFrom('payment')
    .select((eb) => eb.fn.countAll<string>().as('posted'))
    .where('effective_date', '=', on)
    .where('posted_event_id', 'is not', null)
    .executeTakeFirstOrThrow()
  const items = await db
    .selectFrom('bank_report_item')
    .innerJoin('bank_report', 'bank_report.id', 'bank_report_item.report_id')
    .select((eb) => eb.fn.countAll<string>().as('returned'))
    .where('bank_report.received_on', '=', on)
    .where('bank_report_item.kind', '=', 'return')
    .where('bank_report_item.state', '=', 'done')
    .executeTakeFirstOrThrow()
  const { entries, debited } = files
  return {
    ...{ files: Number(files.files), entries: Number(entries), debited: Number(debited) },
    ...{ posted: Number(payments.posted), returned: Number(items.returned) },
  }
}
