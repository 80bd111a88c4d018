// GET /money/requests: what waits for a second person, and what was decided lately.
import type { Hono } from 'hono'
import { mayEver, type StaffPermit } from '#src/identity/staff/staff-policy.ts'
import type { StaffSession } from '#src/identity/staff/staff-sessions.ts'
import { businessDay } from '#src/servicing/business-day.ts'
import type { MoneyRequest } from '#src/store/desk-money/money-requests.ts'
import { unappliedCredits } from '#src/store/desk-money/received-credits.ts'
import { decidedRequests, openRequests } from '#src/store/desk-money/request-lists.ts'
import { ButtonLink, Buttons } from '#src/ui/button.tsx'
import { PageHeading } from '#src/ui/layout/page-heading.tsx'
import { Panel } from '#src/ui/panel.tsx'
import type { DeskContext, DeskEnv } from '../desk-context.ts'
import { deskPage } from '../desk-page.tsx'
import { MoneyParts } from '../money/money-links.tsx'
import { permitted } from '../permitted.ts'
import { CreditTable } from './credit-lines.tsx'
import { HELD, REQUESTS } from './posting-desk.ts'
import { RequestTable } from './request-table.tsx'

const OPEN_SHOWN = 100
const DECIDED_SHOWN = 30

export function registerRequests(app: Hono<DeskEnv>): void {
  app.get(
    REQUESTS,
    permitted('seeMoney', () => REQUESTS, show),
  )
}

async function show(c: DeskContext, { session }: StaffPermit<'seeMoney'>): Promise<Response> {
  const { db } = c.get('desk')
  const [open, decided, today, unapplied] = await Promise.all([
    openRequests(db, OPEN_SHOWN),
    decidedRequests(db, DECIDED_SHOWN),
    businessDay(db),
    unappliedCredits(db, OPEN_SHOWN),
  ])
  const w = c.get('words').desk.posting
  const table = (caption: string, requests: readonly MoneyRequest[]) => (
    <RequestTable c={c} session={session} caption={caption} requests={requests} today={today} />
  )
  return deskPage(c, {
    title: w.title,
    current: 'money',
    children: (
      <>
        <PageHeading
          title={w.title}
          lead={w.lead}
          aside={<MoneyParts c={c} current="requests" />}
        />
        <div class="k-flow">
          <Ways c={c} session={session} />
          <Panel title={w.open}>
            {open.length === 0 ? <p>{w.openNone}</p> : table(w.open, open)}
          </Panel>
          <Panel title={w.credits.unapplied}>
            {unapplied.length === 0 ? (
              <p>{w.credits.unappliedNone}</p>
            ) : (
              <CreditTable c={c} credits={unapplied} caption={w.credits.unapplied} />
            )}
          </Panel>
          <Panel title={w.decided}>
            {decided.length === 0 ? <p>{w.decidedNone}</p> : table(w.decided, decided)}
          </Panel>
        </div>
      </>
    ),
  })
}

function Ways({ c, session }: { c: DeskContext; session: StaffSession }) {
  const w = c.get('words').desk.posting
  const held = <ButtonLink href={HELD}>{w.credits.held.title}</ButtonLink>
  if (!mayEver(session.role, 'askMoney')) return <Buttons phone="stacked">{held}</Buttons>
  return (
    <Buttons phone="stacked">
      <ButtonLink look="primary" icon="plus" href="/money/posting">
        {w.post}
      </ButtonLink>
      <ButtonLink href="/money/credit-files">{w.credits.take.title}</ButtonLink>
      <ButtonLink href="/money/corrections">{w.work}</ButtonLink>
      {held}
    </Buttons>
  )
}
