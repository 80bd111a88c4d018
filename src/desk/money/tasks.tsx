// GET /money/tasks: what waits for one of us, and what was done lately; POST /money/tasks: one is
// taken care of.
import type { Hono } from 'hono'
import * as z from 'zod'
import { readForm } from '#src/http/form.ts'
import type { StaffPermit } from '#src/identity/staff/staff-policy.ts'
import { finishTask } from '#src/servicing/money-desk/finish-task.ts'
import { readTasks } from '#src/store/ach/money-tasks.ts'
import { type DeskContext, type DeskEnv, staffDeps } from '../desk-context.ts'
import { permitted } from '../permitted.ts'
import { type Refused, tasksPage } from './tasks-page.tsx'

const PAGE = '/money/tasks'
const OPEN_SHOWN = 100
const DONE_SHOWN = 20

export function registerTasks(app: Hono<DeskEnv>): void {
  app.get(
    '/money/tasks',
    permitted(
      'seeMoney',
      () => PAGE,
      (c, { session }) => show(c, session, null),
    ),
  )
  app.post(
    '/money/tasks',
    permitted('closeMoneyTask', () => PAGE, postDone),
  )
}

async function show(
  c: DeskContext,
  session: StaffPermit<'seeMoney'>['session'],
  refused: Refused | null,
): Promise<Response> {
  const { db } = c.get('desk')
  const [open, done] = await Promise.all([
    readTasks(db, { state: 'open', limit: OPEN_SHOWN }),
    readTasks(db, { state: 'done', limit: DONE_SHOWN }),
  ])
  return tasksPage(c, session, { open, done, refused })
}

async function postDone(c: DeskContext, permit: StaffPermit<'closeMoneyTask'>): Promise<Response> {
  const w = c.get('words').desk.money.work
  const { typed } = c.get('form')
  const note = z
    .string()
    .trim()
    .min(1, w.noteMissing)
    .max(1_000, w.noteLong)
    // A note is kept for good, in plain text: no card or account number belongs in it.
    .regex(/^(?!.*\d(?:[ -]?\d){7})/s, w.noteNumbers)
  const schema = z.object({ task: z.uuid(), note })
  const form = readForm(schema, { task: typed.task ?? '', note: typed.note ?? '' }, c.get('words'))
  if (!form.ok) {
    const problem = form.problems[0]?.message ?? w.noteMissing
    const refused = { taskId: typed.task ?? '', note: typed.note ?? '', problem }
    return show(c, permit.session, refused)
  }
  const { task: taskId, note: written } = form.value
  const context = { ...staffDeps(c), requestId: c.get('requestId') }
  const isDone = await finishTask(context, { permit, taskId, note: written })
  return c.redirect(`${PAGE}?done=${isDone ? 'yes' : 'before'}`, 303)
}
