// GET /bank-marks: numbers that are marked, those that were, and what each met.
import type { Hono } from 'hono'
import { mayEver, type StaffPermit } from '#src/identity/staff/staff-policy.ts'
import type { StaffSession } from '#src/identity/staff/staff-sessions.ts'
import { type FraudMark, readMarks } from '#src/store/payments/fraud-marks.ts'
import { type MetAccount, metAccounts } from '#src/store/payments/marked-accounts.ts'
import { ButtonLink, Buttons } from '#src/ui/button.tsx'
import { type Fact, FactList } from '#src/ui/figures/fact-list.tsx'
import { PageHeading } from '#src/ui/layout/page-heading.tsx'
import { Note } from '#src/ui/note.tsx'
import { Panel } from '#src/ui/panel.tsx'
import { type DeskContext, type DeskEnv, momentsFor } from '../desk-context.ts'
import { deskPage } from '../desk-page.tsx'
import { permitted } from '../permitted.ts'
import { MARKS, markName } from './mark-names.ts'

const SHOWN = 200

export function registerMarks(app: Hono<DeskEnv>): void {
  app.get(
    '/bank-marks',
    permitted('seeMoney', () => MARKS, show),
  )
}

async function show(c: DeskContext, { session }: StaffPermit<'seeMoney'>): Promise<Response> {
  const { customers, marks: w } = c.get('words').desk
  const { db } = c.get('desk')
  const marks = await readMarks(db, SHOWN)
  const met = await metAccounts(
    db,
    marks.map(({ id }) => id),
  )
  const inForce = marks.filter(({ lifted }) => lifted === null)
  const past = marks.filter(({ lifted }) => lifted !== null)
  const of = { c, session, met }
  return deskPage(c, {
    title: w.title,
    current: 'customers',
    children: (
      <>
        <PageHeading
          identity={<a href="/customers">{customers.title}</a>}
          title={w.title}
          lead={w.lead}
        />
        <div class="k-flow">
          <Done c={c} />
          <Panel title={w.inForce}>
            <div class="k-flow">
              {inForce.length === 0 ? <p>{w.noneInForce}</p> : <Marks {...of} marks={inForce} />}
              {mayEver(session.role, 'markNumber') && (
                <Buttons>
                  <ButtonLink href={`${MARKS}/new`}>{w.add}</ButtonLink>
                </Buttons>
              )}
            </div>
          </Panel>
          <Panel title={w.history}>
            {past.length === 0 ? <p>{w.noneLifted}</p> : <Marks {...of} marks={past} />}
          </Panel>
        </div>
      </>
    ),
  })
}

function Done({ c }: { c: DeskContext }) {
  const { done: w } = c.get('words').desk.marks
  const said = new Map(Object.entries(w)).get(c.req.query('done') ?? '')
  return said === undefined ? null : (
    <Note tone="ok" role="status">
      {said}
    </Note>
  )
}

type Of = {
  readonly c: DeskContext
  readonly session: StaffSession
  readonly met: readonly MetAccount[]
}

function Marks(of: Of & { readonly marks: readonly FraudMark[] }) {
  return <FactList look="ruled" facts={of.marks.map((mark) => factOf(of, mark))} />
}

function factOf({ c, session, met }: Of, mark: FraudMark): Fact {
  const w = c.get('words').desk.marks
  const { moment } = momentsFor(c)
  const { lifted } = mark
  const name = markName(c, mark, met)
  const mayLift = lifted === null && mayEver(session.role, 'liftMark')
  return {
    mark: { icon: lifted === null ? 'triangle-alert' : 'circle-check' },
    title: name,
    detail: (
      <>
        {mark.reason}
        <br />
        {w.marked(moment(mark.setAt), mark.setByName)}
        {met
          .filter(({ markId }) => markId === mark.id)
          .map((each) => (
            <Met c={c} met={each} />
          ))}
        {lifted && (
          <>
            <br />
            {w.lifted(moment(lifted.at), lifted.byName, lifted.reason)}
          </>
        )}
      </>
    ),
    ...(mayLift && {
      action: (
        <a href={`${MARKS}/${mark.id}/lift`} aria-label={w.liftNamed(name)}>
          {w.lift}
        </a>
      ),
    }),
  }
}

/** One bank account that has the number, or had it when it was marked. */
function Met({ c, met }: { c: DeskContext; met: MetAccount }) {
  const { accounts, marks: w } = c.get('words').desk
  const named = met.isRemoved ? w.metRemoved : w.met
  return (
    <>
      <br />
      <a href={`/accounts/${met.accountId}`}>{accounts.named(met.accountEnding)}</a>
      {` · ${named(met.bankName, met.lastFour)}`}
    </>
  )
}
