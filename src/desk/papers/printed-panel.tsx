import { mayEver } from '#src/identity/staff/staff-policy.ts'
import type { StaffSession } from '#src/identity/staff/staff-sessions.ts'
import type { AccountPapers } from '#src/servicing/papers/view-papers.ts'
import { CellNote, Table } from '#src/ui/figures/table.tsx'
import { Panel } from '#src/ui/panel.tsx'
import type { DeskContext } from '../desk-context.ts'
import { writers } from '../money/money-links.tsx'
import { PageLinks } from '../page-links.tsx'
import { seenBy } from './papers-desk.ts'

/** What we printed for the account, each to be opened, and with the way to mail a copy of it. */
export function PrintedPanel(props: {
  c: DeskContext
  session: StaffSession
  view: AccountPapers
}) {
  const { c, session, view } = props
  const { desk, documents } = c.get('words')
  const w = desk.papers.mailing
  const { day } = writers(c)
  const mayMail = mayEver(session.role, 'mailPaper')
  const { printed, accountId } = view
  return (
    <Panel title={w.printed.title} lead={w.printed.lead}>
      <div class="k-flow" id="printed">
        {printed.papers.length === 0 ? (
          <p>{w.printed.none}</p>
        ) : (
          <Table
            caption={w.printed.title}
            columns={[
              { label: desk.papers.what, weight: 'strong', phone: 'name' },
              { label: desk.papers.dated, phone: 'under' },
              { label: desk.papers.seenBy, phone: 'hidden' },
              { label: w.letters.title, align: 'end', phone: 'amount' },
            ]}
            rows={printed.papers.map((paper) => {
              const { kinds, statement } = documents
              const name = paper.correction > 0 ? statement.corrected.kind : kinds[paper.kind]
              const path = `/accounts/${accountId}/papers/${paper.id}`
              const on = day(paper.onDate)
              return {
                cells: [
                  <>
                    <a href={`${path}/file`} aria-label={w.printed.openNamed(name, on)}>
                      {name}
                    </a>
                    <CellNote>{desk.papers.languages[paper.locale]}</CellNote>
                  </>,
                  on,
                  seenBy(c, view, paper),
                  mayMail && (
                    <a href={`${path}/mail`} aria-label={w.linkNamed(name, on)}>
                      {w.link}
                    </a>
                  ),
                ],
              }
            })}
          />
        )}
        <PageLinks
          of={printed}
          name={w.printed.title}
          words={w.printed}
          href={(page) => `/accounts/${accountId}/papers?printed=${page}#printed`}
        />
      </div>
    </Panel>
  )
}
