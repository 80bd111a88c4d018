// Late charges of a lease follow the facts as those of a loan do.
import { assert } from '../assert.ts'
import { addDays, type CivilDate, date } from '../calendar.ts'
import { leaseDueDate } from '../contract/lease.ts'
import { cents } from '../money.ts'
import type { Receipt } from '../rules/current-first.ts'
import { type LeaseLateCharge, leaseLateChargesBy } from '../rules/lease-late-charge.ts'
import type { AccountEvent } from './event.ts'
import type { LeaseLedger } from './ledger.ts'

/** Late charges with an effective date up to `through` that are owed and not yet assessed. */
export function leaseChargesToAssess(ledger: LeaseLedger, through: CivilDate): LeaseLateCharge[] {
  const assessed = new Set(ledger.position.lateCharged)
  return owedBy(ledger, through).filter(({ installment }) => !assessed.has(installment))
}

/** Assessed late charges whose installment was in fact paid within its grace days. */
export function leaseChargesToReverse(ledger: LeaseLedger): AccountEvent[] {
  const assessed = ledger.steps.flatMap(({ event }) =>
    event.payload.kind === 'lateCharge' ? [{ event, installment: event.payload.installment }] : [],
  )
  if (assessed.length === 0) return []
  const owed = new Set(owedBy(ledger, LAST_DAY).map(({ installment }) => installment))
  return assessed.filter(({ installment }) => !owed.has(installment)).map(({ event }) => event)
}

/** The effective date of the next late charge, if nothing is paid until then. */
export function nextLeaseCharge(ledger: LeaseLedger): CivilDate | null {
  return leaseChargesToAssess(ledger, LAST_DAY)[0]?.effectiveDate ?? null
}

const LAST_DAY = date('2199-12-31')

function owedBy(ledger: LeaseLedger, through: CivilDate): LeaseLateCharge[] {
  const { schedule } = ledger.position
  return leaseLateChargesBy(schedule, {
    first: firstChargeable(ledger),
    through,
    receiptsBy: (day) => receiptsBy(ledger, day),
  })
}

/** Money that counted toward installments through `day`. What was taken over counts oldest first. */
function receiptsBy({ steps }: LeaseLedger, day: CivilDate): Receipt[] {
  const receipts: Receipt[] = []
  for (const { event, before, after } of steps) {
    if (event.effectiveDate > day) break
    const amount =
      event.payload.kind === 'leaseBoarded' ? after.counted : after.counted - before.counted
    if (amount <= 0) continue
    const due = after.schedule.installments.filter((row) => row.due <= event.effectiveDate)
    const current = event.payload.kind === 'leaseBoarded' ? 0 : due.length
    receipts.push({ current, amount: cents(amount) })
  }
  return receipts
}

/** Grace days that ended by the day of boarding are not ours. */
function firstChargeable({ contract, steps }: LeaseLedger): number {
  const [boarding] = steps
  assert(boarding, 'a ledger has its boarding step')
  const dueFrom = addDays(boarding.event.effectiveDate, -(contract.lateCharge?.graceDays ?? 0))
  let number = 1
  while (number <= contract.payments && leaseDueDate(contract, number) < dueFrom) number += 1
  return number
}
