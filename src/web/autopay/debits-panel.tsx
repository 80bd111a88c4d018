// The next three debits, each with its day, its amount to the cent, why, and what it does.
import type { DebitView, Foreseen } from '#src/servicing/autopay/debit-view.ts'
import { Amount } from '#src/ui/amount.tsx'
import { DefinitionRows } from '#src/ui/figures/definition-rows.tsx'
import { MoneyState } from '#src/ui/money-state.tsx'
import { Note } from '#src/ui/note.tsx'
import { Panel, Rule } from '#src/ui/panel.tsx'
import { debitReasons } from '#src/words/debit-reasons.ts'
import type { AccountVisit } from '../account-visit.tsx'
import { spoken } from '../masked.tsx'

export function DebitsPanel(props: {
  visit: AccountVisit
  foreseen: Foreseen
  title: string
  /** Where they are taken from. */
  lead: string
  /** `brief` without what each does to the loan. */
  layout: 'across' | 'down' | 'brief'
}) {
  const { visit, foreseen, title, lead, layout } = props
  const { reader, base } = visit
  const w = reader.words.autopay.pages.next
  const { last, leftOut, next } = foreseen
  return (
    <Panel title={title} lead={spoken(lead, reader)}>
      {leftOut && (
        <div class="mb-5">
          <Note
            tone="warn"
            lead={w.leftOut(reader.money(leftOut.amount), reader.date(leftOut.due, 'long'))}
          >
            <a href={`${base}/payments/new`}>{w.pay}</a>
          </Note>
        </div>
      )}
      <ol class={layout === 'across' ? 'k-debits k-debits-across' : 'k-debits'}>
        {next.map((debit) => (
          <li>
            <DebitCard
              visit={visit}
              debit={layout === 'brief' ? { ...debit, effect: null } : debit}
            />
          </li>
        ))}
      </ol>
      {last && (
        <>
          <Rule />
          <Note tone="plain" icon="flag" lead={w.lastLead}>
            {lastWords(last, visit)}
          </Note>
        </>
      )}
    </Panel>
  )
}

function lastWords(last: NonNullable<Foreseen['last']>, { reader }: AccountVisit): string {
  const w = reader.words.autopay.pages.next
  const isLease = last.reasons.some(({ code }) => code === 'lastPayment')
  const words = isLease ? w.lastOfLease : w.last
  return words(reader.date(last.on, 'dated'), reader.money(last.amount))
}

function DebitCard({ visit, debit }: { visit: AccountVisit; debit: DebitView }) {
  const { reader, base } = visit
  const w = reader.words.autopay.pages.next
  const takes = debit.amount > 0
  return (
    <>
      <h3 class="k-name">
        {takes ? (
          <MoneyState state="scheduled">{reader.date(debit.withdrawn, 'long')}</MoneyState>
        ) : (
          reader.date(debit.on, 'long')
        )}
      </h3>
      <p class="k-figure mt-1">
        {takes ? <Amount cents={debit.amount} locale={reader.locale} size="figure" /> : w.nothing}
      </p>
      <p class="k-small mt-1">
        {takes && debit.withdrawn !== debit.on && `${w.counts(reader.date(debit.on, 'long'))} `}
        {debitReasons(debit, reader.locale).join(' ')}
      </p>
      {debit.effect && <Effect visit={visit} effect={debit.effect} />}
      {takes && (
        <p class="k-small mt-3">
          {debit.paymentId ? <a href={`${base}/payments/${debit.paymentId}`}>{w.see}</a> : w.later}
        </p>
      )}
    </>
  )
}

function Effect(props: { visit: AccountVisit; effect: NonNullable<DebitView['effect']> }) {
  const { visit, effect } = props
  const { reader } = visit
  const w = reader.words.autopay.pages.next
  const { days } = reader.words.account
  return (
    <div class="mt-3">
      <DefinitionRows
        rows={[
          { label: w.interest(days(effect.interestDays)), value: reader.money(effect.interest) },
          { label: w.principal, value: reader.money(effect.principal) },
          { label: w.after, value: reader.money(effect.principalAfter) },
        ]}
      />
    </div>
  )
}
