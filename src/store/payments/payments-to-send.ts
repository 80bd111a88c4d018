// Payments on their way into a file, several accounts at once.
import { sql } from 'kysely'
import type { CivilDate } from '#src/domain/calendar.ts'
import type { Cents } from '#src/domain/money.ts'
import type { Vault } from '#src/vault/vault.ts'
import type { Db, Tx } from '../database.ts'
import type { BankNumbers } from './funding-accounts.ts'
import { type BankKind, bankKind } from './funding-kinds.ts'
import { type Payment, paymentOf, selectPayments } from './payment-row.ts'
import { fundingContext } from './sealed-contexts.ts'

/** A payment with the bank account it comes from, opened: for the file, never for a page. */
export type PaymentToSend = {
  readonly payment: Payment
  readonly source: {
    readonly kind: BankKind
    readonly state: 'unverified' | 'checking' | 'verified' | 'failed' | 'stopped'
    readonly isRemoved: boolean
    readonly numbers: BankNumbers
  }
}

/**
 * Accounts with payments whose cutoff is that of `through` or an earlier one, in order, the first
 * `limit` after `after`. A card goes in no file: it is asked at its processor.
 */
export async function accountsToSend(
  db: Db,
  page: { readonly through: CivilDate; readonly after: string | null; readonly limit: number },
): Promise<string[]> {
  let query = db
    .selectFrom('payment')
    .select('account_id')
    .distinct()
    .where('state', '=', 'scheduled')
    .where('send_on', '<=', page.through)
    .where('by_card', '=', false)
    .orderBy('account_id')
    .limit(page.limit)
  if (page.after !== null) query = query.where('account_id', '>', page.after)
  return (await query.execute()).map((row) => row.account_id)
}

/** Of accounts that the transaction holds, in the order in which they count. */
export async function readPaymentsToSend(
  tx: Tx,
  vault: Vault,
  of: { readonly accountIds: readonly string[]; readonly through: CivilDate },
): Promise<PaymentToSend[]> {
  const rows = await selectPayments(tx)
    .innerJoin('funding_account as source', (join) =>
      join
        .onRef('source.account_id', '=', 'payment.account_id')
        .onRef('source.id', '=', 'payment.funding_account_id'),
    )
    .select(['source.kind', 'source.sealed', 'source.removed_at'])
    .select('source.state as source_state')
    .where('payment.account_id', '=', sql<string>`any(${of.accountIds}::uuid[])`)
    .where('payment.state', '=', 'scheduled')
    .where('send_on', '<=', of.through)
    .where('payment.by_card', '=', false)
    .orderBy('payment.account_id')
    .orderBy('effective_date')
    .orderBy('payment.id')
    .execute()
  return rows.map((row) => {
    const payment = paymentOf(row)
    const place = { accountId: payment.accountId, id: payment.fundingAccountId }
    const numbers: BankNumbers = JSON.parse(vault.open(row.sealed, fundingContext(place)))
    const { kind, source_state: state } = row
    return {
      payment,
      source: { kind: bankKind(kind), state, isRemoved: row.removed_at !== null, numbers },
    }
  })
}

/** What each account has sent that does not count yet; accounts without any are left out. */
export async function readMoneyOnItsWay(
  tx: Tx,
  accountIds: readonly string[],
): Promise<Map<string, Cents>> {
  const rows = await tx
    .selectFrom('payment')
    .select(['account_id', sql<Cents>`sum(amount)::bigint`.as('amount')])
    .where('account_id', '=', sql<string>`any(${accountIds}::uuid[])`)
    .where('state', '=', 'sent')
    .where('posted_event_id', 'is', null)
    .groupBy('account_id')
    .execute()
  return new Map(rows.map((row) => [row.account_id, row.amount]))
}

export type SendingOutcome = {
  readonly accountId: string
  readonly id: string
  /** Null: it is in a file. */
  readonly reason: string | null
}

/** Moves scheduled payments on; fails when one of them is no longer scheduled. */
export async function markSending(
  tx: Tx,
  change: { readonly outcomes: readonly SendingOutcome[]; readonly at: string },
): Promise<void> {
  const { outcomes, at } = change
  if (outcomes.length === 0) return
  const { numAffectedRows } = await sql`
    update payment set state = case when outcome.reason is null then 'sent' else 'notSent' end,
      state_reason = outcome.reason, changed_at = ${at},
      attempts = case when outcome.reason is null then 1 else 0 end
    from unnest(${outcomes.map((each) => each.accountId)}::uuid[],
      ${outcomes.map((each) => each.id)}::uuid[], ${outcomes.map((each) => each.reason)}::text[])
      as outcome (account_id, id, reason)
    where payment.account_id = outcome.account_id and payment.id = outcome.id
      and payment.state = 'scheduled'
  `.execute(tx)
  if (numAffectedRows !== BigInt(outcomes.length))
    throw new Error('broken invariant: a payment of a held account is still scheduled')
}

/**
 * What became of one more try at the bank: it went out, or it cannot, and the payment stays
 * returned.
 */
export async function markRetries(
  tx: Tx,
  change: {
    readonly outcomes: readonly (SendingOutcome & { readonly attempt: number })[]
    readonly at: string
  },
): Promise<void> {
  const { outcomes, at } = change
  if (outcomes.length === 0) return
  await sql`
    update payment set changed_at = ${at},
      attempts = case when outcome.reason is null then outcome.attempt else attempts end,
      state = case when outcome.reason is null then 'sent' else 'returned' end
    from unnest(${outcomes.map((each) => each.accountId)}::uuid[],
      ${outcomes.map((each) => each.id)}::uuid[],
      ${outcomes.map((each) => each.attempt)}::integer[],
      ${outcomes.map((each) => each.reason)}::text[])
      as outcome (account_id, id, attempt, reason)
    where payment.account_id = outcome.account_id and payment.id = outcome.id
      and payment.state in ('sent', 'returned') and posted_event_id is null
  `.execute(tx)
}

/** The earliest day whose cutoff something waits for, a payment or an entry in line. */
export async function firstSendDay(db: Db): Promise<CivilDate | null> {
  const { rows } = await sql<{ day: CivilDate | null }>`
    select least(
      (select min(send_on) from payment where state = 'scheduled' and not by_card),
      (select min(send_on) from ach_entry where state = 'waiting')) as day
  `.execute(db)
  return rows[0]?.day ?? null
}
