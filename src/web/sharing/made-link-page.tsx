// The one time that a link's address and code are shown.
import type { MadeLink } from '#src/servicing/sharing/make-payoff-link.ts'
import type { LoanView } from '#src/servicing/view-account.ts'
import { ButtonLink, Buttons } from '#src/ui/button.tsx'
import { CopyButton } from '#src/ui/forms/copy-button.tsx'
import { PageHeading } from '#src/ui/layout/page-heading.tsx'
import { Panel, PartedPanel } from '#src/ui/panel.tsx'
import { AccountIdentity, type AccountVisit, showAccountPage } from '../account-visit.tsx'
import { SHARED_PATH } from './shared-cookie.ts'

export function madeLinkPage(visit: AccountVisit, view: LoanView, made: MadeLink): Response {
  const { c, reader, base } = visit
  const w = reader.words.sharing.made
  const { secret, code, link } = made
  const address = `${c.get('web').config.portalOrigin}${SHARED_PATH}/${secret}`
  const title = w.title(link.givenTo)
  return showAccountPage(visit, view, {
    title,
    current: 'payoff',
    islands: ['copy.js'],
    children: (
      <>
        <PageHeading
          identity={<AccountIdentity visit={visit} view={view} />}
          title={title}
          lead={w.lead}
        />
        <PartedPanel
          parts={[
            <>
              <h2 class="k-section">{w.address}</h2>
              <p class="k-long-code">{address}</p>
              <p class="k-small">
                {w.addressText} <CopyButton text={address} words={w.copy} copied={w.copied} />
              </p>
            </>,
            <>
              <h2 class="k-section">{w.code}</h2>
              <p class="k-figure k-code">{code.replace(/(\d{4})(?=\d)/, '$1 ')}</p>
              <p class="k-small">{w.codeText}</p>
            </>,
          ]}
        />
        <div class="mt-6">
          <Panel>
            <p>{w.until(reader.moment(link.expiresAt))}</p>
            <Buttons>
              <ButtonLink look="primary" href={`${base}/payoff/links`}>
                {w.done}
              </ButtonLink>
            </Buttons>
          </Panel>
        </div>
      </>
    ),
  })
}
