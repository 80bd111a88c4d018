// GET and POST /accounts/:account/papers/new: a paper from outside is attached; `replaces` names
// the one in whose place it comes.

import type { Hono } from 'hono'
import { MOST_PAPER_BYTES } from '#src/domain/attached-kinds.ts'
import type { PdfProblem } from '#src/formats/attached/pdf-judgement.ts'
import type { FieldProblem } from '#src/http/form.ts'
import type { UploadedFile } from '#src/http/uploaded-file.ts'
import type { StaffPermit } from '#src/identity/staff/staff-policy.ts'
import { type AttachAnswer, attachPaper } from '#src/servicing/papers/attach-paper.ts'
import type { AccountPapers } from '#src/servicing/papers/view-papers.ts'
import type { DeskContext, DeskEnv } from '../desk-context.ts'
import { tellPage } from '../desk-errors.tsx'
import { permitted } from '../permitted.ts'
import { readAttachForm } from './attach-draft.ts'
import { type AttachForm, attachPage } from './attach-page.tsx'
import { formKeyOf, papersOf, papersPath, papersServicing } from './papers-desk.ts'

export function registerAttach(app: Hono<DeskEnv>): void {
  const back = (c: DeskContext) => `${papersPath(c)}/new`
  app.get('/accounts/:account/papers/new', permitted('attachPaper', back, show))
  app.post('/accounts/:account/papers/new', permitted('attachPaper', back, attach))
}

type Permit = StaffPermit<'attachPaper'>

async function show(c: DeskContext, permit: Permit): Promise<Response> {
  const view = await papersOf(c, permit)
  if (!view) return tellPage(c, 'notFound', 404)
  const typed = { replaces: c.req.query('replaces') ?? '' }
  const replaced = replacedOf(view, typed)
  return attachPage(c, permit.session, { typed, problems: [], view, replaced })
}

/** The paper that the form is about to replace; null: none, or none that can be. */
function replacedOf({ papers }: AccountPapers, { replaces }: AttachForm['typed']) {
  const found = papers.find(({ id }) => id === replaces)
  return found && found.removedAt === null && found.replacedBy === null ? found : null
}

async function attach(c: DeskContext, permit: Permit): Promise<Response> {
  const view = await papersOf(c, permit)
  if (!view) return tellPage(c, 'notFound', 404)
  const { typed, file: sent = null } = c.get('form')
  const again = (problems: readonly FieldProblem[]) =>
    attachPage(c, permit.session, { typed, problems, view, replaced: replacedOf(view, typed) })
  const read = readAttachForm(c, view)
  const file = judgeFile(c, sent)
  if (!read.ok || 'message' in file)
    return again([...(read.ok ? [] : read.problems), ...('message' in file ? [file] : [])])
  const { accountId } = view
  const answer = await attachPaper(papersServicing(c), {
    ...{ permit, accountId },
    paper: { ...read.value, bytes: file.bytes, formKey: formKeyOf(c) },
  })
  if (answer.is === 'done') return c.redirect(`${papersPath(c)}?done=attached`, 303)
  if (answer.is === 'notFound') return tellPage(c, 'notFound', 404)
  return again([{ field: 'file', message: refusedWords(c, answer) }])
}

function judgeFile(
  c: DeskContext,
  file: UploadedFile | 'tooLarge' | null,
): UploadedFile | FieldProblem {
  const w = c.get('words').desk.papers.form
  if (!file) return { field: 'file', message: w.missing }
  const isLarge = file === 'tooLarge' || file.bytes.length > MOST_PAPER_BYTES
  return isLarge ? { field: 'file', message: w.large } : file
}

function refusedWords(
  c: DeskContext,
  answer: Exclude<AttachAnswer, { is: 'done' } | { is: 'notFound' }>,
): string {
  const w = c.get('words').desk.papers.form
  return answer.is === 'refused' ? problemWords(c, answer.problem) : w[answer.is]
}

function problemWords(c: DeskContext, problem: PdfProblem): string {
  const w = c.get('words').desk.papers.form
  return problem.is === 'active' ? w.active(w.contents[problem.what]) : w[problem.is]
}
