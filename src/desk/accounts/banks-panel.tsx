import { mayEver } from '#src/identity/staff/staff-policy.ts'
import type { StaffSession } from '#src/identity/staff/staff-sessions.ts'
import type { AccountMoney } from '#src/servicing/desk-account/view-account-money.ts'
import { type Fact, FactList } from '#src/ui/figures/fact-list.tsx'
import { Panel } from '#src/ui/panel.tsx'
import type { DeskContext } from '../desk-context.ts'

type Of = {
  readonly c: DeskContext
  readonly session: StaffSession
  readonly view: AccountMoney
}

/** From which its borrowers pay, by their endings; a number is marked from here. */
export function BanksPanel({ c, session, view }: Of) {
  const w = c.get('words').desk.marks
  const mayMark = mayEver(session.role, 'markNumber')
  const facts = view.banks.map((bank): Fact => {
    const name = w.met(bank.bankName, bank.lastFour)
    const owner = view.people.get(bank.obligorId)?.name ?? ''
    const href = `/accounts/${view.accountId}/banks/${bank.id}/mark`
    return {
      mark: { icon: bank.state === 'stopped' ? 'triangle-alert' : 'landmark' },
      title: name,
      detail: `${w.own.states[bank.state]} · ${w.own.of(owner)}`,
      ...(mayMark && {
        action: (
          <a href={href} aria-label={w.own.markNamed(name)}>
            {w.own.mark}
          </a>
        ),
      }),
    }
  })
  return (
    <Panel title={w.own.title} lead={w.own.lead}>
      {facts.length === 0 ? <p>{w.own.none}</p> : <FactList look="ruled" facts={facts} />}
    </Panel>
  )
}
