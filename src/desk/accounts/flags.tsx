// GET and POST /accounts/:account/flags: something is noted; /accounts/:account/repossession: the
// vehicle is ordered back.
import type { Hono } from 'hono'
import type { FieldProblem } from '#src/http/form.ts'
import type { StaffPermit } from '#src/identity/staff/staff-policy.ts'
import type { AccountMoney } from '#src/servicing/desk-account/view-account-money.ts'
import { type FlagAnswer, setFlag } from '#src/servicing/holds/set-flag.ts'
import type { DeskContext, DeskEnv } from '../desk-context.ts'
import { tellPage } from '../desk-errors.tsx'
import { deskServicing } from '../desk-servicing.ts'
import { permitted } from '../permitted.ts'
import { accountOf, accountPath } from './account-of.ts'
import { choiceValue, type FlagChoice, flagChoices, readFlagForm } from './flag-draft.ts'
import { flagFormPage } from './flag-form-page.tsx'

type To = 'flags' | 'repossession'
type Permit = StaffPermit<'setFlag'> | StaffPermit<'orderRepossession'>

export function registerFlags(app: Hono<DeskEnv>): void {
  const back = (to: To) => (c: DeskContext) => `${accountPath(c)}/${to}`
  const open = (to: To) => (c: DeskContext, permit: Permit) => show(c, permit, to)
  const post = (to: To) => (c: DeskContext, permit: Permit) => save(c, permit, to)
  app.get('/accounts/:account/flags', permitted('setFlag', back('flags'), open('flags')))
  app.post('/accounts/:account/flags', permitted('setFlag', back('flags'), post('flags')))
  const order = back('repossession')
  app.get(
    '/accounts/:account/repossession',
    permitted('orderRepossession', order, open('repossession')),
  )
  app.post(
    '/accounts/:account/repossession',
    permitted('orderRepossession', order, post('repossession')),
  )
}

async function show(c: DeskContext, permit: Permit, to: To): Promise<Response> {
  const view = await accountOf(c, permit)
  if (!view) return tellPage(c, 'notFound', 404)
  return form(c, { view, permit, to, problems: [], typed: {} })
}

async function save(c: DeskContext, permit: Permit, to: To): Promise<Response> {
  const view = await accountOf(c, permit)
  if (!view) return tellPage(c, 'notFound', 404)
  const choices: FlagChoice[] =
    to === 'flags' ? flagChoices(view) : [{ kind: 'repossession', obligorId: null }]
  const { typed } = c.get('form')
  const { today } = view
  const read = readFlagForm(c, { today, kinds: to === 'flags' ? choices.map(choiceValue) : null })
  const again = (problems: readonly FieldProblem[]) =>
    form(c, { view, permit, to, problems, typed })
  if (!read.ok) return again(read.problems)
  const { kind, since, reason, key } = read.value
  const choice = choices.find((each) => choiceValue(each) === kind) ?? choices[0]
  if (!choice) return tellPage(c, 'notFound', 404)
  const { accountId } = view
  const flag = { ...choice, since, reason, idempotencyKey: key }
  const answer = await setFlag(deskServicing(c), { permit, accountId, flag })
  if (answer === 'notFound') return tellPage(c, 'notFound', 404)
  if (answer === 'done') return c.redirect(`${accountPath(c)}?done=set`, 303)
  return again([problemOf(c, answer, to)])
}

function problemOf(c: DeskContext, answer: FlagAnswer, to: To): FieldProblem {
  const w = c.get('words').desk.accounts.flags.form
  const message = answer === 'notLate' ? w.notLate : w.already
  return { field: to === 'flags' ? 'kind' : 'reason', message }
}

function form(
  c: DeskContext,
  of: {
    readonly view: AccountMoney
    readonly permit: Permit
    readonly to: To
    readonly problems: readonly FieldProblem[]
    readonly typed: Readonly<Record<string, string>>
  },
): Response {
  const w = c.get('words').desk.accounts.flags.form
  const { view, permit, to } = of
  const { session } = permit
  const words =
    to === 'flags'
      ? { title: w.title, lead: w.lead, save: w.save }
      : { title: w.orderTitle, lead: w.orderLead, save: w.orderSave }
  const { today } = view
  return flagFormPage(c, { ...of, ...words, session, today, reason: w.reason })
}
