// What the pages of statements share: which account and statement the address names.
import * as z from 'zod'
import type { FieldProblem, Typed } from '#src/http/form.ts'
import type { DeskServicing } from '#src/servicing/desk-account/note-view.ts'
import type { PaperContext } from '#src/servicing/documents/paper-context.ts'
import type { StatementView } from '#src/servicing/statements/view-statements.ts'
import type { DeskContext } from '../desk-context.ts'
import { deskServicing } from '../desk-servicing.ts'

/** One statement, with what was typed about it and what was wrong there. */
export type StatementParts = {
  readonly view: StatementView
  readonly typed: Typed
  readonly problems: readonly FieldProblem[]
}

export function statementServicing(c: DeskContext): DeskServicing & PaperContext {
  return { ...deskServicing(c), ...c.get('desk').papers }
}

/** A uuid of the address; null where it is none. */
export function idOf(c: DeskContext, name: 'account' | 'statement'): string | null {
  return z.uuid().safeParse(c.req.param(name)).data ?? null
}

/** Where the statements of the account stand. */
export function statementsPath(c: DeskContext): string {
  const account = idOf(c, 'account')
  return account === null ? '/customers' : `/accounts/${account}/statements`
}

/** Where one of them stands. */
export function statementPath(c: DeskContext): string {
  const statement = idOf(c, 'statement')
  return statement === null ? statementsPath(c) : `${statementsPath(c)}/${statement}`
}

export function named(c: DeskContext): { accountId: string; documentId: string } | null {
  const [accountId, documentId] = [idOf(c, 'account'), idOf(c, 'statement')]
  return accountId === null || documentId === null ? null : { accountId, documentId }
}
