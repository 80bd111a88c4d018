// What the close of a day has done to an account: each step exactly once, by the table's key.
import type { CivilDate } from '#src/domain/calendar.ts'
import type { Tx } from './database.ts'

export type CloseStep = {
  readonly accountId: string
  readonly businessDate: CivilDate
  readonly kind: string
  readonly doneAt: string
}

/** False when the step was done before: then the caller does nothing. */
export async function claimCloseStep(tx: Tx, step: CloseStep): Promise<boolean> {
  const row = await tx
    .insertInto('close_step')
    .values({
      account_id: step.accountId,
      business_date: step.businessDate,
      kind: step.kind,
      done_at: step.doneAt,
    })
    .onConflict((conflict) => conflict.columns(['account_id', 'business_date', 'kind']).doNothing())
    .returning('kind')
    .executeTakeFirst()
  return row !== undefined
}
