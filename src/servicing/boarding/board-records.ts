// Some hundreds of records in one transaction. The directory decides what is new; each contract is
// whole or not there.
import type { AccountEvent } from '#src/domain/account/event.ts'
import { assert } from '#src/domain/assert.ts'
import type { CivilDate } from '#src/domain/calendar.ts'
import { readEventsOf, readFirstEventsOf } from '#src/store/accounts/account-events.ts'
import { claimNumbers, findAccountsByNumbers } from '#src/store/accounts/directory.ts'
import type { Tx } from '#src/store/database.ts'
import type { ServicingContext } from '../context.ts'
import { type Boardable, type Boarded, outcomeOf, sourceNumber } from './boarding-outcome.ts'
import { insertNewAccounts } from './insert-new-accounts.ts'
import { boardKnown } from './known-account.ts'
import { newAccount } from './new-account.ts'

/**
 * Boards records of distinct contracts, in their order. Late charges are settled through
 * `through`.
 */
export async function boardRecords(
  ctx: ServicingContext,
  records: readonly Boardable[],
  through: CivilDate,
): Promise<Boarded[]> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await ctx.db.transaction().execute((tx) => boardIn(tx, ctx, { records, through }))
    } catch (error) {
      // Another run claimed the same numbers since we looked: now they are there to be found.
      if (!(error instanceof NumbersTaken) || attempt === MOST_ATTEMPTS) throw error
    }
  }
}

class NumbersTaken extends Error {}

const MOST_ATTEMPTS = 3

async function boardIn(
  tx: Tx,
  ctx: ServicingContext,
  batch: { records: readonly Boardable[]; through: CivilDate },
): Promise<Boarded[]> {
  const { records, through } = batch
  const bySource = await accountsOf(tx, ctx, { kind: 'source', of: sourceNumber, records })
  const unknown = records.filter(({ record }) => !bySource.has(sourceNumber(record)))
  const numberOf = ({ accountNumber }: Boardable['record']) => accountNumber
  const taken = await accountsOf(tx, ctx, { kind: 'account', of: numberOf, records: unknown })
  const barred = unknown.filter(({ record }) => taken.has(record.accountNumber))
  const meanwhile = await accountsOf(tx, ctx, { kind: 'source', of: sourceNumber, records: barred })
  if (meanwhile.size > 0) throw new NumbersTaken('another run boarded them between the two looks')
  const fresh = unknown.filter(({ record }) => !taken.has(record.accountNumber))
  await boardNew(tx, ctx, { records: fresh, through })
  const done = new Map<Boardable, Boarded>()
  for (const from of fresh) done.set(from, outcomeOf(from, { kind: 'boarded' }))
  for (const from of barred) done.set(from, outcomeOf(from, { kind: 'rejected' }, NUMBER_TAKEN))
  for (const each of await known(tx, records, bySource))
    done.set(each.from, await boardKnown(tx, ctx, each))
  return records.map((from) => {
    const result = done.get(from)
    assert(result, 'every record has an outcome')
    return result
  })
}

const NUMBER_TAKEN = {
  field: 'account',
  reason: 'This account number belongs to a contract from another source.',
}

function accountsOf(
  tx: Tx,
  ctx: ServicingContext,
  asked: {
    kind: 'source' | 'account'
    of: (record: Boardable['record']) => string
    records: readonly Boardable[]
  },
): Promise<Map<string, string>> {
  const numbers = asked.records.map(({ record }) => asked.of(record))
  return findAccountsByNumbers(tx, ctx.vault, { kind: asked.kind, numbers })
}

async function boardNew(
  tx: Tx,
  ctx: ServicingContext,
  batch: { records: readonly Boardable[]; through: CivilDate },
): Promise<void> {
  if (batch.records.length === 0) return
  const accounts = batch.records.map((from) => newAccount(ctx, from, batch.through))
  const claims = accounts.flatMap(({ accountId, record }) => [
    { kind: 'source' as const, number: sourceNumber(record), accountId },
    { kind: 'account' as const, number: record.accountNumber, accountId },
  ])
  const refused = await claimNumbers(tx, ctx.vault, claims)
  if (refused.length > 0) throw new NumbersTaken('numbers were taken by another run')
  await insertNewAccounts(tx, ctx, accounts)
}

type Known = { from: Boardable; accountId: string; events: readonly AccountEvent[] }

/**
 * Known contracts in the order of their accounts: two runs then lock in one order and never wait
 * for each other.
 */
async function known(
  tx: Tx,
  records: readonly Boardable[],
  accounts: ReadonlyMap<string, string>,
): Promise<Known[]> {
  const there = records
    .flatMap((from) => {
      const accountId = accounts.get(sourceNumber(from.record))
      return accountId === undefined ? [] : [{ from, accountId }]
    })
    .sort((a, b) => (a.accountId < b.accountId ? -1 : a.accountId > b.accountId ? 1 : 0))
  const events = await eventsToCompare(tx, there)
  return there.map((each) => ({ ...each, events: events.get(each.accountId) ?? [] }))
}

/**
 * Of our own formats only the terms are compared: what happened since can be long, and is not read.
 * A filing continues the months that are there.
 */
async function eventsToCompare(
  tx: Tx,
  known: readonly { from: Boardable; accountId: string }[],
): Promise<ReadonlyMap<string, readonly AccountEvent[]>> {
  const idsOf = (source: Boardable['record']['source']) =>
    known.filter(({ from }) => from.record.source === source).map(({ accountId }) => accountId)
  const first = await readFirstEventsOf(tx, idsOf('keyturn'))
  const all = await readEventsOf(tx, idsOf('abs-ee'))
  return new Map([...first, ...all])
}
