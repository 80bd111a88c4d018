// The statements of an account as staff see them: which hold, and which would say something else
// now.
import type { CivilDate } from '#src/domain/calendar.ts'
import type { StatementFacts } from '#src/formats/documents/document-facts.ts'
import type { StaffPermit } from '#src/identity/staff/staff-policy.ts'
import { lockAccount } from '#src/store/accounts/accounts.ts'
import { readStatements } from '#src/store/documents/statements.ts'
import { type DeskServicing, noteView } from '../desk-account/note-view.ts'
import { type LoadedAny, loadAccount } from '../load-account.ts'
import {
  asPrinted,
  outdatedOf,
  type PrintedStatement,
  type Restated,
  restated,
} from './statement-chain.ts'

export type ListedStatement = {
  readonly id: string
  readonly facts: StatementFacts
  readonly state: 'asKnown' | 'outdated' | 'replaced'
}

export type AccountStatements = {
  readonly accountId: string
  readonly accountEnding: string
  /** Newest first; of one day the one that holds first. */
  readonly statements: readonly ListedStatement[]
}

type Of = {
  readonly permit: StaffPermit<'seeCustomer'> | StaffPermit<'correctStatement'>
  readonly accountId: string
}

/** Null: no such account. */
export async function viewStatements(
  ctx: DeskServicing,
  of: Of,
): Promise<AccountStatements | null> {
  const found = await lookAt(ctx, of, {})
  if (!found) return null
  const { loaded, all } = found
  const outdated = outdatedOf(loaded, all)
  const statements = all.map((printed): ListedStatement => {
    const { kept, facts, isCurrent } = printed
    if (!isCurrent) return { id: kept.id, facts, state: 'replaced' }
    return { id: kept.id, facts, state: outdated.has(printed) ? 'outdated' : 'asKnown' }
  })
  return { ...namesOf(loaded), statements: statements.reverse() }
}

export type StatementView = {
  readonly accountId: string
  readonly accountEnding: string
  readonly id: string
  readonly facts: StatementFacts
  /** The one in its place; null where it holds. */
  readonly replacedBy: { readonly id: string; readonly writtenOn: CivilDate } | null
  /** What a corrected one and those after it would say; empty where all is as it was. */
  readonly restated: readonly Restated[]
  /** How many events of the account that knows. */
  readonly known: number
}

/** One of them, with what is different now; null: no such statement of the account. */
export async function viewStatement(
  ctx: DeskServicing,
  of: Of & { readonly documentId: string },
): Promise<StatementView | null> {
  const { documentId } = of
  const found = await lookAt(ctx, of, { document: documentId })
  const one = found?.all.find(({ kept }) => kept.id === documentId)
  if (!found || !one) return null
  const { loaded, all } = found
  const next = one.isCurrent ? undefined : all[all.indexOf(one) + 1]
  return {
    ...namesOf(loaded),
    ...{ id: documentId, facts: one.facts, known: loaded.events.length },
    replacedBy: next ? { id: next.kept.id, writtenOn: next.facts.writtenOn } : null,
    restated: one.isCurrent ? restated(loaded, all, one.facts.on) : [],
  }
}

type Found = { readonly loaded: LoadedAny; readonly all: readonly PrintedStatement[] }

/** That somebody looked is written down. */
async function lookAt(
  ctx: DeskServicing,
  { permit, accountId }: Of,
  details: Readonly<Record<string, string>>,
): Promise<Found | null> {
  return ctx.db.transaction().execute(async (tx) => {
    const account = await lockAccount(tx, accountId)
    if (!account) return null
    const loaded = await loadAccount(tx, accountId)
    const all = asPrinted(await readStatements(tx, ctx.vault, accountId))
    await noteView(tx, ctx, { account, permit, action: 'statements viewed', details })
    return { loaded, all }
  })
}

function namesOf({ account }: LoadedAny) {
  return { accountId: account.accountId, accountEnding: account.accountNumber.slice(-4) }
}
