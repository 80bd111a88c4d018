// What staff asked for about papers, and who decided it.
import type { Db, Tx } from '../database.ts'

export type PaperRequestState = 'asked' | 'done' | 'refused' | 'withdrawn'

export type PaperRequest = {
  readonly id: string
  readonly kind: 'removal'
  readonly accountId: string
  readonly paperId: string
  readonly state: PaperRequestState
  readonly reason: string
  readonly askedBy: string
  readonly askedByName: string
  readonly askedAt: string
  readonly decidedByName: string | null
  readonly decidedAt: string | null
}

export type NewPaperRequest = Pick<
  PaperRequest,
  'id' | 'kind' | 'accountId' | 'paperId' | 'reason' | 'askedBy' | 'askedAt'
> & { readonly formKey: string }

/** `known`: the same form came before. `claimed`: another request about the paper is open. */
export async function insertPaperRequest(
  tx: Tx,
  request: NewPaperRequest,
): Promise<'new' | 'known' | 'claimed'> {
  const inserted = await tx
    .insertInto('paper_request')
    .values({
      id: request.id,
      kind: request.kind,
      account_id: request.accountId,
      paper_id: request.paperId,
      state: 'asked',
      claim: `${request.kind} ${request.paperId}`,
      reason: request.reason,
      asked_by: request.askedBy,
      asked_at: request.askedAt,
      form_key: request.formKey,
    })
    .onConflict((conflict) => conflict.doNothing())
    .returning('id')
    .executeTakeFirst()
  if (inserted) return 'new'
  const known = await tx
    .selectFrom('paper_request')
    .select('id')
    .where('form_key', '=', request.formKey)
    .where('asked_by', '=', request.askedBy)
    .executeTakeFirst()
  return known ? 'known' : 'claimed'
}

/** True for exactly one of several callers. */
export async function decidePaperRequest(
  tx: Tx,
  decided: {
    readonly id: string
    readonly state: Exclude<PaperRequestState, 'asked'>
    readonly by: string
    readonly at: string
  },
): Promise<boolean> {
  const { numUpdatedRows } = await tx
    .updateTable('paper_request')
    .set({
      ...{ state: decided.state, claim: null },
      ...{ decided_by: decided.by, decided_at: decided.at },
    })
    .where('id', '=', decided.id)
    .where('state', '=', 'asked')
    .executeTakeFirstOrThrow()
  return numUpdatedRows === 1n
}

/** The open one about a paper; null: none is. */
export async function openPaperRequest(
  db: Db,
  of: { readonly accountId: string; readonly paperId: string },
): Promise<PaperRequest | null> {
  const row = await selectRequests(db)
    .where('r.account_id', '=', of.accountId)
    .where('r.paper_id', '=', of.paperId)
    .where('r.state', '=', 'asked')
    .executeTakeFirst()
  return row ? requestOf(row) : null
}

/** All about the papers of an account, newest first. */
export async function paperRequestsOf(db: Db, accountId: string): Promise<PaperRequest[]> {
  const rows = await selectRequests(db)
    .where('r.account_id', '=', accountId)
    .orderBy('r.asked_at', 'desc')
    .execute()
  return rows.map(requestOf)
}

/** What waits for a second person, oldest first. */
export async function openPaperRequests(db: Db, limit: number): Promise<PaperRequest[]> {
  const rows = await selectRequests(db)
    .where('r.state', '=', 'asked')
    .orderBy('r.asked_at')
    .limit(limit)
    .execute()
  return rows.map(requestOf)
}

function selectRequests(db: Db) {
  return db
    .selectFrom('paper_request as r')
    .innerJoin('staff as a', 'a.id', 'r.asked_by')
    .leftJoin('staff as d', 'd.id', 'r.decided_by')
    .select(['r.id', 'r.kind', 'r.account_id', 'r.paper_id', 'r.state', 'r.reason'])
    .select(['r.asked_by', 'r.asked_at', 'r.decided_at', 'a.name as asker', 'd.name as decider'])
}

type Row = Awaited<ReturnType<ReturnType<typeof selectRequests>['executeTakeFirstOrThrow']>>

function requestOf(row: Row): PaperRequest {
  return {
    id: row.id,
    kind: row.kind as PaperRequest['kind'],
    accountId: row.account_id,
    paperId: row.paper_id,
    state: row.state as PaperRequestState,
    reason: row.reason,
    askedBy: row.asked_by,
    askedByName: row.asker,
    askedAt: row.asked_at,
    decidedByName: row.decider,
    decidedAt: row.decided_at,
  }
}
