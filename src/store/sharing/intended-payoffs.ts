// Payoffs that somebody said will come. Where the payer wants to be told, their address is sealed.
import type { CivilDate } from '#src/domain/calendar.ts'
import type { Cents } from '#src/domain/money.ts'
import type { Vault } from '#src/vault/vault.ts'
import type { Db, Tx } from '../database.ts'

export type IntendedState = 'expected' | 'late' | 'short' | 'arrived' | 'withdrawn' | 'replaced'

export type IntendedPayoff = {
  readonly accountId: string
  readonly id: string
  readonly obligorId: string
  /** By which a dealer said it; null: the obligor did. */
  readonly linkId: string | null
  readonly payer: string
  readonly amount: Cents
  readonly expectedOn: CivilDate
  readonly statedAt: string
  readonly eventCount: number
  readonly state: IntendedState
  readonly changedAt: string
  readonly arrived: Cents | null
  readonly arrivedOn: CivilDate | null
  readonly missing: Cents | null
  readonly sealed: Buffer | null
}

/** Whom to write to about it. */
export type PayerContact = { readonly to: string; readonly locale: 'en' | 'es' }

const OPEN = ['expected', 'late', 'short'] as const

export async function insertIntended(
  tx: Tx,
  vault: Vault,
  intended: Omit<IntendedPayoff, 'state' | 'arrived' | 'arrivedOn' | 'missing' | 'sealed'> & {
    readonly contact: PayerContact | null
    readonly formHash: Buffer
  },
): Promise<void> {
  const { contact } = intended
  await tx
    .insertInto('intended_payoff')
    .values({
      account_id: intended.accountId,
      id: intended.id,
      obligor_id: intended.obligorId,
      link_id: intended.linkId,
      payer: intended.payer,
      amount: intended.amount,
      expected_on: intended.expectedOn,
      stated_at: intended.statedAt,
      event_count: intended.eventCount,
      state: 'expected',
      changed_at: intended.changedAt,
      sealed: contact && vault.seal(JSON.stringify(contact), intendedContext(intended)),
      form_hash: intended.formHash,
    })
    .execute()
}

export async function isIntendedForm(
  db: Db,
  of: { readonly accountId: string; readonly formHash: Buffer },
): Promise<boolean> {
  const row = await db
    .selectFrom('intended_payoff')
    .select('id')
    .where('account_id', '=', of.accountId)
    .where('form_hash', '=', of.formHash)
    .executeTakeFirst()
  return row !== undefined
}

/** Newest first. */
export async function readIntended(
  db: Db,
  of: { readonly accountId: string; readonly limit: number },
): Promise<IntendedPayoff[]> {
  const rows = await selectIntended(db)
    .where('account_id', '=', of.accountId)
    .orderBy('stated_at', 'desc')
    .limit(of.limit)
    .execute()
  return rows.map(intendedOf)
}

/** The one that is still waited for; null: none is. */
export async function readOpenIntended(db: Db, accountId: string): Promise<IntendedPayoff | null> {
  const row = await selectIntended(db)
    .where('account_id', '=', accountId)
    .where('state', 'in', OPEN)
    .executeTakeFirst()
  return row ? intendedOf(row) : null
}

/** Accounts on which one is waited for, in order, `limit` after `after`. */
export async function accountsWithIntended(
  db: Db,
  page: { readonly after: string | null; readonly limit: number },
): Promise<string[]> {
  let query = db
    .selectFrom('intended_payoff')
    .select('account_id')
    .where('state', 'in', OPEN)
    .orderBy('account_id')
    .limit(page.limit)
  if (page.after !== null) query = query.where('account_id', '>', page.after)
  return (await query.execute()).map((row) => row.account_id)
}

/** False where it was not in state `from` any more: somebody else moved it. */
export async function moveIntended(
  tx: Tx,
  which: Pick<IntendedPayoff, 'accountId' | 'id'>,
  move: {
    readonly from: IntendedState
    readonly to: IntendedState
    readonly at: string
    readonly arrival?: { readonly amount: Cents; readonly on: CivilDate } | null
    readonly missing?: Cents
  },
): Promise<boolean> {
  const { from, to, at, arrival, missing } = move
  const isOver = !OPEN.some((state) => state === to)
  const { numUpdatedRows } = await tx
    .updateTable('intended_payoff')
    .set({
      state: to,
      changed_at: at,
      missing: missing ?? null,
      ...(arrival && { arrived: arrival.amount, arrived_on: arrival.on }),
      ...(isOver && { sealed: null }),
    })
    .where('account_id', '=', which.accountId)
    .where('id', '=', which.id)
    .where('state', '=', from)
    .executeTakeFirst()
  return numUpdatedRows === 1n
}

export function openPayerContact(
  vault: Vault,
  intended: Pick<IntendedPayoff, 'accountId' | 'id' | 'sealed'>,
): PayerContact | null {
  if (intended.sealed === null) return null
  return JSON.parse(vault.open(intended.sealed, intendedContext(intended))) as PayerContact
}

export function intendedContext(of: { readonly accountId: string; readonly id: string }): string {
  return `intended payoff ${of.accountId} ${of.id}`
}

function selectIntended(db: Db) {
  return db
    .selectFrom('intended_payoff')
    .select(['account_id', 'id', 'obligor_id', 'link_id', 'payer', 'amount', 'expected_on'])
    .select(['stated_at', 'event_count', 'state', 'changed_at', 'arrived', 'arrived_on'])
    .select(['missing', 'sealed'])
}

type Row = Awaited<ReturnType<ReturnType<typeof selectIntended>['executeTakeFirstOrThrow']>>

function intendedOf(row: Row): IntendedPayoff {
  return {
    accountId: row.account_id,
    id: row.id,
    obligorId: row.obligor_id,
    linkId: row.link_id,
    payer: row.payer,
    amount: row.amount,
    expectedOn: row.expected_on,
    statedAt: row.stated_at,
    eventCount: row.event_count,
    state: row.state,
    changedAt: row.changed_at,
    arrived: row.arrived,
    arrivedOn: row.arrived_on,
    missing: row.missing,
    sealed: row.sealed,
  }
}
