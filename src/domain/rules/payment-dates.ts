// The dates of one bank payment: when it counts, when its file goes, when it leaves the bank, when
// it is cleared.
// Example (5 pm cutoff, 5 banking days): counted Fri 2026-12-04, sent that day, withdrawn Mon
// 12-07, cleared Mon 12-14.
import { addDays, type CivilDate, later, momentInZone } from '../calendar.ts'
import { addBankingDays, isBankingDay } from '../regions/us-banking-days.ts'

export type BankDates = {
  /** The banking day on which the debit's file is sent, at the cutoff. */
  readonly sent: CivilDate
  readonly withdrawn: CivilDate
  /** Past the lender's waiting time for lack-of-funds returns. */
  readonly cleared: CivilDate
  /**
   * The bank can return it as unauthorized until this day (Nacha: 60 calendar days, R05 R07 R10
   * R11).
   */
  readonly returnableUntil: CivilDate
}

export type PaymentDates = BankDates & {
  /** Interest stops here. */
  readonly effective: CivilDate
  /** UTC instant until which the customer can cancel. */
  readonly cancelUntil: string
}

export type PaymentCalendar = {
  /** "17:00" in `zone`. */
  readonly cutoff: string
  readonly zone: string
  readonly clearingBankingDays: number
}

/**
 * Dates of a payment that counts on `effective`; `today` is the earliest day on which a file can
 * still be sent.
 */
export function paymentDates(
  effective: CivilDate,
  at: { today: CivilDate; calendar: PaymentCalendar },
): PaymentDates {
  const dates = bankDates(effective, at)
  const { cutoff, zone } = at.calendar
  return {
    effective,
    ...dates,
    cancelUntil: momentInZone(dates.sent, { time: cutoff, zone }),
  }
}

/** The days of it that the bank decides. */
export function bankDates(
  effective: CivilDate,
  at: { today: CivilDate; calendar: PaymentCalendar },
): BankDates {
  const lastBefore = isBankingDay(effective) ? effective : addBankingDays(effective, -1)
  const sent = onOrAfter(later(lastBefore, at.today))
  return { sent, ...datesOfWithdrawal(addBankingDays(sent, 1), at.calendar) }
}

/** What follows from the day on which the money leaves the bank, at whichever try. */
export function datesOfWithdrawal(
  withdrawn: CivilDate,
  { clearingBankingDays }: Pick<PaymentCalendar, 'clearingBankingDays'>,
): Omit<BankDates, 'sent'> {
  return {
    withdrawn,
    cleared: addBankingDays(withdrawn, clearingBankingDays),
    returnableUntil: addDays(withdrawn, 60),
  }
}

/**
 * Money that a card's bank has paid cannot come back for lack of funds; its customer can dispute it
 * there for 120 days, as the card networks have it.
 */
export function cardDates(on: CivilDate): Pick<BankDates, 'cleared' | 'returnableUntil'> {
  return { cleared: on, returnableUntil: addDays(on, 120) }
}

/**
 * The first day on which money can count: the business date, or the next day once its cutoff has
 * passed.
 */
export function earliestEffective(
  businessDate: CivilDate,
  at: { now: string; calendar: PaymentCalendar },
): CivilDate {
  const { cutoff, zone } = at.calendar
  let day = businessDate
  while (momentInZone(day, { time: cutoff, zone }) <= at.now) day = addDays(day, 1)
  return day
}

function onOrAfter(day: CivilDate): CivilDate {
  return isBankingDay(day) ? day : addBankingDays(day, 1)
}
