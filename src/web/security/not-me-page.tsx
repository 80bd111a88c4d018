import type { ActivityLine } from '#src/identity/access-log.ts'
import type { SignedInSession } from '#src/identity/sessions.ts'
import { Button, ButtonLink, Buttons } from '#src/ui/button.tsx'
import { DefinitionRows } from '#src/ui/figures/definition-rows.tsx'
import { PageHeading } from '#src/ui/layout/page-heading.tsx'
import { Panel } from '#src/ui/panel.tsx'
import { deviceName } from '#src/words/device-name.ts'
import { FormFields } from '../form-session.tsx'
import { page } from '../page.tsx'
import { readerOf } from '../reader.ts'
import type { WebContext } from '../request-context.ts'

/** The line, what follows, and the one button. */
export function notMePage(c: WebContext, session: SignedInSession, line: ActivityLine): Response {
  const reader = readerOf(c)
  const { identity, protection, security } = reader.words
  const w = protection.notMe
  const from = `${deviceName(line.device, security)}, ${line.address}`
  return page(c, {
    title: w.title,
    children: (
      <>
        <PageHeading title={w.title} lead={w.lead} />
        <div class="k-flow">
          <Panel>
            <DefinitionRows
              look="across"
              rows={[
                { label: w.what, value: identity.activity[line.action] },
                { label: w.when, value: reader.moment(line.at) },
                { label: w.where, value: from },
              ]}
            />
          </Panel>
          <Panel title={w.happens}>
            <ul class="list-disc ps-5">
              {w.effects.map((effect) => (
                <li>{effect}</li>
              ))}
            </ul>
            <form method="post" action="/security/not-me">
              <FormFields c={c} session={session} />
              <input type="hidden" name="line" value={line.seq} />
              <Buttons>
                <Button look="destructive">{w.submit}</Button>
                <ButtonLink href="/security">{w.keep}</ButtonLink>
              </Buttons>
            </form>
          </Panel>
        </div>
      </>
    ),
  })
}
