// GET /money/files/:file: one file to the bank, its batches and entries;
// GET /money/reports/:report: one of the bank.
import type { Hono } from 'hono'
import * as z from 'zod'
import type { StaffPermit } from '#src/identity/staff/staff-policy.ts'
import { readReport } from '#src/store/ach/bank-reports.ts'
import { listBatches, listEntries, readSentFile } from '#src/store/ach/desk-files.ts'
import { listItems } from '#src/store/ach/desk-returns.ts'
import type { DeskContext, DeskEnv } from '../desk-context.ts'
import { tellPage } from '../desk-errors.tsx'
import { permitted } from '../permitted.ts'
import { filePage } from './file-page.tsx'
import { refusalShown } from './refusal.tsx'
import { reportPage } from './report-page.tsx'

const ENTRIES_SHOWN = 100
const ITEMS_SHOWN = 500

export function registerMoneyFiles(app: Hono<DeskEnv>): void {
  app.get(
    '/money/files/:file',
    permitted('seeMoney', () => '/money', showFile),
  )
  app.get(
    '/money/reports/:report',
    permitted('seeMoney', () => '/money', showReport),
  )
}

async function showFile(c: DeskContext, { session }: StaffPermit<'seeMoney'>): Promise<Response> {
  const { db } = c.get('desk')
  const id = z.uuid().safeParse(c.req.param('file'))
  const file = id.success ? await readSentFile(db, id.data) : null
  if (!file) return tellPage(c, 'notFound', 404)
  const asked = c.req.query('after') ?? ''
  const after = /^\d{15}$/.test(asked) ? asked : ''
  const page = { fileId: file.id, after, limit: ENTRIES_SHOWN }
  const [batches, entries, refusal] = await Promise.all([
    listBatches(db, file.id),
    listEntries(db, page),
    refusalShown(c, { fileId: file.id, session }),
  ])
  const next = entries.length === ENTRIES_SHOWN ? (entries.at(-1)?.trace ?? null) : null
  return filePage(c, { file, batches, entries, next, refusal })
}

async function showReport(c: DeskContext): Promise<Response> {
  const { db } = c.get('desk')
  const id = z.uuid().safeParse(c.req.param('report'))
  const report = id.success ? await readReport(db, id.data) : null
  if (!report) return tellPage(c, 'notFound', 404)
  return reportPage(c, {
    report,
    items: await listItems(db, { reportId: report.id, limit: ITEMS_SHOWN }),
    file: report.fileId === null ? null : await readSentFile(db, report.fileId),
  })
}
