import type { AccountMoney } from '#src/servicing/desk-account/view-account-money.ts'
import type { AccountSharing } from '#src/servicing/sharing/view-sharing.ts'
import { Chip } from '#src/ui/chip.tsx'
import { type Fact, FactList } from '#src/ui/figures/fact-list.tsx'
import { Panel } from '#src/ui/panel.tsx'
import { type DeskContext, momentsFor } from '../desk-context.ts'
import { writers } from '../money/money-links.tsx'

type Of = {
  readonly c: DeskContext
  readonly view: AccountMoney
  readonly sharing: AccountSharing
}

/** Who sees the payoff by a link, and the payoff that somebody said will come. */
export function SharingPanel({ c, view, sharing }: Of) {
  const w = c.get('words').sharing
  const { links, intended } = sharing
  if (view.product === 'lease') return null
  return (
    <Panel title={w.desk.links}>
      <div class="k-flow">
        <p>{intended ? awaited(c, intended) : w.desk.noIntended}</p>
        {links.length === 0 ? (
          <p>{w.desk.none}</p>
        ) : (
          <FactList look="ruled" facts={links.map((link) => factOf({ c, view, sharing }, link))} />
        )}
      </div>
    </Panel>
  )
}

function awaited(c: DeskContext, { intended, standing }: NonNullable<AccountSharing['intended']>) {
  const { states } = c.get('words').sharing.paying
  const { day, money } = writers(c)
  const { payer, amount, expectedOn } = intended
  switch (standing.is) {
    case 'late':
      return states.late(payer, day(expectedOn))
    case 'short':
      return states.short(money(standing.missing))
    case 'arrived':
      return states.arrived(payer)
    default:
      return states.expected(payer, money(amount), day(expectedOn))
  }
}

function factOf({ c, view }: Of, link: AccountSharing['links'][number]): Fact {
  const { links: w, kinds, desk } = c.get('words').sharing
  const { moment } = momentsFor(c)
  const { givenTo, kind, state, createdAt, expiresAt, obligorId, visits } = link
  const isOpen = state === 'open'
  return {
    mark: { icon: isOpen ? 'eye' : 'eye-off' },
    title: (
      <>
        {givenTo} <Chip tone={isOpen ? 'ok' : 'plain'}>{desk.states[state]}</Chip>
      </>
    ),
    detail: (
      <>
        {kinds[kind]}. {desk.by(view.people.get(obligorId)?.name ?? '')}.{' '}
        {w.made(moment(createdAt))}. {isOpen && `${w.until(moment(expiresAt))}. `}
        {visits.length === 0 ? w.never : w.opened(visits.length)}
      </>
    ),
  }
}
