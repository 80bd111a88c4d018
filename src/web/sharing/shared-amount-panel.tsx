// The amount that a third party is told: of cleared money alone, with its parts; beside it what
// would close the loan if no bank takes anything back.
import { addDays } from '#src/domain/calendar.ts'
import { minus, plus, ZERO_CENTS } from '#src/domain/money.ts'
import type { LenderFile } from '#src/lender-file.ts'
import { cutoffOn } from '#src/servicing/lender-rules.ts'
import type { SharedPayoff } from '#src/servicing/sharing/shared-payoff.ts'
import { Amount } from '#src/ui/amount.tsx'
import { AmountLead } from '#src/ui/figures/amount-lead.tsx'
import { type DefinitionRow, DefinitionRows } from '#src/ui/figures/definition-rows.tsx'
import { IconLine } from '#src/ui/icon-line.tsx'
import { Note } from '#src/ui/note.tsx'
import { Panel } from '#src/ui/panel.tsx'
import { formatExact } from '#src/words/format.ts'
import type { Reader } from '../reader.ts'

type Props = {
  readonly shared: SharedPayoff
  readonly reader: Reader
  readonly lender: LenderFile
}

export function SharedAmountPanel({ shared, reader, lender }: Props) {
  const w = reader.words.sharing.view
  const { quoted } = shared
  const { on } = quoted.payoff
  const told = quoted.clearedOnly?.payoff ?? quoted.payoff
  const time = reader.time(cutoffOn(lender, on))
  return (
    <Panel>
      <AmountLead
        label={w.toClose(reader.date(on, 'full'))}
        amount={<Amount cents={told.total} locale={reader.locale} size="payoff" />}
      />
      <IconLine icon="circle-check">{w.promise(time)}</IconLine>
      {quoted.clearedOnly && (
        <div class="mt-4">
          <Note tone="warn" lead={w.cleared}>
            {w.ifNothing(lastUntil(shared, reader), reader.money(quoted.payoff.total))}
          </Note>
        </div>
      )}
      <div class="mt-4">
        <DefinitionRows look="ruled" rows={lines(shared, reader)} />
      </div>
      <p class="k-small mt-4">
        {lessWords(shared, reader)} {w.changes}
      </p>
    </Panel>
  )
}

/** As the letter says it. */
function lessWords({ quoted: { smallRemainder, payoff } }: SharedPayoff, reader: Reader): string {
  const { less, lessDropped } = reader.words.documents.payoffLetter.follows
  const isDropped = smallRemainder > 0 && payoff.chargedOff === 0
  return isDropped ? lessDropped(reader.money(smallRemainder)) : less
}

function lastUntil({ quoted }: SharedPayoff, reader: Reader): string {
  const last =
    quoted.returnable
      .map(({ until }) => until)
      .toSorted()
      .at(-1) ?? quoted.payoff.on
  return reader.date(last, 'dated')
}

/** The parts as the letter names them. */
function lines({ quoted }: SharedPayoff, reader: Reader): DefinitionRow[] {
  const { documents, sharing } = reader.words
  const w = documents.payoffLetter
  const { money } = reader
  const { payoff, clearedOnly, days, quote } = quoted
  const told = clearedOnly?.payoff ?? payoff
  const charges = plus(told.lateCharges, told.fees)
  const row = (label: string, amount: typeof charges) => ({ label, value: money(amount) })
  const asked = days.find(({ on }) => on === payoff.on)?.interestDays ?? 0
  const interestDays = clearedOnly?.interestDays ?? asked
  const from = reader.date(addDays(told.on, -interestDays), 'dated')
  const to = reader.date(told.on, 'dated')
  const owed = [
    row(clearedOnly ? w.principalCleared : w.principal, told.principal),
    row(
      interestDays === 0 && told.interest === 0
        ? w.interestNone
        : w.interest(from, to, interestDays),
      told.interest,
    ),
  ]
  const each = clearedOnly?.payoff.perDiem ?? payoff.perDiem
  return [
    ...(told.chargedOff > 0 ? [row(w.chargedOff, told.chargedOff)] : owed),
    ...(charges === 0 ? [row(w.none, ZERO_CENTS)] : []),
    ...(told.lateCharges > 0 ? [row(w.lateCharges, told.lateCharges)] : []),
    ...(told.fees > 0 ? [row(w.fees, told.fees)] : []),
    ...(told.lateChargesToCome > 0 ? [row(w.lateChargesToCome, told.lateChargesToCome)] : []),
    ...(told.unapplied > 0 ? [row(w.unapplied, minus(ZERO_CENTS, told.unapplied))] : []),
    { label: w.total(to), value: money(told.total), strength: 'total' },
    { label: sharing.view.perDiem, value: formatExact(each) },
    { label: sharing.view.goodThrough, value: reader.date(quote.goodThrough, 'dated') },
    { label: sharing.view.reference, value: <span class="k-code">{quote.number}</span> },
  ]
}
