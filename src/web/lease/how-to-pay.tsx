// Where a loan has its payments, a lease says how it is paid today.
import type { LeaseView } from '#src/servicing/view-account.ts'
import { Amount } from '#src/ui/amount.tsx'
import { AmountLead } from '#src/ui/figures/amount-lead.tsx'
import { FactList } from '#src/ui/figures/fact-list.tsx'
import { PageHeading } from '#src/ui/layout/page-heading.tsx'
import { Area, PanelGrid } from '#src/ui/layout/panel-grid.tsx'
import { Panel, Rule } from '#src/ui/panel.tsx'
import { AccountIdentity, type AccountVisit, showAccountPage } from '../account-visit.tsx'
import type { PageStatus } from '../page.tsx'
import { LeaseDueLine } from './lease-due-line.tsx'

export function howToPayPage(visit: AccountVisit, view: LeaseView): Response {
  return answer(visit, view, 200)
}

/** For a form that a lease does not have. */
export function notPaidHere(visit: AccountVisit, view: LeaseView): Response {
  return answer(visit, view, 422)
}

function answer(visit: AccountVisit, view: LeaseView, status: PageStatus): Response {
  const w = visit.reader.words.lease.pay
  return showAccountPage(visit, view, {
    title: w.title,
    current: 'payments',
    dock: 'payments',
    status,
    children: (
      <>
        <PageHeading
          identity={<AccountIdentity visit={visit} view={view} />}
          title={w.title}
          lead={w.lead}
        />
        <PanelGrid split="7-5">
          <Area at="main">
            <Ways visit={visit} view={view} />
          </Area>
          <Area at="side">
            <Panel title={w.what}>
              <div class="k-flow">
                <p>{w.order}</p>
                <p>{w.early}</p>
                <p>
                  <a href={`${visit.base}/activity`}>{w.activity}</a>
                </p>
              </div>
            </Panel>
          </Area>
        </PanelGrid>
      </>
    ),
  })
}

function Ways({ visit, view }: { visit: AccountVisit; view: LeaseView }) {
  const { reader, ctx } = visit
  const w = reader.words.lease.pay
  const { next } = reader.words.account
  const { lender } = ctx
  const number = view.accountNumber
  return (
    <Panel>
      {!view.knownThrough && (
        <>
          <AmountLead
            label={view.daysPastDue > 0 ? next.headingPastDue : next.heading}
            amount={<Amount cents={view.due.total} locale={reader.locale} size="task" />}
            below={<LeaseDueLine view={view} reader={reader} />}
          />
          <Rule />
        </>
      )}
      <FactList
        look="roomy"
        facts={[
          {
            mark: { icon: 'phone' },
            title: w.phone,
            detail: w.phoneText(lender.phone, lender.hours[reader.locale]),
          },
          {
            mark: { icon: 'mail' },
            title: w.mail,
            detail: (
              <>
                {w.mailText(number)}
                <br />
                {lender.address.map((line) => (
                  <>
                    {line}
                    <br />
                  </>
                ))}
                {w.mailDate}
              </>
            ),
          },
        ]}
      />
    </Panel>
  )
}
