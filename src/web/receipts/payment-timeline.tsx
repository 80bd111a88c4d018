// The four dates of a payment, initiated, effective, withdrawn and cleared, or what came instead of
// them; and until when its bank can still return it.
import { type CivilDate, dateInZone } from '#src/domain/calendar.ts'
import { Timeline, type TimelineEntry } from '#src/ui/figures/timeline.tsx'
import { isStruck } from '../payments/payment-standing.tsx'
import type { Reader } from '../reader.ts'
import type { PaymentParts } from './payment-parts.ts'

export function PaymentTimeline(parts: PaymentParts) {
  const { reader } = parts.visit
  return (
    <>
      <Timeline
        label={reader.words.payments.done.dates}
        direction="across"
        entries={[initiated(parts), ...afterwards(parts)]}
      />
      <Returnable {...parts} />
    </>
  )
}

type Step = { title: string; on: CivilDate; detail?: string }

function initiated({ visit, paid }: PaymentParts): TimelineEntry {
  const { reader, ctx } = visit
  const w = reader.words.payments
  const { payment } = paid
  const step = {
    title: payment.mine ? w.done.sent : w.done.sentByOther,
    on: dateInZone(payment.createdAt, ctx.lender.timeZone),
    detail: reader.time(payment.createdAt),
  }
  return entry(step, { reader, isDone: true })
}

function afterwards(parts: PaymentParts): TimelineEntry[] {
  const { visit, paid } = parts
  const { reader, ctx } = visit
  const { times } = reader.words.payments.states
  const { payment, standing, today } = paid
  const { debit } = reader.words.cards.saved
  const wouldLeave = payment.byCard ? debit.wouldCharge : times.wouldLeave
  const changed = dateInZone(payment.changedAt, ctx.lender.timeZone)
  const over = (step: Step) => entry(step, { reader, isDone: true })
  switch (standing) {
    case 'canceled':
      return [
        over({ title: times.wouldCount, on: payment.effective }),
        over({ title: wouldLeave, on: payment.withdrawn }),
        over({ title: times.canceled, on: changed, detail: times.canceledText }),
      ]
    case 'held':
      return [
        over({ title: times.wouldCount, on: payment.effective }),
        over({ title: times.held, on: changed, detail: times.heldText }),
      ]
    case 'notSent':
      return [
        over({ title: times.wouldCount, on: payment.effective }),
        over({ title: wouldLeave, on: payment.withdrawn }),
        over({ title: times.notSent, on: changed, detail: times.canceledText }),
      ]
    case 'returned':
    case 'retrying':
      return returnedSteps(parts, changed)
    default:
      return (payment.byCard ? cardSteps(parts) : bankSteps(parts)).map((step) =>
        entry(step, { reader, isDone: step.on <= today }),
      )
  }
}

/** What counts counts by the ledger, whatever day it is. */
function bankSteps({ visit, view, paid }: PaymentParts): Step[] {
  const { done: w, states } = visit.reader.words.payments
  const { countsText } = view.product === 'lease' ? visit.reader.words.lease.pay : w
  const { payment, standing, today, applied } = paid
  const hasLeft = standing !== 'scheduled' && payment.withdrawn <= today
  const left = payment.mine ? states.times.left : states.times.leftTheirs
  const leaves = payment.mine ? w.leaves : states.times.leavesTheirs
  const isCleared = standing === 'cleared'
  return [
    {
      title: applied ? states.times.counted : w.counts,
      on: payment.effective,
      detail: countsText,
    },
    {
      title: hasLeft ? left : leaves,
      on: payment.withdrawn,
      ...(!hasLeft && { detail: w.leavesText }),
    },
    {
      title: w.cleared,
      on: payment.cleared,
      detail: isCleared ? states.times.clearedText : w.clearedText,
    },
  ]
}

/** Once it is charged, its page is that of a payment by card. */
function cardSteps({ visit, view, paid }: PaymentParts): Step[] {
  const { reader } = visit
  const { done: w } = reader.words.payments
  const { debit } = reader.words.cards.saved
  const { countsText } = view.product === 'lease' ? reader.words.lease.pay : w
  const { payment } = paid
  const charges = payment.mine ? debit.charges : debit.chargesTheirs
  return [
    { title: w.counts, on: payment.effective, detail: countsText },
    { title: charges, on: payment.withdrawn, detail: debit.chargesText },
  ]
}

function returnedSteps({ visit, paid }: PaymentParts, changed: CivilDate): TimelineEntry[] {
  const { reader } = visit
  const { times } = reader.words.payments.states
  const { payment, tries, takenBack, today } = paid
  const back = tries.findLast(({ state }) => state === 'returned')
  const again = tries.find(({ state, attempt }) => attempt > 1 && state !== 'returned')
  const steps: (Step & { isDone: boolean })[] = [
    {
      title: times.counted,
      on: takenBack?.effectiveDate ?? payment.effective,
      isDone: true,
    },
    {
      title: payment.mine ? times.returned : times.returnedTheirs,
      on: back?.returnedOn ?? changed,
      detail: times.returnedText,
      isDone: true,
    },
    ...(again ? [{ title: times.sentAgain, on: again.sendOn, isDone: again.sendOn < today }] : []),
  ]
  return steps.map(({ isDone, ...step }) => entry(step, { reader, isDone }))
}

function entry(step: Step, at: { reader: Reader; isDone: boolean }): TimelineEntry {
  const { reader, isDone } = at
  const { done, steps } = reader.words.payments
  return {
    state: isDone ? 'done' : 'ahead',
    stateWords: isDone ? steps.doneWords : done.ahead,
    title: step.title,
    when: reader.date(step.on, 'weekday'),
    ...(step.detail && { detail: step.detail }),
  }
}

/** Nowhere is money called final: the 60 days stand beside the four dates. */
function Returnable({ visit, paid }: PaymentParts) {
  const { reader } = visit
  const { states: w } = reader.words.payments
  const { payment, standing, today } = paid
  if (isStruck(standing) || standing === 'held') return null
  const day = reader.date(payment.returnableUntil, 'dated')
  if (payment.byCard)
    return payment.mine ? <p class="k-small mt-4">{reader.words.cards.dispute(day)}</p> : null
  const until = payment.mine ? w.unauthorized(day) : w.unauthorizedTheirs(day)
  return (
    <p class="k-small mt-4">{today <= payment.returnableUntil ? until : w.unauthorizedOver(day)}</p>
  )
}
