// POST /accounts/:id/activity/:event/receipt and /accounts/:id/paid-in-full: papers that prove that
// money came, printed once; they wait under Documents.
import type { Hono } from 'hono'
import type { Outcome } from '#src/domain/refusal.ts'
import { printPaidInFull, printReceipt } from '#src/servicing/documents/print-proof.ts'
import { Button } from '#src/ui/button.tsx'
import { type AccountVisit, accountPage } from '../account-visit.tsx'
import { refusedPage } from '../errors.tsx'
import { FormFields } from '../form-session.tsx'
import type { WebEnv } from '../request-context.ts'
import { papersOf } from './papers-of.ts'

export function registerProofs(app: Hono<WebEnv>): void {
  app.post('/accounts/:id/activity/:event/receipt', accountPage(receipt))
  app.post('/accounts/:id/paid-in-full', accountPage(paidInFull))
}

/** The button that asks for one of them. */
export function ProofForm(props: { visit: AccountVisit; action: string; children: string }) {
  const { visit, action, children } = props
  return (
    <form class="mt-5" method="post" action={`${visit.base}${action}`}>
      <FormFields c={visit.c} session={visit.session} />
      <Button look="secondary">{children}</Button>
    </form>
  )
}

async function receipt(visit: AccountVisit): Promise<Response> {
  const { c, owner, reader } = visit
  const eventId = c.req.param('event') ?? ''
  const asked = { eventId, locale: reader.locale }
  return opened(visit, await printReceipt(papersOf(visit), owner, asked))
}

async function paidInFull(visit: AccountVisit): Promise<Response> {
  const { owner, reader } = visit
  return opened(visit, await printPaidInFull(papersOf(visit), owner, { locale: reader.locale }))
}

function opened(visit: AccountVisit, printed: Outcome<{ documentId: string }>): Response {
  if (!printed.ok) return refusedPage(visit.c, printed.refusal)
  return visit.c.redirect(`${visit.base}/documents?made=${printed.value.documentId}`, 303)
}
