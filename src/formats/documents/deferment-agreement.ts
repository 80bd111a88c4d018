// An offer to put off payments, with places to sign. Nothing on it is worked out here.
import type { CivilDate } from '#src/domain/calendar.ts'
import type { Cents } from '#src/domain/money.ts'
import { formatDate, formatMoney, formatRate } from '#src/words/format.ts'
import { words } from '#src/words/words.ts'
import { aboutRows } from './about-rows.ts'
import type { DefermentFacts } from './document-facts.ts'
import type { AgreementSheet, SheetTable } from './sheet.ts'
import { frameOf } from './sheet-frame.ts'

/** In the language of the facts. */
export function defermentSheet(facts: DefermentFacts): AgreementSheet {
  const { kinds, print, receipt, deferment: w } = words(facts.locale).documents
  const through = day(facts, facts.validThrough)
  return {
    ...frameOf(facts, {
      title: w.title(facts.vehicle, day(facts, facts.on)),
      kind: kinds.defermentAgreement,
      checkHeading: receipt.check,
      codeLabel: print.documentCode,
    }),
    template: 'agreement',
    about: aboutRows(facts),
    heading: w.heading(facts.months),
    warning: { label: w.offer, text: w.offerText(through) },
    tables: [movedTable(facts), datesTable(facts), costTable(facts)],
    notes: [
      w.after(facts.months),
      w.accrues,
      ...(facts.charges === 0 ? [] : [w.chargesStay]),
      w.autopay,
    ],
    closing: facts.feeCitation === null ? [] : [w.feeBy(facts.feeCitation)],
    signing: {
      heading: w.signing,
      lead: w.signingText(facts.lender.phone),
      // Where checks go is where papers go.
      to: facts.lender.address,
      people: [...facts.customers, facts.lender.legalName],
      labels: { signature: w.signature, date: w.date },
    },
  }
}

function movedTable(facts: DefermentFacts): SheetTable {
  const { deferment: w } = words(facts.locale).documents
  return {
    heading: w.moves(facts.months),
    heads: [w.payment, w.dueNow, w.dueThen, w.unpaid],
    words: 3,
    rows: facts.moved.map(({ number, due, newDue, amount }) => ({
      cells: [
        w.number(String(number)),
        ...[day(facts, due), day(facts, newDue), money(facts, amount)],
      ],
    })),
  }
}

function datesTable(facts: DefermentFacts): SheetTable {
  const { deferment: w } = words(facts.locale).documents
  const { nextDue, lastDue } = facts
  return {
    heading: w.dates,
    heads: [w.what, w.today, w.afterwards],
    words: 3,
    rows: [
      { cells: [w.nextDue, day(facts, nextDue.before), day(facts, nextDue.after)] },
      { cells: [w.lastDue, day(facts, lastDue.before), day(facts, lastDue.after)] },
    ],
  }
}

function costTable(facts: DefermentFacts): SheetTable {
  const { deferment: w } = words(facts.locale).documents
  const { meanwhile, principal, rate, interestLeft, fee, charges, nextDue } = facts
  const row = (label: string, amount: Cents) => ({ cells: [label, money(facts, amount)] })
  const [from, to] = [day(facts, meanwhile.from), day(facts, nextDue.after)]
  const working = w.working(String(meanwhile.days), money(facts, principal), formatRate(rate))
  return {
    heading: w.costs,
    heads: [w.what, w.amount],
    words: 1,
    rows: [
      row(`${w.meanwhile(from, to)} ${working}`, meanwhile.interest),
      row(w.leftBefore, interestLeft.before),
      row(w.leftAfter, interestLeft.after),
      row(w.more, interestLeft.more),
      row(w.fee, fee),
      ...(charges === 0 ? [] : [row(w.charges, charges)]),
    ],
  }
}

function day({ locale }: DefermentFacts, on: CivilDate): string {
  return formatDate(on, locale, 'dated')
}

function money({ locale }: DefermentFacts, amount: Cents): string {
  return formatMoney(amount, locale)
}
