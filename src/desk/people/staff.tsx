// GET /staff: everybody who may sign in here, and who waits for a second administrator. GET and
// POST /staff/new; POST /staff/links asks for a link, /staff/approvals approves one, /staff/leavers
// ends somebody's work.
import type { Hono } from 'hono'
import * as z from 'zod'
import { readForm } from '#src/http/form.ts'
import {
  approveLink,
  endStaffWork,
  proposeLink,
  proposeStaff,
  readRoster,
} from '#src/identity/staff/keep-staff.ts'
import { askPolicy, type StaffPermit } from '#src/identity/staff/staff-policy.ts'
import type { StaffRefusal } from '#src/identity/staff/staff-refusal.ts'
import { STAFF_ROLES } from '#src/store/staff/staff.ts'
import type { Words } from '#src/words/words.ts'
import { assistDeps, type DeskContext, type DeskEnv, staffDeps } from '../desk-context.ts'
import { permitted } from '../permitted.ts'
import { newPersonPage } from './new-person-page.tsx'
import { staffPage } from './staff-page.tsx'

const PAGE = '/staff'
const NEW = '/staff/new'

export function registerStaffPages(app: Hono<DeskEnv>): void {
  const page = () => PAGE
  const newPage = () => NEW
  app.get(
    '/staff',
    permitted('seeStaff', page, (c, permit) => show(c, permit)),
  )
  app.get(
    '/staff/new',
    permitted('addStaff', newPage, (c, { session }) => newPersonPage(c, session, [])),
  )
  app.post('/staff/new', permitted('addStaff', newPage, postPerson))
  app.post('/staff/links', permitted('makeStaffLink', page, postLink))
  app.post('/staff/approvals', permitted('approveStaff', page, postApproval))
  app.post('/staff/leavers', permitted('disableStaff', page, postLeaver))
}

async function show(
  c: DeskContext,
  permit: StaffPermit<'seeStaff'>,
  refusal?: StaffRefusal,
): Promise<Response> {
  const roster = await readRoster(staffDeps(c), permit)
  return staffPage(c, permit.session, { roster, ...(refusal && { refusal }) })
}

async function postPerson(c: DeskContext, permit: StaffPermit<'addStaff'>): Promise<Response> {
  const { name = '', email = '', role = '' } = c.get('form').typed
  const form = readForm(formOf(c.get('words')), { name, email, role }, c.get('words'))
  if (!form.ok) return newPersonPage(c, permit.session, form.problems)
  const answer = await proposeStaff(staffDeps(c), permit, form.value)
  if (answer.ok) return c.redirect(`${PAGE}?done=added`, 303)
  const message = c.get('words').desk.refusals.emailTaken
  return newPersonPage(c, permit.session, [{ field: 'email', message }])
}

function formOf(words: Words) {
  const w = words.desk.people.form
  return z.object({
    name: z.string().trim().min(1, w.nameMissing).max(80, w.tooLong(80)),
    email: z.email(w.emailWrong).max(200, w.tooLong(200)),
    role: z.enum(STAFF_ROLES, w.roleMissing),
  })
}

async function postLink(c: DeskContext, permit: StaffPermit<'makeStaffLink'>): Promise<Response> {
  const answer = await proposeLink(staffDeps(c), permit, idIn(c, 'person'))
  return done(c, permit, answer.ok ? 'asked' : answer.refusal)
}

async function postApproval(c: DeskContext, permit: StaffPermit<'approveStaff'>) {
  const approved = { linkId: idIn(c, 'link'), locale: c.get('locale') }
  const answer = await approveLink(assistDeps(c), permit, approved)
  return done(c, permit, answer.ok ? 'approved' : answer.refusal)
}

async function postLeaver(c: DeskContext, permit: StaffPermit<'disableStaff'>): Promise<Response> {
  const answer = await endStaffWork(staffDeps(c), permit, idIn(c, 'person'))
  return done(c, permit, answer.ok ? 'disabled' : answer.refusal)
}

/** What is no id is nobody's. */
function idIn(c: DeskContext, field: string): string {
  return z.uuid().safeParse(c.get('form').typed[field]).data ?? c.get('desk').newId()
}

function done(
  c: DeskContext,
  { session, visit }: Pick<StaffPermit<'addStaff'>, 'session' | 'visit'>,
  how: 'asked' | 'approved' | 'disabled' | StaffRefusal,
): Response | Promise<Response> {
  if (typeof how === 'string') return c.redirect(`${PAGE}?done=${how}`, 303)
  const answer = askPolicy({ session, visit, now: c.get('desk').clock.now() }, 'seeStaff')
  return answer.is === 'may' ? show(c, answer.permit, how) : c.redirect(PAGE, 303)
}
