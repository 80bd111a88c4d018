// The next three debits, each with its day, its amount to the cent, why, and what it does.
import type { DebitView, Foreseen } from '#src/servicing/autopay/debit-view.ts'
import { Amount } from '#src/ui/amount.tsx'
import { MoneyState } from '#src/ui/money-state.tsx'
import { Note } from '#src/ui/note.tsx'
import { Panel, Rule } from '#src/ui/panel.tsx'
import { debitReasons } from '#src/words/debit-reasons.ts'
import type { AccountVisit } from '../account-visit.tsx'
import { spoken } from '../masked.tsx'
import { DebitSplit } from './debit-split.tsx'

export function DebitsPanel(props: {
  visit: AccountVisit
  foreseen: Foreseen
  title: string
  /** Where they are taken from. */
  lead: string
  /** False: the co-borrower set it. */
  mine: boolean
  /** `brief` without what each consists of. */
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
              seeWords={canStop(debit, props) ? reader.words.account.next.see : w.see}
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

/** A set one, by whose plan it is, until its cutoff. */
function canStop(
  debit: DebitView,
  { visit, mine }: { visit: AccountVisit; mine: boolean },
): boolean {
  return mine && visit.ctx.clock.now() < debit.stopUntil
}

function DebitCard(props: { visit: AccountVisit; debit: DebitView; seeWords: string }) {
  const { visit, debit, seeWords } = props
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
      {debit.effect && <DebitSplit visit={visit} debit={debit} effect={debit.effect} />}
      {takes && (
        <p class="k-small mt-3">
          {debit.paymentId ? (
            <a href={`${base}/payments/${debit.paymentId}`}>{seeWords}</a>
          ) : (
            w.later
          )}
        </p>
      )}
    </>
  )
}
