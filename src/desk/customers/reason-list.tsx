import type { StuckReason } from '#src/identity/assistance/stuck-reasons.ts'
import type { SignInView } from '#src/identity/assistance/view-sign-in.ts'
import { type Fact, FactList } from '#src/ui/figures/fact-list.tsx'
import type { IconName } from '#src/ui/icon.tsx'
import { type DeskContext, momentsFor } from '../desk-context.ts'

/** Why they do not get in, and what to tell them; the most serious first. */
export function ReasonList({ c, view }: { c: DeskContext; view: SignInView }) {
  const w = c.get('words').desk.customers
  const facts: readonly Fact[] =
    view.reasons.length === 0
      ? [
          {
            mark: { icon: 'circle-check' },
            title: w.reasons.none.title,
            detail: w.reasons.none.text,
          },
        ]
      : view.reasons.map((reason) => factOf(c, reason))
  return <FactList look="ruled" facts={facts} />
}

function factOf(c: DeskContext, reason: StuckReason): Fact {
  const w = c.get('words').desk.customers
  const { moment } = momentsFor(c)
  const mark = { icon: ICONS[reason.code] }
  switch (reason.code) {
    case 'waiting': {
      const { title, text } = w.reasons.waiting
      return { mark, title: title(w.kind[reason.kind], moment(reason.until)), detail: text }
    }
    case 'closed':
    case 'wrong': {
      const { title, text } = w.reasons[reason.code]
      const times = reason.code === 'wrong' ? reason.times : 0
      return { mark, title: title(w.kind[reason.kind], times), detail: text }
    }
    case 'held':
      return {
        mark,
        title: w.reasons.held.title(moment(reason.until)),
        detail: w.reasons.held.text,
      }
    case 'gaveUp':
    case 'recoveryRequired': {
      const { title, text } = w.reasons[reason.code]
      return { mark, title: title(moment(reason.since)), detail: text }
    }
    default: {
      const { title, text } = w.reasons[reason.code]
      return { mark, title, detail: text }
    }
  }
}

const ICONS: Readonly<Record<StuckReason['code'], IconName>> = {
  notRegistered: 'info',
  gaveUp: 'info',
  noContact: 'triangle-alert',
  recoveryRequired: 'lock',
  closed: 'lock',
  waiting: 'clock',
  wrong: 'circle-alert',
  held: 'clock',
}
