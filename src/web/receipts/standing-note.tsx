// What a payment that went to the bank, came back, or was never sent asks of whoever made it.
import { returnRule } from '#src/domain/rules/ach-returns.ts'
import { Note } from '#src/ui/note.tsx'
import type { PaymentParts } from './payment-parts.ts'

/** Nothing where all goes as it was set. */
export function StandingNote(parts: PaymentParts) {
  switch (parts.paid.standing) {
    case 'onItsWay':
      return <TooLate {...parts} />
    case 'retrying':
    case 'returned':
      return <CameBack {...parts} />
    case 'held':
      return <Held {...parts} />
    case 'returnable':
    case 'cleared':
      return parts.paid.tries.length > 1 ? <PaidLater {...parts} /> : null
    case 'notSent':
      return <NotSent {...parts} />
    default:
      return null
  }
}

/** The stop order is the bank's duty (12 CFR 1005.10(c)), the cutoff is ours. */
function TooLate({ visit, paid }: PaymentParts) {
  const { reader, ctx } = visit
  const w = reader.words.payments.states.tooLate
  const { payment } = paid
  if (!payment.mine) return null
  return (
    <Note tone="info" lead={w.lead}>
      {w.text(reader.date(payment.withdrawn, 'long'), ctx.lender.phone)}
    </Note>
  )
}

function CameBack({ visit, paid }: PaymentParts) {
  const { reader, base } = visit
  const { back: w, takenBack: seeEntry } = reader.words.payments.states
  const { payment, tries, standing, takenBack } = paid
  const amount = reader.money(payment.amount)
  if (!payment.mine)
    return (
      <Note tone="warn" lead={w.leadTheirs(amount)}>
        {w.dueAgain}
      </Note>
    )
  const code = tries.findLast(({ state }) => state === 'returned')?.returnCode
  const known = code ?? payment.stateReason
  const why = known ? returnWords(known, { visit, paid }) : null
  const lead = why === null ? w.leadPlain(amount) : w.lead(amount, why)
  const again = tries.find(({ state, attempt }) => attempt > 1 && state !== 'returned')
  if (standing === 'retrying')
    return (
      <Note tone="warn" lead={lead}>
        {again?.state === 'waiting' ? w.again(reader.date(again.sendOn, 'long')) : w.againSent}
      </Note>
    )
  const { action } = returnRule(known ?? '')
  return (
    <Note tone="bad" lead={lead}>
      {[w.dueAgain, ...(payment.attempts > 1 ? [w.tries(payment.attempts)] : []), w.next[action]]
        .filter(Boolean)
        .join(' ')}{' '}
      {takenBack && <a href={`${base}/activity/${takenBack.eventId}`}>{seeEntry}</a>}
    </Note>
  )
}

/** One that counts came back before: told, so that two debits at the bank are no riddle. */
function PaidLater({ visit, paid }: PaymentParts) {
  const { reader } = visit
  const { back: w } = reader.words.payments.states
  const { payment, tries } = paid
  const amount = reader.money(payment.amount)
  const last = tries.findLast(({ state }) => state === 'returned')
  if (!last?.returnedOn) return null
  const why = payment.mine && last.returnCode ? returnWords(last.returnCode, { visit, paid }) : null
  const lead = why === null ? w.leadPlain(amount) : w.lead(amount, why)
  return (
    <Note tone="info" lead={payment.mine ? lead : w.leadTheirs(amount)}>
      {w.paidLater(reader.date(last.returnedOn, 'long'), reader.date(payment.effective, 'long'))}
    </Note>
  )
}

/** "Insufficient funds (R01)", within a sentence. */
function returnWords(code: string, { visit }: Pick<PaymentParts, 'visit' | 'paid'>): string {
  const { returnReasons, returnCode } = visit.reader.words.account.activity
  const reason = returnReasons[code]
  if (!reason) return lowerFirst(returnCode(code))
  return `${lowerFirst(reason)} (${code})`
}

function lowerFirst(text: string): string {
  return text.slice(0, 1).toLowerCase() + text.slice(1)
}

/** Nothing of it is the customer's doing, and nothing is asked of them. */
function Held({ visit, paid }: PaymentParts) {
  const w = visit.reader.words.payments.states.held
  const { payment, isCancelable } = paid
  if (!payment.mine) return <Note tone="warn" lead={w.theirs} />
  return (
    <Note tone="warn" lead={w.lead}>
      {isCancelable ? `${w.text} ${w.todo}` : w.retry}
    </Note>
  )
}

function NotSent({ visit, paid }: PaymentParts) {
  const { reader } = visit
  const w = reader.words.payments.states.notSent
  const { payment } = paid
  if (!payment.mine) return <Note tone="warn" lead={w.theirs} />
  const { why, todo } = w.reasons[payment.stateReason ?? ''] ?? w.other
  return (
    <Note tone="bad" lead={w.lead(why)}>
      {`${w.dueStays} ${todo}`}
    </Note>
  )
}
