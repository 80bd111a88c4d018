// Each change and each decision with its reason, newest first.
import { noticeWords } from '#src/formats/messages/notice-facts.ts'
import type { AutopayView } from '#src/servicing/autopay/view-autopay.ts'
import { type Fact, FactList } from '#src/ui/figures/fact-list.tsx'
import { Panel } from '#src/ui/panel.tsx'
import { debitReasons } from '#src/words/debit-reasons.ts'
import type { AccountVisit } from '../account-visit.tsx'
import { spoken } from '../masked.tsx'

export function HistoryPanel(props: {
  visit: AccountVisit
  shown: AutopayView
  /** Installments of the contract. */
  of: number
}) {
  const { visit, shown } = props
  const entries = [
    // What was decided in one moment with a change followed from it.
    ...shown.debits
      .toReversed()
      .map((debit) => ({ at: debit.decidedAt, fact: debitFact(props, debit) })),
    ...shown.changes.map((change) => ({ at: change.at, fact: changeFact(visit, shown, change) })),
  ]
  const newestFirst = entries.sort((a, b) => b.at.localeCompare(a.at)).slice(0, MOST_SHOWN)
  return (
    <Panel title={visit.reader.words.autopay.pages.history.heading}>
      <FactList look="ruled" facts={newestFirst.map(({ fact }) => fact)} />
    </Panel>
  )
}

const MOST_SHOWN = 40

function changeFact(
  { reader }: AccountVisit,
  { mine }: AutopayView,
  change: AutopayView['changes'][number],
): Fact {
  const w = reader.words.autopay.pages.history
  const { reason } = change
  const template = `autopay${reason.charAt(0).toUpperCase()}${reason.slice(1)}`
  const said = noticeWords({ template, parameters: change.details }, reader.locale)
  const by = { obligor: w.byYou, system: w.byUs, bank: w.byBank, staff: w.byStaff }
  // What was agreed to stands in the plan, and names the bank account: it is its owner's alone.
  const text = mine && change.details.authorization === undefined ? said?.text : ''
  return {
    mark: { icon: change.to === 'active' ? 'circle-check' : 'info' },
    title: said?.title,
    detail: (
      <>
        {text && (
          <>
            {spoken(text, reader)}
            <br />
          </>
        )}
        {reader.moment(change.at)}
        {(mine || change.actor.kind !== 'obligor') && ` · ${by[change.actor.kind]}`}
      </>
    ),
  }
}

function debitFact(
  { visit, of }: { visit: AccountVisit; of: number },
  debit: AutopayView['debits'][number],
): Fact {
  const { reader, base } = visit
  const pages = reader.words.autopay.pages
  const w = pages.history
  const day = reader.date(debit.day, 'dated')
  const amount = reader.money(debit.amount)
  const title = {
    made: w.made(amount, day),
    skipped: w.skipped(day),
    replaced: w.replaced(amount, day),
  }
  const { installment, reasons } = debit
  return {
    mark: { icon: debit.state === 'made' ? 'calendar-days' : 'info' },
    title: title[debit.state],
    detail: (
      <>
        {debitReasons({ installment, of, reasons }, reader.locale).join(' ')}
        <br />
        {reader.moment(debit.decidedAt)} · {w.byUs}
      </>
    ),
    ...(debit.paymentId !== null && {
      action: <a href={`${base}/payments/${debit.paymentId}`}>{pages.next.see}</a>,
    }),
  }
}
