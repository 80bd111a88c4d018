// GET /money/credit-files: the form for a file of payments; POST: it is taken as a whole, and its
// request shows what is in it. Nothing is posted before somebody approves that.
import type { Hono } from 'hono'
import { MOST_FILE_BYTES } from '#src/http/uploaded-file.ts'
import type { StaffPermit } from '#src/identity/staff/staff-policy.ts'
import { type CreditFileRefusal, takeCreditFile } from '#src/servicing/posting/take-credit-file.ts'
import type { DeskContext, DeskEnv } from '../desk-context.ts'
import { permitted } from '../permitted.ts'
import { formKeyOf, postingContext, REQUESTS } from './posting-desk.ts'
import { takeFilePage } from './take-file-page.tsx'

const TAKE_FILE = '/money/credit-files'

export function registerTakeFile(app: Hono<DeskEnv>): void {
  app.get(
    '/money/credit-files',
    permitted('askMoney', () => TAKE_FILE, show),
  )
  app.post(
    '/money/credit-files',
    permitted('askMoney', () => TAKE_FILE, take),
  )
}

function show(c: DeskContext, { session }: StaffPermit<'askMoney'>): Response {
  return takeFilePage(c, session, [])
}

async function take(c: DeskContext, permit: StaffPermit<'askMoney'>): Promise<Response> {
  const w = c.get('words').desk.posting.credits.take
  const { file } = c.get('form')
  const again = (problems: readonly string[]) => takeFilePage(c, permit.session, problems)
  if (!file) return again([w.missing])
  if (file === 'tooLarge' || file.bytes.length > MOST_FILE_BYTES) return again([w.large])
  const ctx = postingContext(c)
  const by = { permit, formKey: formKeyOf(c), wallClock: ctx.wallClock }
  const name = file.name.replace(/[\p{Cc}\p{Cf}]/gu, '').trim() || w.unnamed
  const taken = await takeCreditFile(ctx, { name, bytes: file.bytes, by })
  if (taken.ok) return c.redirect(`${REQUESTS}/${taken.requestId}?done=asked`, 303)
  return again(problemsOf(c, taken.refusal))
}

function problemsOf(c: DeskContext, refusal: CreditFileRefusal): readonly string[] {
  const w = c.get('words').desk.posting.credits.take
  switch (refusal.code) {
    case 'known':
      return [w.known]
    case 'repeated':
    case 'ahead':
      return [w.line(refusal.line, w[refusal.code])]
    case 'unreadable':
      return refusal.problems.map(({ line, what }) => w.line(line, w.faults[what]))
  }
}
