import type { AccountFlag } from '#src/domain/rules/flags/account-flags.ts'
import { mayEver } from '#src/identity/staff/staff-policy.ts'
import type { StaffSession } from '#src/identity/staff/staff-sessions.ts'
import type { AccountMoney } from '#src/servicing/desk-account/view-account-money.ts'
import { ButtonLink, Buttons } from '#src/ui/button.tsx'
import { type Fact, FactList } from '#src/ui/figures/fact-list.tsx'
import { Panel } from '#src/ui/panel.tsx'
import { type DeskContext, momentsFor } from '../desk-context.ts'
import { writers } from '../money/money-links.tsx'

type Of = {
  readonly c: DeskContext
  readonly session: StaffSession
  readonly view: AccountMoney
}

/** What is known of the account, and how it came to be known; what was lifted stays to be read. */
export function FlagsPanel({ c, session, view }: Of) {
  const w = c.get('words').desk.accounts.flags
  const { accountId, flags } = view
  const isOrdered = flags.some(({ kind, lifted }) => kind === 'repossession' && lifted === null)
  return (
    <Panel title={w.title}>
      <div class="k-flow">
        {flags.length === 0 ? (
          <p>{w.none}</p>
        ) : (
          <FactList
            look="ruled"
            facts={[...flags]
              .sort((a, b) => Number(a.lifted !== null) - Number(b.lifted !== null))
              .map((flag) => factOf({ c, session, view }, flag))}
          />
        )}
        <Buttons>
          {mayEver(session.role, 'setFlag') && (
            <ButtonLink href={`/accounts/${accountId}/flags`}>{w.add}</ButtonLink>
          )}
          {mayEver(session.role, 'orderRepossession') && !isOrdered && (
            <ButtonLink href={`/accounts/${accountId}/repossession`}>{w.order}</ButtonLink>
          )}
        </Buttons>
      </div>
    </Panel>
  )
}

function factOf({ c, session, view }: Of, flag: AccountFlag): Fact {
  const w = c.get('words').desk.accounts.flags
  const { moment } = momentsFor(c)
  const { lifted } = flag
  const name = flagName(c, view, flag)
  const mayLift = lifted === null && mayEver(session.role, 'liftFlag')
  return {
    mark: { icon: lifted === null ? 'triangle-alert' : 'circle-check' },
    title: lifted === null ? name : `${name} · ${w.past}`,
    detail: (
      <>
        {flag.setBy.kind === 'system' ? (w.causes[flag.reason] ?? flag.reason) : flag.reason}
        <br />
        {w.since(writers(c).day(flag.since), moment(flag.setAt))}
        {lifted && (
          <>
            <br />
            {w.lifted(moment(lifted.at), lifted.reason)}
          </>
        )}
      </>
    ),
    ...(mayLift && {
      action: (
        <a
          href={`/accounts/${view.accountId}/flags/${flag.id}/lift`}
          aria-label={w.liftNamed(name)}
        >
          {w.lift}
        </a>
      ),
    }),
  }
}

/** "Death of Elena Marsh" */
export function flagName(
  c: DeskContext,
  { people }: Pick<AccountMoney, 'people'>,
  { kind, obligorId }: Pick<AccountFlag, 'kind' | 'obligorId'>,
): string {
  const w = c.get('words').desk.accounts.flags
  const name = obligorId === null ? undefined : people.get(obligorId)?.name
  return name === undefined ? w.kinds[kind] : w.of(w.kinds[kind], name)
}
