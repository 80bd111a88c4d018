// GET /accounts/:account/as-known: one day of an account, as known then and as known now.
import type { Hono } from 'hono'
import * as z from 'zod'
import { addDays, type CivilDate, momentInZone } from '#src/domain/calendar.ts'
import { typedDay } from '#src/http/form.ts'
import type { StaffPermit } from '#src/identity/staff/staff-policy.ts'
import { businessDay } from '#src/servicing/business-day.ts'
import { viewAsKnown } from '#src/servicing/desk-account/view-as-known.ts'
import type { DeskContext, DeskEnv } from '../desk-context.ts'
import { tellPage } from '../desk-errors.tsx'
import { deskServicing } from '../desk-servicing.ts'
import { permitted } from '../permitted.ts'
import { asKnownPage } from './as-known-page.tsx'

export function registerAsKnown(app: Hono<DeskEnv>): void {
  app.get(
    '/accounts/:account/as-known',
    permitted('seeCustomer', () => '/customers', show),
  )
}

/** Until other days are asked for: a month ago, by what was known then. */
const DAYS_BACK = 30

async function show(c: DeskContext, permit: StaffPermit<'seeCustomer'>): Promise<Response> {
  const account = z.uuid().safeParse(c.req.param('account'))
  if (!account.success) return tellPage(c, 'notFound', 404)
  const ctx = deskServicing(c)
  const today = await businessDay(ctx.db)
  const usual = addDays(today, -DAYS_BACK)
  const typed = { on: c.req.query('on') ?? usual, known: c.req.query('known') ?? usual }
  const [on, known] = [dayUntil(typed.on, today), dayUntil(typed.known, today)]
  const asked = { on: on ?? usual, known: known ?? usual }
  const zone = ctx.lender.timeZone
  const { accountId } = { accountId: account.data }
  const view = await viewAsKnown(
    ctx,
    { accountId, permit },
    { on: asked.on, knownAt: momentInZone(addDays(asked.known, 1), { time: '00:00', zone }) },
  )
  if (!view) return tellPage(c, 'notFound', 404)
  const wrong = [...(on ? [] : ['on']), ...(known ? [] : ['known'])] as ('on' | 'known')[]
  return asKnownPage(c, { view, known: asked.known, typed, wrong, today })
}

function dayUntil(text: string, today: CivilDate): CivilDate | null {
  const day = typedDay(text)
  return day !== null && day <= today ? day : null
}
