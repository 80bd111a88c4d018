// The lender's rules by day and by name, as its file has them.
import { assert } from '#src/domain/assert.ts'
import { type CivilDate, date, momentInZone } from '#src/domain/calendar.ts'
import {
  type ContractRules,
  FILED_RULES,
  STANDARD_RULES,
} from '#src/domain/contract/contract-rules.ts'
import { cents, parsePercent, type RatePpb } from '#src/domain/money.ts'
import type { PaymentCalendar } from '#src/domain/rules/payment-dates.ts'
import type { LenderFile, ServicingRules } from '../lender-file.ts'

/** The version in force on a day: the last to take effect. */
export function servicingRules(lender: LenderFile, on: CivilDate): ServicingRules {
  const [inForce] = lender.rules.servicing
    .filter(({ effectiveFrom }) => effectiveFrom <= on)
    .sort((a, b) => (a.effectiveFrom < b.effectiveFrom ? 1 : -1))
  assert(inForce, `the lender's file has servicing rules for ${on}`)
  return inForce
}

export function calendarOn(lender: LenderFile, on: CivilDate): PaymentCalendar {
  const { cutoff, clearingBankingDays } = servicingRules(lender, on)
  return { cutoff, zone: lender.timeZone, clearingBankingDays }
}

/** The instant until which money can count on a day. */
export function cutoffOn(lender: LenderFile, day: CivilDate): string {
  return momentInZone(day, {
    time: servicingRules(lender, day).cutoff,
    zone: lender.timeZone,
  })
}

/** Every version a contract may name: the lender's own and the two that need no lender. */
export function contractRules(lender: LenderFile): ContractRules[] {
  return [STANDARD_RULES, FILED_RULES, ...lender.rules.contract.map(toRules)]
}

function toRules(version: LenderFile['rules']['contract'][number]): ContractRules {
  const { lateCharge, ...rules } = version
  return {
    ...rules,
    effectiveFrom: date(version.effectiveFrom),
    smallRemainder: cents(version.smallRemainder),
    lateCharge: lateCharge && {
      graceDays: lateCharge.graceDays,
      percentPpb: parsePercent(lateCharge.percent) as RatePpb,
      minimum: cents(lateCharge.minimum),
      maximum: lateCharge.maximum === null ? null : cents(lateCharge.maximum),
      citation: lateCharge.citation,
    },
  }
}
