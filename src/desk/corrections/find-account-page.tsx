import { type FieldProblem, summaryOf } from '#src/http/form.ts'
import type { StaffSession } from '#src/identity/staff/staff-sessions.ts'
import { Button, Buttons } from '#src/ui/button.tsx'
import { ErrorSummary } from '#src/ui/forms/error-summary.tsx'
import { PageHeading } from '#src/ui/layout/page-heading.tsx'
import { Panel } from '#src/ui/panel.tsx'
import type { DeskContext } from '../desk-context.ts'
import { DeskFields } from '../desk-forms.tsx'
import { deskPage } from '../desk-page.tsx'
import { AccountField } from '../posting/post-payment-page.tsx'
import { REQUESTS } from '../posting/posting-desk.ts'

export function findAccountPage(
  c: DeskContext,
  session: StaffSession,
  problems: readonly FieldProblem[],
): Response {
  const { desk, shell } = c.get('words')
  const w = desk.posting
  const isRefused = problems.length > 0
  return deskPage(c, {
    title: isRefused ? `${shell.errorPrefix} ${w.find.title}` : w.find.title,
    ...(isRefused && { status: 422 as const }),
    current: 'money',
    children: (
      <>
        <PageHeading
          identity={<a href={REQUESTS}>{w.title}</a>}
          title={w.find.title}
          lead={w.find.lead}
        />
        <div class="k-flow">
          {isRefused && (
            <ErrorSummary
              title={shell.errorSummary(problems.length)}
              problems={summaryOf(problems)}
            />
          )}
          <Panel>
            <form class="k-fields" method="post" action="/money/corrections">
              <DeskFields c={c} session={session} />
              <AccountField c={c} error={problems[0]?.message} />
              <Buttons>
                <Button look="primary" icon="search">
                  {w.find.find}
                </Button>
              </Buttons>
            </form>
          </Panel>
        </div>
      </>
    ),
  })
}
