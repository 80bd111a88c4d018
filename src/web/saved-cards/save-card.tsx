// GET and POST /accounts/:id/cards/new: the permission to keep a card, and the way to the page of
// the processor where it is typed.
import type { Hono } from 'hono'
import * as z from 'zod'
import { readForm } from '#src/http/form.ts'
import { startCardSetup } from '#src/servicing/saved-cards/start-card-setup.ts'
import type { AccountView } from '#src/servicing/view-account.ts'
import { type CardVisit, cardPage } from '../cards/card-visit.ts'
import type { WebEnv } from '../request-context.ts'
import { steppedUpForm } from '../security/step-up.tsx'
import { keepAuthorization, saveCardPage } from './save-card-page.tsx'
import { toSetupPage } from './to-setup-page.ts'

export function registerSaveCard(app: Hono<WebEnv>): void {
  app.get('/accounts/:id/cards/new', cardPage(sure(show)))
  app.post('/accounts/:id/cards/new', cardPage(sure(save)))
}

type Handle = (visit: CardVisit, view: AccountView) => Response | Promise<Response>

/** Whoever saves a card shows a factor of theirs within minutes, as for a bank account. */
function sure(handle: Handle): Handle {
  return (visit, view) =>
    steppedUpForm(visit.c, visit.session, {
      action: 'addBankAccount',
      back: `${visit.base}/cards/new`,
      handle: async () => handle(visit, view),
    })
}

function show(visit: CardVisit, view: AccountView): Response {
  return saveCardPage(visit, view, null)
}

const form = z.object({ agreed: z.literal('yes').optional(), key: z.uuid() })

async function save(visit: CardVisit, view: AccountView): Promise<Response> {
  const { c, ctx, owner, reader } = visit
  const typed = readForm(form, c.get('form').typed, reader.words)
  if (!typed.ok) return saveCardPage(visit, view, { code: 'formAlreadyUsed' })
  const { agreed = 'no', key } = typed.value
  const started = await startCardSetup(ctx, owner, {
    ...{ agreed, idempotencyKey: key },
    authorizationText: keepAuthorization(visit),
  })
  if (!started.ok) return saveCardPage(visit, view, started.refusal)
  return toSetupPage(visit, started.value.setupId)
}
