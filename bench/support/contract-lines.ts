// Contracts as a lender's file holds them: Keyturn's JSON Lines, as docs/operating/BOARDING.md
// describes them.
import { once } from 'node:events'
import { createWriteStream } from 'node:fs'
import type { LoanRecord, ObligorDetails, PastEvent } from '#src/domain/account/boarding.ts'
import { assert } from '#src/domain/assert.ts'
import { toDollars } from '#src/domain/money.ts'

/** Writes a file of one line a contract. */
export async function writeContracts(path: string, records: Iterable<LoanRecord>): Promise<void> {
  const file = createWriteStream(path)
  for (const record of records)
    if (!file.write(`${JSON.stringify(lineOf(record))}\n`)) await once(file, 'drain')
  file.end()
  await once(file, 'close')
}

function lineOf({ accountNumber, contract, vehicle, obligors, history }: LoanRecord): object {
  const { principal, rate, start, firstDue, payments, payment, lateCharge } = contract
  assert(lateCharge, 'contracts of the bench have late charges')
  const [primary, co] = obligors
  assert(primary, 'contracts of the bench have an obligor')
  return {
    account: accountNumber,
    contract: {
      principal: toDollars(principal),
      rate: percent(rate),
      start,
      firstDue,
      payments,
      payment: toDollars(payment),
      lateCharge: {
        graceDays: lateCharge.graceDays,
        percent: percent(lateCharge.percentPpb),
        citation: lateCharge.citation,
      },
      ruleVersion: contract.ruleVersion,
    },
    vehicle,
    primary: personOf(primary),
    ...(co && { co: personOf(co) }),
    history: history.map(eventOf),
  }
}

function personOf({ role: _, ...person }: ObligorDetails): object {
  return person
}

function eventOf(event: PastEvent): object {
  assert(event.kind === 'payment', 'contracts of the bench were only paid')
  const { effectiveDate: on, amount, extra } = event
  return { kind: 'payment', on, amount: toDollars(amount), extra }
}

/** Parts per billion as percent: 54,900,000 is 5.49. */
function percent(ppb: number): string {
  return String(ppb / 10_000_000)
}
