// GET /money: files to the bank and from it, and how many debits came back.
import type { Hono } from 'hono'
import type { StaffPermit } from '#src/identity/staff/staff-policy.ts'
import { businessDay } from '#src/servicing/business-day.ts'
import { viewReturnRates } from '#src/servicing/money-desk/view-return-rates.ts'
import { readReports } from '#src/store/ach/bank-reports.ts'
import { listSentFiles } from '#src/store/ach/desk-files.ts'
import { totalsOfReports } from '#src/store/ach/desk-returns.ts'
import type { DeskContext, DeskEnv } from '../desk-context.ts'
import { permitted } from '../permitted.ts'
import { moneyPage } from './money-page.tsx'

const FILES_SHOWN = 30

export function registerMoney(app: Hono<DeskEnv>): void {
  app.get(
    '/money',
    permitted('seeMoney', () => '/money', show),
  )
}

async function show(c: DeskContext, _permit: StaffPermit<'seeMoney'>): Promise<Response> {
  const { db } = c.get('desk')
  const [sent, received, today] = await Promise.all([
    listSentFiles(db, FILES_SHOWN),
    readReports(db, FILES_SHOWN),
    businessDay(db),
  ])
  const [totals, rates] = await Promise.all([
    totalsOfReports(
      db,
      received.map(({ id }) => id),
    ),
    viewReturnRates(db, today),
  ])
  return moneyPage(c, { sent, received, totals, rates })
}
