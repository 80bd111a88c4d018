// What people changed of themselves: append-only, and masked as it is shown. The whole values stand
// sealed beside it, so that they can be put back.
import { sql } from 'kysely'
import type { PostalAddress } from '#src/domain/account/boarding.ts'
import type { Vault } from '#src/vault/vault.ts'
import type { Db, Tx } from '../database.ts'

export type ObligorChangeKind =
  | 'contactAdded'
  | 'contactReplaced'
  | 'contactRemoved'
  | 'addressChanged'
  | 'languageChanged'
  | 'paperlessChosen'

export type ObligorChange = {
  /** The same for every account of the person that the change counts for. */
  readonly id: string
  readonly at: string
  readonly kind: ObligorChangeKind
  readonly method: 'email' | 'sms' | null
  /** Of an obligor the login. */
  readonly actor: { readonly kind: 'obligor' | 'staff' | 'system'; readonly id: string }
  readonly was: string | null
  readonly became: string | null
  /** The version of the words that were chosen under. */
  readonly wording: string | null
  /** How it was shown that the person can open a paper; none of anything else. */
  readonly proof?: 'sampleCode' | null
}

export type ObligorName = { readonly accountId: string; readonly obligorId: string }

/** A contact or an address, whole. */
export type WholeValue = string | PostalAddress | null

export type ChangedValues = { readonly was: WholeValue; readonly became: WholeValue }

/** One row for each of them. `values` of each where they may be put back. */
export async function insertObligorChange(
  tx: Tx,
  vault: Vault,
  entry: {
    readonly change: ObligorChange
    readonly of: readonly (ObligorName & { readonly values?: ChangedValues })[]
  },
): Promise<void> {
  const { change, of } = entry
  const { id, at, kind, method, actor, was, became, wording } = change
  const rows = of.map(({ accountId, obligorId }) => ({
    ...{ account_id: accountId, obligor_id: obligorId, id, at, kind, method, was, became, wording },
    actor_kind: actor.kind,
    actor_id: actor.id,
    proof: change.proof ?? null,
  }))
  await tx.insertInto('obligor_change').values(rows).execute()
  const sealed = of.flatMap(({ accountId, values }) =>
    values === undefined
      ? []
      : [
          {
            account_id: accountId,
            id,
            sealed: vault.seal(JSON.stringify(values), changeContext({ accountId, id })),
          },
        ],
  )
  if (sealed.length > 0) await tx.insertInto('obligor_change_value').values(sealed).execute()
}

/** Newest first; what counts for several of them once. */
export async function readObligorChanges(
  db: Db,
  of: readonly ObligorName[],
  limit: number,
): Promise<ObligorChange[]> {
  const rows = await selectChanges(db)
    .where(isOneOf(of))
    .orderBy('at', 'desc')
    .orderBy('id', 'desc')
    .limit(limit * Math.max(of.length, 1))
    .execute()
  const once = new Map(rows.map((row) => [row.id, changeOf(row)]))
  return [...once.values()].slice(0, limit)
}

export type LastChoice = ObligorName &
  Pick<ObligorChange, 'at' | 'became' | 'wording'> & { readonly proof: 'sampleCode' | null }

/** What each of them chose last about papers; none of who never did. */
export async function readLastChoices(
  db: Db,
  of: readonly ObligorName[],
): Promise<readonly LastChoice[]> {
  const rows = await db
    .selectFrom('obligor_change')
    .distinctOn(['account_id', 'obligor_id'])
    .select(['account_id', 'obligor_id', 'at', 'became', 'wording', 'proof'])
    .where(isOneOf(of))
    .where('kind', '=', 'paperlessChosen')
    .orderBy('account_id')
    .orderBy('obligor_id')
    .orderBy('at', 'desc')
    .orderBy('id', 'desc')
    .execute()
  return rows.map(({ account_id: accountId, obligor_id: obligorId, proof, ...rest }) => {
    // The table's own check holds the list.
    return { accountId, obligorId, ...rest, proof: proof as LastChoice['proof'] }
  })
}

/** Null where a change has no values to put back, or there is no such change of that account. */
export async function readChangedValues(
  db: Db,
  vault: Vault,
  of: { readonly accountId: string; readonly id: string },
): Promise<ChangedValues | null> {
  const row = await db
    .selectFrom('obligor_change_value')
    .select('sealed')
    .where('account_id', '=', of.accountId)
    .where('id', '=', of.id)
    .executeTakeFirst()
  return row ? JSON.parse(vault.open(row.sealed, changeContext(of))) : null
}

/** What a sealed row is bound to. */
export function changeContext(change: { accountId: string; id: string }): string {
  return `obligor change ${change.accountId} ${change.id}`
}

function isOneOf(of: readonly ObligorName[]) {
  return sql<boolean>`(account_id, obligor_id) in (select * from unnest(
    ${of.map(({ accountId }) => accountId)}::uuid[],
    ${of.map(({ obligorId }) => obligorId)}::uuid[]))`
}

function selectChanges(db: Db) {
  return db
    .selectFrom('obligor_change')
    .select(['id', 'at', 'kind', 'method', 'actor_kind', 'actor_id', 'was', 'became', 'wording'])
}

type ChangeRow = Awaited<ReturnType<ReturnType<typeof selectChanges>['executeTakeFirstOrThrow']>>

function changeOf(row: ChangeRow): ObligorChange {
  const { id, at, kind, method, was, became, wording } = row
  return {
    id,
    at,
    kind,
    method,
    was,
    became,
    wording,
    actor: { kind: row.actor_kind, id: row.actor_id },
  }
}
