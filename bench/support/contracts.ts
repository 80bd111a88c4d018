// Contracts to measure on: invented people and vehicles, monthly loans of two to six years at
// various points of their life.

import { person, vehicle } from '#seeds/person.ts'
import { recordOf } from '#seeds/plot.ts'
import type { LoanRecord } from '#src/domain/account/boarding.ts'
import { assert } from '#src/domain/assert.ts'
import { addDays, type CivilDate } from '#src/domain/calendar.ts'
import { boardRecords } from '#src/servicing/boarding/board-records.ts'
import { businessDay } from '#src/servicing/business-day.ts'
import type { Owner, ServicingContext } from '#src/servicing/context.ts'
import { findAccountsByNumbers } from '#src/store/accounts/directory.ts'
import { readObligors } from '#src/store/accounts/obligors.ts'

/**
 * The `index`-th contract, always the same for the same day: 24 installments paid on their days,
 * the next one ahead.
 */
export function currentContract(index: number, today: CivilDate): LoanRecord {
  return contract(index, { nextDue: addDays(today, 1 + (index % 28)), past: 24 })
}

/** A younger one, as a lender hands over a book: six installments paid. */
export function boardingContract(index: number, today: CivilDate): LoanRecord {
  return contract(index, { nextDue: addDays(today, 1 + (index % 28)), past: 6 })
}

/** One whose last installment is unpaid, with days of grace that end on `today`. */
export function contractAtEndOfGrace(index: number, today: CivilDate): LoanRecord {
  const due = addDays(today, -GRACE_DAYS)
  return contract(index, { nextDue: due, past: 24 })
}

const GRACE_DAYS = 15

function contract(index: number, at: { nextDue: CivilDate; past: number }): LoanRecord {
  const plot = {
    number: String(3_000_000_000 + index),
    terms: {
      principal: 1_400_000 + (index % 211) * 9_700,
      ratePercent: 3.5 + (index % 60) / 10,
      payments: 48 + (index % 3) * 12,
    },
    ...at,
  }
  const number = index % 10
  const obligors = [
    person({ givenName: 'Robin', familyName: `Sample${index}`, number }),
    ...(index % 4 === 0
      ? [
          person({
            givenName: 'Kim',
            familyName: `Sample${index}`,
            number: (index + 1) % 10,
            role: 'co',
          }),
        ]
      : []),
  ]
  const serial = String(index % 1_000_000).padStart(6, '0')
  return recordOf(plot, { obligors, vehicle: vehicle(2021 + (index % 5), 'Tern', serial) })
}

const BATCH = 200

/**
 * Boards records by the product's own verb and answers with the primary obligor of each, in their
 * order.
 */
export async function boardAll(
  ctx: ServicingContext,
  records: readonly LoanRecord[],
): Promise<Owner[]> {
  const today = await businessDay(ctx.db)
  const owners: Owner[] = []
  for (let at = 0; at < records.length; at += BATCH) {
    const batch = records
      .slice(at, at + BATCH)
      .map((record, index) => ({ line: index + 1, record }))
    for (const { outcome, problems } of await boardRecords(ctx, batch, today))
      assert(outcome.kind === 'boarded', `a contract of the bench: ${JSON.stringify(problems)}`)
    owners.push(
      ...(await ownersOf(
        ctx,
        batch.map(({ record }) => record.accountNumber),
      )),
    )
  }
  return owners
}

async function ownersOf(ctx: ServicingContext, numbers: readonly string[]): Promise<Owner[]> {
  const found = await findAccountsByNumbers(ctx.db, ctx.vault, { kind: 'account', numbers })
  const owners: Owner[] = []
  for (const number of numbers) {
    const accountId = found.get(number)
    assert(accountId, `account ${number} was boarded`)
    const obligors = await readObligors(ctx.db, ctx.vault, accountId)
    const primary = obligors.find(({ details }) => details.role === 'primary')
    assert(primary, `account ${number} has a primary obligor`)
    owners.push({ accountId, obligorId: primary.id, loginId: ctx.newId() })
  }
  return owners
}
