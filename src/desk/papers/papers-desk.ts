// What the pages of papers share: which account and paper the address names, and their verbs'
// context.
import * as z from 'zod'
import type { FieldProblem } from '#src/http/form.ts'
import type { StaffPermit } from '#src/identity/staff/staff-policy.ts'
import type { DeskServicing } from '#src/servicing/desk-account/note-view.ts'
import type { PaperGate } from '#src/servicing/papers/attach-paper.ts'
import { type AccountPapers, viewAccountPapers } from '#src/servicing/papers/view-papers.ts'
import type { KeptAttached } from '#src/store/documents/attached-papers.ts'
import type { DeskContext } from '../desk-context.ts'
import { deskServicing } from '../desk-servicing.ts'

/** One paper among those of its account. */
export type PaperParts = {
  readonly view: AccountPapers
  readonly paper: KeptAttached
  readonly problems: readonly FieldProblem[]
}

export function papersServicing(c: DeskContext): DeskServicing & PaperGate {
  return { ...deskServicing(c), ...c.get('desk').papers }
}

/** A uuid of the address; null where it is none. */
export function idOf(c: DeskContext, name: 'account' | 'paper'): string | null {
  return z.uuid().safeParse(c.req.param(name)).data ?? null
}

/** Where the papers of the account stand. */
export function papersPath(c: DeskContext): string {
  const account = idOf(c, 'account')
  return account === null ? '/customers' : `/accounts/${account}/papers`
}

/** Where one of them stands. */
export function paperPath(c: DeskContext): string {
  const paper = idOf(c, 'paper')
  return paper === null ? papersPath(c) : `${papersPath(c)}/${paper}`
}

/** The papers of the account that the address names; null: there is none. */
export async function papersOf(
  c: DeskContext,
  permit: StaffPermit<'seeCustomer'> | StaffPermit<'attachPaper'> | StaffPermit<'askPaper'>,
): Promise<AccountPapers | null> {
  const accountId = idOf(c, 'account')
  if (accountId === null) return null
  const page = Number(c.req.query('printed'))
  return viewAccountPapers(deskServicing(c), { permit, accountId, page })
}

/** Of the form; one that is none is a form of its own. */
export function formKeyOf(c: DeskContext): string {
  return z.uuid().safeParse(c.get('form').typed.key).data ?? c.get('desk').newId()
}

/** Who may see a paper, by name. */
export function seenBy(
  c: DeskContext,
  { people }: AccountPapers,
  { obligorId }: { readonly obligorId: string | null },
): string {
  const name = obligorId === null ? undefined : people.get(obligorId)
  return name ?? c.get('words').desk.papers.everybody
}
