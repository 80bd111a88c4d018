import { mayEver } from '#src/identity/staff/staff-policy.ts'
import type { StaffSession } from '#src/identity/staff/staff-sessions.ts'
import type { AccountMoney } from '#src/servicing/desk-account/view-account-money.ts'
import type { ListedLink } from '#src/servicing/sharing/list-payoff-links.ts'
import type { AccountSharing } from '#src/servicing/sharing/view-sharing.ts'
import { Button } from '#src/ui/button.tsx'
import { Chip } from '#src/ui/chip.tsx'
import { type Fact, FactList } from '#src/ui/figures/fact-list.tsx'
import { Panel } from '#src/ui/panel.tsx'
import { type DeskContext, momentsFor } from '../desk-context.ts'
import { DeskFields } from '../desk-forms.tsx'
import { writers } from '../money/money-links.tsx'
import { PageLinks } from '../page-links.tsx'

type Of = {
  readonly c: DeskContext
  readonly session: StaffSession
  readonly view: AccountMoney
  readonly sharing: AccountSharing
}

/** Who sees the payoff by a link, and the payoff that somebody said will come. */
export function SharingPanel(of: Of) {
  const { c, view, sharing } = of
  const w = c.get('words').sharing
  const { links, intended } = sharing
  if (view.product === 'lease') return null
  return (
    <Panel title={w.desk.links}>
      <div class="k-flow" id="links">
        <p>{intended ? awaited(c, intended) : w.desk.noIntended}</p>
        {links.links.length === 0 ? (
          <p>{w.desk.none}</p>
        ) : (
          <FactList look="ruled" facts={links.links.map((link) => factOf(of, link))} />
        )}
        <PageLinks
          of={links}
          name={w.desk.links}
          words={w.desk}
          href={(page) => `/accounts/${view.accountId}?links=${page}#links`}
        />
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

function factOf(of: Of, link: ListedLink): Fact {
  const { c, session, view } = of
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
    ...(isOpen &&
      mayEver(session.role, 'endPayoffLink') && { action: <End {...of} link={link} /> }),
  }
}

function End({ c, session, view, link }: Of & { link: ListedLink }) {
  const { desk } = c.get('words').sharing
  return (
    <form method="post" action={`/accounts/${view.accountId}/links/${link.id}/end`}>
      <DeskFields c={c} session={session} />
      <Button label={desk.endNamed(link.givenTo)}>{desk.end}</Button>
    </form>
  )
}
