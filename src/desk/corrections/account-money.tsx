// GET /money/corrections: find an account to put right; POST: the one that was found. GET
// /money/corrections/:account: its money. POST to its /held, /moves, /card-refunds and /waivers
// asks for what is to be done with it, to its /extensions and /charge-offs for what is done to the
// loan.
import type { Hono } from 'hono'
import * as z from 'zod'
import { type FieldProblem, readForm } from '#src/http/form.ts'
import type { StaffPermit } from '#src/identity/staff/staff-policy.ts'
import { askForMoney } from '#src/servicing/posting/ask-for-money.ts'
import { viewAccountMoney } from '#src/servicing/posting/view-account-money.ts'
import type { DeskContext, DeskEnv } from '../desk-context.ts'
import { tellPage } from '../desk-errors.tsx'
import { permitted } from '../permitted.ts'
import {
  accountOf,
  formKeyOf,
  postingContext,
  REQUESTS,
  refusalWords,
  typedAccount,
} from '../posting/posting-desk.ts'
import { accountMoneyPage } from './account-money-page.tsx'
import type { FormName } from './account-parts.ts'
import { findAccountPage } from './find-account-page.tsx'
import {
  type Ordered,
  readCardRefund,
  readChargeOff,
  readExtension,
  readHeld,
  readMove,
  readWaiver,
} from './money-forms.ts'

const FIND = '/money/corrections'

type MayAsk = StaffPermit<'askMoney' | 'askForAct'>

export function registerAccountMoney(app: Hono<DeskEnv>): void {
  app.get(
    '/money/corrections',
    permitted(
      'askMoney',
      () => FIND,
      (c, permit) => findAccountPage(c, permit.session, []),
    ),
  )
  app.post(
    '/money/corrections',
    permitted('askMoney', () => FIND, postFind),
  )
  app.get(
    '/money/corrections/:account',
    permitted('askMoney', pageOf, (c, permit) => show(c, permit, null)),
  )
  app.post(
    '/money/corrections/:account/held',
    permitted('askMoney', pageOf, asking('held', readHeld)),
  )
  app.post(
    '/money/corrections/:account/moves',
    permitted('askMoney', pageOf, asking('move', readMove)),
  )
  app.post(
    '/money/corrections/:account/card-refunds',
    permitted('askMoney', pageOf, asking('card', readCardRefund)),
  )
  app.post(
    '/money/corrections/:account/waivers',
    permitted('askMoney', pageOf, asking('waiver', readWaiver)),
  )
  app.post(
    '/money/corrections/:account/extensions',
    permitted('askForAct', pageOf, asking('extension', readExtension)),
  )
  app.post(
    '/money/corrections/:account/charge-offs',
    permitted('askForAct', pageOf, asking('loss', readChargeOff)),
  )
}

function idOf(c: DeskContext): string | null {
  return z.uuid().safeParse(c.req.param('account')).data ?? null
}

function pageOf(c: DeskContext): string {
  const id = idOf(c)
  return id === null ? FIND : `${FIND}/${id}`
}

async function postFind(c: DeskContext, permit: StaffPermit<'askMoney'>): Promise<Response> {
  const words = c.get('words')
  const schema = z.object({ account: typedAccount(words) })
  const form = readForm(schema, { account: c.get('form').typed.account ?? '' }, words)
  if (!form.ok) return findAccountPage(c, permit.session, form.problems)
  const id = await accountOf(c, form.value.account)
  if (id !== null) return c.redirect(`${FIND}/${id}`, 303)
  const message = refusalWords(c, { code: 'accountNotFound' })
  return findAccountPage(c, permit.session, [{ field: 'account', message }])
}

type Refused = { readonly form: FormName; readonly problems: readonly FieldProblem[] }

async function show(c: DeskContext, permit: MayAsk, refused: Refused | null): Promise<Response> {
  const accountId = idOf(c)
  const view = accountId && (await viewAccountMoney(postingContext(c), { permit, accountId }))
  return view
    ? accountMoneyPage(c, permit.session, { view, refused })
    : tellPage(c, 'notFound', 404)
}

/** Reads the form's order, asks for it, and leads to what it would do. */
function asking(
  form: FormName,
  read: (c: DeskContext, accountId: string) => Promise<Ordered>,
): (c: DeskContext, permit: MayAsk) => Promise<Response> {
  return async (c, permit) => {
    const accountId = idOf(c)
    if (accountId === null) return tellPage(c, 'notFound', 404)
    const ordered = await read(c, accountId)
    if (!ordered.ok) return show(c, permit, { form, problems: ordered.problems })
    const { order, reason } = ordered.value
    const formKey = formKeyOf(c)
    const answer = await askForMoney(postingContext(c), { permit, order, reason, formKey })
    if (answer.ok) return c.redirect(`${REQUESTS}/${answer.value}?done=asked`, 303)
    const field = `${form}-${fieldOf(form, answer.refusal.code)}`
    return show(c, permit, {
      form,
      problems: [{ field, message: refusalWords(c, answer.refusal) }],
    })
  }
}

const CHOICES = {
  ...{ held: 'what', move: 'payment', card: 'card', waiver: 'charge' },
  ...{ extension: 'months', loss: 'principal' },
} as const

function fieldOf(form: FormName, code: string): string {
  const isAct = form === 'extension' || form === 'loss'
  return isAct ? CHOICES[form] : (FIELDS[code] ?? CHOICES[form])
}

/** The field that a refusal is about; the choice itself where none is named. */
const FIELDS: Readonly<Record<string, string>> = {
  notEnoughHeld: 'amount',
  notCleared: 'amount',
  chargeNotOpen: 'amount',
  sameAccount: 'to',
  accountNotFound: 'to',
  historyEnds: 'to',
  datedTooFarBack: 'to',
}
