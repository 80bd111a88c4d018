// POST /money/files/:file/again and /drop: what becomes of a file that the bank refused.
import type { Hono } from 'hono'
import * as z from 'zod'
import { sendAgainUntil } from '#src/domain/rules/refused-file.ts'
import type { StaffPermit } from '#src/identity/staff/staff-policy.ts'
import type { StaffSession } from '#src/identity/staff/staff-sessions.ts'
import { businessDay, payableDates } from '#src/servicing/business-day.ts'
import { decideRefusedFile } from '#src/servicing/money-desk/decide-refused-file.ts'
import { tallyRefused } from '#src/store/ach/refused-entries.ts'
import { type RefusalDecision, readRefusal } from '#src/store/ach/refused-files.ts'
import { readStaff } from '#src/store/staff/staff.ts'
import type { DeskContext, DeskEnv } from '../desk-context.ts'
import { tellPage } from '../desk-errors.tsx'
import { deskServicing } from '../desk-servicing.ts'
import { permitted } from '../permitted.ts'
import type { RefusalShown } from './refusal-panel.tsx'

export function registerRefusal(app: Hono<DeskEnv>): void {
  app.post(
    '/money/files/:file/again',
    permitted('decideRefusedFile', fileOf, (c, permit) =>
      decide(c, { permit, decision: 'sendAgain' }),
    ),
  )
  app.post(
    '/money/files/:file/drop',
    permitted('decideRefusedFile', fileOf, (c, permit) =>
      decide(c, { permit, decision: 'doNotSend' }),
    ),
  )
}

/** What the page of a file says about its refusal; null where the bank did not refuse it. */
export async function refusalShown(
  c: DeskContext,
  of: { readonly fileId: string; readonly session: StaffSession },
): Promise<RefusalShown | null> {
  const ctx = deskServicing(c)
  const refusal = await readRefusal(ctx.db, of.fileId)
  if (!refusal) return null
  const [tally, today, decider] = await Promise.all([
    tallyRefused(ctx.db, of.fileId),
    businessDay(ctx.db),
    refusal.decidedBy === null ? null : readStaff(ctx.db, refusal.decidedBy),
  ])
  const isInTime = payableDates(ctx, today).first <= sendAgainUntil(refusal.sentOn)
  return { session: of.session, refusal, tally, isInTime, decidedBy: decider?.name ?? null }
}

async function decide(
  c: DeskContext,
  of: { permit: StaffPermit<'decideRefusedFile'>; decision: RefusalDecision },
): Promise<Response> {
  const id = z.uuid().safeParse(c.req.param('file'))
  if (!id.success) return tellPage(c, 'notFound', 404)
  const ctx = deskServicing(c)
  const decided = await decideRefusedFile(ctx, { ...of, fileId: id.data })
  if (decided === 'notFound') return tellPage(c, 'notFound', 404)
  return c.redirect(`${fileOf(c)}?decided=${decided}#refused`, 303)
}

function fileOf(c: DeskContext): string {
  return `/money/files/${c.req.param('file')}`
}
