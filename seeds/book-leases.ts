// The leases of the demo: one near the end of its term, one paid ahead.
import { addDays, type CivilDate } from '#src/domain/calendar.ts'
import { cents, ratePpb } from '#src/domain/money.ts'
import { person, vehicle } from './person.ts'
import { payment } from './plot.ts'
import { type LeasePlot, leaseRecordOf } from './plot-lease.ts'
import type { Story } from './story.ts'

export function whoLeases(today: CivilDate): Story[] {
  return [nearItsEnd(today), paidAhead(today)]
}

function nearItsEnd(today: CivilDate): Story {
  const hollis: LeasePlot = {
    number: '1048264508',
    terms: {
      grossCapitalizedCost: 3_842_000,
      capitalizedCostReduction: 250_000,
      residualValue: 2_190_000,
      payments: 36,
      method: { kind: 'money-factor', moneyFactorPpb: 1_850_000 },
      taxPercent: '7.5',
      milesPerYear: 12_000,
      purchaseOption: { price: cents(2_190_000), fee: cents(35_000) },
    },
    nextDue: addDays(today, 9),
    past: 34,
  }
  const who = {
    obligors: [person({ givenName: 'Hollis', familyName: 'Vane', number: 1 })],
    vehicle: vehicle(2024, 'Heron', '508134'),
  }
  return {
    record: leaseRecordOf(hollis, who),
    about: 'a lease in month 34 of 36, current',
    usernames: ['hollis.vane'],
    returned: [],
  }
}

function paidAhead(today: CivilDate): Story {
  const ines: LeasePlot = {
    number: '1048264516',
    terms: {
      grossCapitalizedCost: 2_975_000,
      capitalizedCostReduction: 150_000,
      residualValue: 1_620_000,
      payments: 36,
      method: { kind: 'constant-yield', rate: ratePpb(59_000_000) },
      taxPercent: '6.25',
      milesPerYear: 10_000,
      purchaseOption: null,
    },
    nextDue: addDays(today, 14),
    past: 12,
    extra: [payment(addDays(today, -20), cents(100_000))],
  }
  const who = {
    obligors: [person({ givenName: 'Ines', familyName: 'Calder', number: 2 })],
    vehicle: vehicle(2026, 'Sora', '516420'),
  }
  return {
    record: leaseRecordOf(ines, who),
    about: 'a lease, twelve months in, paid ahead by an extra payment',
    usernames: ['ines.calder'],
    returned: [],
  }
}
