// The papers that can be asked for, of an account that no database knows, and what must be on them.

import type { AccountEvent } from '#src/domain/account/event.ts'
import { replayLoan } from '#src/domain/account/replay.ts'
import { standingOn } from '#src/domain/account/standing.ts'
import { couponsOf } from '#src/domain/account/statement/coupons.ts'
import { scheduleOfLoan } from '#src/domain/account/statement/schedule-of-loan.ts'
import { finishedYears, yearOfLoan } from '#src/domain/account/statement/year-of-loan.ts'
import { addMonths, type CivilDate, date } from '#src/domain/calendar.ts'
import { cents } from '#src/domain/money.ts'
import { vehicleInterestRule } from '#src/domain/regions/us-vehicle-interest.ts'
import type { AskedFigures } from '#src/formats/documents/asked-figures.ts'
import type { AskedFacts, CommonFacts } from '#src/formats/documents/document-facts.ts'

/** In both languages and on both papers, in turn. */
export function commonOfTest(at: number): CommonFacts {
  return {
    id: '01a21c25-e894-7ccd-8cc4-1844ca52aee3',
    code: 'W427-0MTN-89H0-FMCY',
    locale: at % 2 === 0 ? 'en' : 'es',
    writtenOn: date('2026-11-24'),
    madeAt: '2026-11-24T12:00:00.000Z',
    lender: {
      ...{ name: 'Example Motor Finance', legalName: 'Example Motor Finance, LLC' },
      ...{ phone: '(800) 555-0142', address: ['Example Motor Finance', 'PO Box 4170'] },
      ...{ mail: ['PO Box 4171'], portalHost: 'my.examplemotor.example' },
      timeZone: 'America/New_York',
      paper: at % 4 < 2 ? 'us-letter' : 'a4',
    },
    customers: ['Dana Oakes'],
    accountEnding: '4417',
    vehicle: '2023 Larkfield Tern',
    vinEnding: null,
  }
}

/** Every paper that a loan with these events has on `on`. */
export function askedOf(
  events: readonly AccountEvent[],
  on: CivilDate,
  common: CommonFacts,
): AskedFacts[] {
  const ledger = replayLoan(events)
  const standing = standingOn(ledger, on)
  const schedule = scheduleOfLoan(events, standing, on)
  const coupons = couponsOf({ ledger, projection: standing.projection }, on)
  const [first, last] = [coupons[0], coupons.at(-1)]
  const accountNumber = '1048264417'
  const figures: AskedFigures[] = [
    ...yearsOf(events, on),
    ...(schedule ? [{ ...schedule, kind: 'amortization' as const }] : []),
    ...(first && last
      ? [{ kind: 'coupons' as const, on: first.due, through: last.due, accountNumber, coupons }]
      : []),
  ]
  return figures.map((each) => ({ ...common, ...each }))
}

/** The rule is asked for every loan: random ones are of every year. */
function yearsOf(events: readonly AccountEvent[], on: CivilDate): AskedFigures[] {
  const ledger = replayLoan(events)
  const rule = vehicleInterestRule({
    ...{ year: 2025, made: date('2025-01-01'), interest: cents(60_000) },
  })
  return finishedYears(ledger, addMonths(on, 12)).flatMap((year): AskedFigures[] => {
    const ofLoan = yearOfLoan(ledger, events, year)
    if (ofLoan === null || rule === null) return []
    const { since, isWhole, opening, total } = ofLoan
    const own = { year, since, isWhole, opening, interest: total.interest }
    const [end, made] = [date(`${year}-12-31`), ledger.contract.start]
    return [
      { ...ofLoan, kind: 'yearInterest', on: end },
      { ...own, kind: 'vehicleInterest', on: end, made, vin: '5YFBURHE0JP804417', rule },
    ]
  })
}
