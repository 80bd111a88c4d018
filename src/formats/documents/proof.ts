// Papers that prove that money came: a payment's receipt, and that a loan is paid in full.
import { type Cents, plus } from '#src/domain/money.ts'
import { formatDate, formatMoney } from '#src/words/format.ts'
import { words } from '#src/words/words.ts'
import { aboutRows } from './about-rows.ts'
import type { PaidInFullFacts, ReceiptFacts } from './document-facts.ts'
import type { ProofSheet } from './sheet.ts'
import { frameOf } from './sheet-frame.ts'

/** In the language of the facts. */
export function receiptSheet(facts: ReceiptFacts): ProofSheet {
  const { confirmation, balance } = facts
  const { documents: all } = words(facts.locale)
  const w = all.receipt
  const on = dated(facts, 'full')
  return {
    ...frame(facts, w.title(facts.vehicle, dated(facts, 'dated')), w.check),
    about: [
      ...aboutRows(facts),
      ...(confirmation === null ? [] : [{ label: w.confirmation, value: confirmation }]),
    ],
    heading: w.heading(on),
    total: money(facts, facts.amount),
    notes: [...clearingNotes(facts), ...feeNotes(facts), ...orderNotes(facts)],
    lines: {
      heads: [w.what, w.amount],
      rows: [
        ...facts.parts
          .filter(({ amount }) => amount !== 0)
          .map(({ part, amount }) => row(facts, partName(facts, part), amount)),
        { ...row(facts, w.total, facts.amount), total: true },
        row(facts, afterName(facts), balance),
      ],
    },
  }
}

function partName({ locale }: ReceiptFacts, part: ReceiptFacts['parts'][number]['part']): string {
  const { documents, account } = words(locale)
  return part === 'recovered' ? account.activity.toChargedOff : documents.statement.parts[part]
}

function afterName({ locale, product, isChargedOff }: ReceiptFacts): string {
  const { documents, account } = words(locale)
  return isChargedOff ? account.activity.owedAfter : documents.receipt.after[product]
}

/** As the page of the payment says it. */
function feeNotes(facts: ReceiptFacts): string[] {
  const { fee, amount, locale } = facts
  if (fee === 0) return []
  return [words(locale).payments.done.fee(money(facts, fee), money(facts, plus(amount, fee)))]
}

/** By which order it was split, as the page of the payment says it. */
function orderNotes({ locale, order, ruleVersion, isChargedOff }: ReceiptFacts): string[] {
  if (isChargedOff) return []
  const { documents, payments } = words(locale)
  if (order === null) return [documents.receipt.rule(ruleVersion)]
  const { buckets, order: say } = payments.states
  return [
    say(
      order.map((bucket) => buckets[bucket]),
      ruleVersion,
    ),
  ]
}

/** The same of the letter. */
export function paidInFullSheet(facts: PaidInFullFacts): ProofSheet {
  const { documents: all } = words(facts.locale)
  const w = all.paidInFull
  const { paid, held } = facts
  return {
    ...frame(facts, w.title(facts.vehicle, dated(facts, 'dated')), all.receipt.check),
    about: aboutRows(facts),
    heading: w.heading(dated(facts, 'full')),
    total: money(facts, facts.owed),
    notes: [w.nothing, ...clearingNotes(facts), w.lien],
    lines: {
      heads: [w.what, w.amount],
      rows: [
        row(facts, w.last(dated(facts, 'dated')), paid.last),
        row(facts, w.interest, paid.interest),
        row(facts, w.principal, paid.principal),
        row(facts, w.charges, paid.charges),
        ...(held === 0 ? [] : [row(facts, w.held, held)]),
        { ...row(facts, w.owed, facts.owed), total: true },
      ],
    },
  }
}

type Proof = ReceiptFacts | PaidInFullFacts

function frame(facts: Proof, title: string, checkHeading: string) {
  const { kinds, print } = words(facts.locale).documents
  const of = { title, kind: kinds[facts.kind], checkHeading, codeLabel: print.documentCode }
  return { ...frameOf(facts, of), template: 'proof' as const }
}

/** Never "final": a bank can return what has cleared for 60 days. */
function clearingNotes(facts: Proof): string[] {
  const { clearing, locale, unauthorizedUntil, kind } = facts
  if (clearing === null) return []
  const w = words(locale).documents[kind]
  const until = formatDate(unauthorizedUntil ?? clearing.on, locale, 'dated')
  const day = formatDate(clearing.on, locale, 'dated')
  return [clearing.state === 'cleared' ? w.cleared(day, until) : w.returnable(day, until)]
}

function dated({ on, locale }: Proof, style: 'full' | 'dated'): string {
  return formatDate(on, locale, style)
}

function row(facts: Proof, label: string, amount: Cents) {
  return { label, amount: money(facts, amount) }
}

function money({ locale }: Proof, amount: Cents): string {
  return formatMoney(amount, locale)
}
