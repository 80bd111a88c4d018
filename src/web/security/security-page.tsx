import type { ActivityLine } from '#src/identity/access-log.ts'
import type { OwnTrustedDevice } from '#src/identity/devices/trusted-device.ts'
import type { Methods } from '#src/identity/entry/ways.ts'
import type { SignedInSession } from '#src/identity/sessions.ts'
import type { SessionSummary } from '#src/store/logins/sessions.ts'
import { PageHeading } from '#src/ui/layout/page-heading.tsx'
import { ClosurePanel } from '../closing/closure-page.tsx'
import { page } from '../page.tsx'
import { LostNote } from '../proofs/lost-note.tsx'
import { readerOf } from '../reader.ts'
import type { WebContext } from '../request-context.ts'
import { ActivityPanel } from './activity-panel.tsx'
import { DoneNote } from './done-note.tsx'
import { MethodsPanel } from './methods-panel.tsx'
import { SessionsPanel } from './sessions-panel.tsx'
import { TrustedPanel } from './trusted-panel.tsx'

export function securityPage(
  c: WebContext,
  session: SignedInSession,
  shown: {
    readonly methods: Methods
    readonly sessions: readonly SessionSummary[]
    readonly trusted: readonly OwnTrustedDevice[]
    readonly lines: readonly ActivityLine[]
  },
): Response {
  const { methods, sessions, trusted, lines } = shown
  const w = c.get('words').security
  const reader = readerOf(c)
  const { fraudPhone } = c.get('web').config.lender
  return page(c, {
    title: w.title,
    children: (
      <>
        <PageHeading title={w.title} lead={w.lead} />
        <div class="k-flow">
          <DoneNote c={c} methods={methods} />
          {c.req.query('done') === 'lost' && <LostNote reader={reader} />}
          <MethodsPanel reader={reader} methods={methods} />
          <SessionsPanel c={c} session={session} sessions={sessions} />
          <TrustedPanel c={c} session={session} devices={trusted} />
          <ActivityPanel reader={reader} lines={lines} fraudPhone={fraudPhone} />
          <ClosurePanel c={c} />
        </div>
      </>
    ),
  })
}
