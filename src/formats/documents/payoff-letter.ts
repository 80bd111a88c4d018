// A payoff letter's facts as the words and figures that its template sets.
import type { CivilDate } from '#src/domain/calendar.ts'
import { minus, plus, ZERO_CENTS } from '#src/domain/money.ts'
import { type DateStyle, formatDate, formatMoney, formatTime } from '#src/words/format.ts'
import { words } from '#src/words/words.ts'
import { aboutRows } from './about-rows.ts'
import type { PayoffLetterFacts, PayoffLines } from './document-facts.ts'
import type { PayoffLetterSheet } from './sheet.ts'
import { frameOf } from './sheet-frame.ts'

/** In the language of the facts. Where money can still come back, the letter counts without it. */
export function payoffLetterSheet(facts: PayoffLetterFacts): PayoffLetterSheet {
  const all = words(facts.locale).documents
  const w = all.payoffLetter
  const say = sayIn(facts)
  const { lender } = facts
  return {
    ...frameOf(facts, {
      title: w.title(facts.vehicle, say.date(facts.writtenOn, 'dated')),
      kind: all.kinds.payoffLetter,
    }),
    template: 'payoff-letter',
    about: [...aboutRows(facts), { label: all.print.quote, value: facts.quote }],
    heading: w.heading(say.date(facts.on, 'full')),
    total: say.money(facts.cleared.total),
    notes: notes(facts),
    lines: { heads: [w.what, w.amount], rows: lineRows(facts) },
    days: {
      heading: w.days.heading(say.date(facts.goodThrough, 'dated')),
      lead: Number(facts.perDiem) > 0 ? w.days.lead(`$${facts.perDiem}`) : w.days.still,
      ...daysTable(facts),
    },
    columns: [
      { heading: w.send.heading, lines: [w.send.mail, lender.mail.join(', '), w.send.electronic] },
      {
        heading: w.follows.heading,
        lines: followsLines(facts),
      },
    ],
  }
}

/** Of a charge-off no remainder is let go of, and the vehicle may be sold already. */
function followsLines({ locale, cleared, smallRemainder }: PayoffLetterFacts): string[] {
  const { documents, sharing } = words(locale)
  const { zero, lien, over, less, lessDropped, changes } = documents.payoffLetter.follows
  if (cleared.chargedOff > 0) return [zero, sharing.view.chargedOff, `${over} ${less}`, changes]
  const short = smallRemainder > 0 ? lessDropped(formatMoney(smallRemainder, locale)) : less
  return [`${zero} ${lien}`, `${over} ${short}`, changes]
}

function sayIn({ locale, lender }: PayoffLetterFacts) {
  return {
    money: (amount: PayoffLines['total']) => formatMoney(amount, locale),
    date: (day: CivilDate, style: DateStyle) => formatDate(day, locale, style),
    time: (instant: string) => formatTime(instant, { zone: lender.timeZone, locale }),
  }
}

function notes(facts: PayoffLetterFacts): string[] {
  const w = words(facts.locale).documents.payoffLetter
  const say = sayIn(facts)
  const promise = w.promise(say.time(facts.until))
  const [first, ...more] = facts.returnable
  if (!first) return [promise]
  const then = say.money(facts.counted.total)
  const lastDay =
    facts.returnable
      .map(({ until }) => until)
      .toSorted()
      .at(-1) ?? first.until
  const until = say.date(lastDay, 'day')
  const returnable =
    more.length > 0
      ? w.clearedOnlyMany(until, then)
      : w.clearedOnly(say.money(first.amount), say.date(first.on, 'day'), until, then)
  return [promise, returnable]
}

type Row = PayoffLetterSheet['lines']['rows'][number]

function lineRows(facts: PayoffLetterFacts): Row[] {
  const w = words(facts.locale).documents.payoffLetter
  const say = sayIn(facts)
  const { cleared } = facts
  const row = (label: string, amount: PayoffLines['total']) => ({
    label,
    amount: say.money(amount),
  })
  const isSet = (amount: PayoffLines['total']) => amount !== 0
  return [
    ...(isSet(cleared.chargedOff) ? [row(w.chargedOff, cleared.chargedOff)] : owedRows(facts, row)),
    ...(isSet(plus(cleared.lateCharges, cleared.fees)) ? [] : [row(w.none, ZERO_CENTS)]),
    ...(isSet(cleared.lateCharges) ? [row(w.lateCharges, cleared.lateCharges)] : []),
    ...(isSet(cleared.fees) ? [row(w.fees, cleared.fees)] : []),
    ...(isSet(cleared.lateChargesToCome)
      ? [row(w.lateChargesToCome, cleared.lateChargesToCome)]
      : []),
    ...(isSet(cleared.unapplied) ? [row(w.unapplied, minus(ZERO_CENTS, cleared.unapplied))] : []),
    { ...row(w.total(say.date(facts.on, 'dated')), cleared.total), total: true },
  ]
}

function owedRows(
  facts: PayoffLetterFacts,
  row: (label: string, amount: PayoffLines['total']) => Row,
): Row[] {
  const w = words(facts.locale).documents.payoffLetter
  const say = sayIn(facts)
  const { principal, interest, interestDays, interestFrom } = facts.cleared
  const from = say.date(interestFrom, 'dated')
  return [
    row(facts.returnable.length > 0 ? w.principalCleared : w.principal, principal),
    row(
      interestDays === 0 && interest === 0
        ? w.interestNone
        : w.interest(from, say.date(facts.on, 'dated'), interestDays),
      interest,
    ),
  ]
}

function daysTable(facts: PayoffLetterFacts): Pick<PayoffLetterSheet['days'], 'heads' | 'rows'> {
  const w = words(facts.locale).documents.payoffLetter.days
  const say = sayIn(facts)
  const isApart = facts.returnable.length > 0
  return {
    heads: [w.day, ...(isApart ? [w.cleared, w.counted] : [w.amount])],
    rows: facts.days.map((day) => {
      const name = say.date(day.on, 'weekdayDated')
      return [
        day.isBankingDay ? name : `${name} (${w.online})`,
        say.money(day.cleared),
        ...(isApart ? [say.money(day.counted)] : []),
      ]
    }),
  }
}
