// GET /accounts/:id/documents/new and POST /accounts/:id/documents: a paper that the account can
// have at any time, printed once; it waits under Documents.
import type { Hono } from 'hono'
import type { AskedPaper } from '#src/servicing/documents/asked-figures.ts'
import { printAsked, viewOffer } from '#src/servicing/documents/print-asked.ts'
import type { AccountView } from '#src/servicing/view-account.ts'
import { Button, ButtonLink, Buttons } from '#src/ui/button.tsx'
import { Empty } from '#src/ui/empty.tsx'
import { ChoiceList } from '#src/ui/forms/choice-list.tsx'
import { ErrorSummary } from '#src/ui/forms/error-summary.tsx'
import { PageHeading } from '#src/ui/layout/page-heading.tsx'
import { Panel } from '#src/ui/panel.tsx'
import { AccountIdentity, type AccountVisit, showAccountPage } from '../account-visit.tsx'
import { refusedPage } from '../errors.tsx'
import { FormFields } from '../form-session.tsx'
import { viewedPage } from '../lease/page-by-product.ts'
import type { Reader } from '../reader.ts'
import type { WebEnv } from '../request-context.ts'
import { keyOfPaper, paperOfKey } from './paper-key.ts'
import { papersOf } from './papers-of.ts'

export function registerAskPaper(app: Hono<WebEnv>): void {
  app.get(
    '/accounts/:id/documents/new',
    viewedPage((visit, view) => show(visit, view, 'asked')),
  )
  app.post('/accounts/:id/documents', viewedPage(print))
}

/** The button that asks for one of them. */
export function PaperForm(props: { visit: AccountVisit; paper: AskedPaper; children: string }) {
  const { visit, paper, children } = props
  return (
    <form method="post" action={`${visit.base}/documents`}>
      <FormFields c={visit.c} session={visit.session} />
      <input type="hidden" name="paper" value={keyOfPaper(paper)} />
      <Button look="secondary">{children}</Button>
    </form>
  )
}

async function print(visit: AccountVisit, view: AccountView): Promise<Response> {
  const { c, owner, reader, base } = visit
  const paper = paperOfKey(String(c.get('form').typed.paper ?? ''))
  if (paper === null) return show(visit, view, 'missing')
  const printed = await printAsked(papersOf(visit), owner, { paper, locale: reader.locale })
  if (!printed.ok) return refusedPage(c, printed.refusal)
  return c.redirect(`${base}/documents?made=${printed.value.documentId}`, 303)
}

async function show(
  visit: AccountVisit,
  view: AccountView,
  state: 'asked' | 'missing',
): Promise<Response> {
  const { reader } = visit
  const w = reader.words.documents.askForm
  const offer = await viewOffer(visit.ctx, visit.owner, view)
  const isMissing = state === 'missing'
  return showAccountPage(visit, view, {
    title: w.title,
    current: 'documents',
    ...(isMissing && { status: 422, state: 'error' }),
    children: (
      <>
        <PageHeading
          identity={<AccountIdentity visit={visit} view={view} />}
          title={w.title}
          lead={w.lead}
        />
        <div class="k-column">
          {isMissing && (
            <ErrorSummary
              title={reader.words.shell.errorSummary(1)}
              problems={[{ fieldId: 'paper', words: w.missing }]}
            />
          )}
          {offer.length === 0 ? (
            <None visit={visit} />
          ) : (
            <Choices {...{ visit, offer, isMissing }} />
          )}
        </div>
      </>
    ),
  })
}

function None({ visit }: { visit: AccountVisit }) {
  const { documents: w } = visit.reader.words
  return (
    <Panel>
      <Empty
        title={w.askForm.none}
        action={<ButtonLink href={`${visit.base}/documents`}>{w.title}</ButtonLink>}
      >
        {w.askForm.noneText}
      </Empty>
    </Panel>
  )
}

function Choices(props: { visit: AccountVisit; offer: readonly AskedPaper[]; isMissing: boolean }) {
  const { visit, offer, isMissing } = props
  const { c, session, reader, base } = visit
  const w = reader.words.documents
  return (
    <Panel>
      <form class="k-fields" method="post" action={`${base}/documents`}>
        <FormFields c={c} session={session} />
        <ChoiceList
          id="paper"
          name="paper"
          legend={w.askForm.which}
          {...(isMissing && { error: w.askForm.missing })}
          choices={offer.map((paper) => ({ value: keyOfPaper(paper), ...offered(paper, reader) }))}
        />
        <Buttons>
          <Button look="primary">{w.askForm.make}</Button>
          <ButtonLink href={`${base}/documents`}>{w.title}</ButtonLink>
        </Buttons>
      </form>
    </Panel>
  )
}

function offered(paper: AskedPaper, { words }: Reader) {
  const w = words.documents
  switch (paper.kind) {
    case 'yearInterest':
    case 'vehicleInterest': {
      const { offer, offerText } = w[paper.kind]
      return { name: offer(String(paper.year)), note: offerText }
    }
    default: {
      const { offer, offerText } = w[paper.kind]
      return { name: offer, note: offerText }
    }
  }
}
