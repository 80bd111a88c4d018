// What must be true of a simulated book at its end, and the figures of it.
import assert from 'node:assert/strict'
import { sql } from 'kysely'
import type { AccountEvent } from '#src/domain/account/event.ts'
import { loanLedger } from '#src/domain/account/ledger.ts'
import { replay } from '#src/domain/account/replay.ts'
import { verifyLedger } from '#src/servicing/verify-ledger.ts'
import { readEvents } from '#src/store/accounts/account-events.ts'
import { walk } from '../oracle.ts'
import { dollars, type Person, type Simulated } from './simulate.ts'

const PUNCTUAL = new Set(['onTime', 'early', 'over', 'autopay'])

type Account = { readonly who: Person; readonly events: readonly AccountEvent[] }

/** Asserts all of it; answers with the figures. */
export async function judge(world: Simulated): Promise<Record<string, unknown>> {
  const proof = await verifyLedger(world.ctx)
  assert.deepEqual(proof.problems, [])
  const accounts: Account[] = []
  for (const who of world.people)
    accounts.push({ who, events: await readEvents(world.ctx.db, who.owner.accountId) })
  for (const account of accounts) {
    agreesWithOracle(account, world.today)
    chargesAreFair(account)
  }
  const closed = accounts.filter(endsAtZero)
  const suspense = suspenseOf(accounts)
  const money = await moneyOf(world, accounts)
  const told = await nothingWasSilent(world)
  const autopay = await autopayWasNeverSilent(world)
  const { accounts: _, ...days } = world.tally
  return {
    ...{ accounts: accounts.length, events: proof.events, postings: proof.postings, days },
    ...{ closed: closed.length, suspense, money, told, autopay },
    refused: Object.fromEntries(world.refused),
  }
}

/** An account walked night by night, by arithmetic that shares nothing with ours. */
function agreesWithOracle({ who, events }: Account, today: Simulated['today']): void {
  const { position } = loanLedger(replay(events))
  const { days } = walk(events as Parameters<typeof walk>[0], { through: today })
  // The last close has assessed what the day that is open now begins with.
  const day = days.get(today)
  assert.ok(day, `${who.way} has a last day`)
  const { principal, lateCharges, fees, suspense } = position
  const expected = { ...day, principal: day.principal }
  assert.deepEqual(
    { principal, lateCharges, fees, suspense },
    {
      principal: expected.principal,
      lateCharges: expected.lateCharges,
      fees: expected.fees,
      suspense: expected.suspense,
    },
    `${who.way} ${who.index}`,
  )
}

/** 5 % of the installment, once for each, whatever else is unpaid: never of a charge or a fee. */
function chargesAreFair({ who, events }: Account): void {
  const gone = new Set(
    events.flatMap(({ payload }) => (payload.kind === 'reversal' ? [payload.of] : [])),
  )
  const charged = new Set<number>()
  for (const { id, payload } of events) {
    if (payload.kind !== 'lateCharge' || gone.has(id)) continue
    assert.ok(!charged.has(payload.installment), `${who.index}: one charge for an installment`)
    charged.add(payload.installment)
    assert.ok(payload.amount <= Math.round(who.installment * 0.05), `${who.index}: of it alone`)
  }
  if (PUNCTUAL.has(who.way)) assert.equal(charged.size, 0, `${who.way} ${who.index}`)
}

function endsAtZero({ who, events }: Account): boolean {
  if (who.way !== 'paidOff' && who.way !== 'lastMonths') return false
  const { position } = loanLedger(replay(events))
  const { principal, lateCharges, fees, suspense } = position
  assert.deepEqual(
    [principal, lateCharges, fees, suspense],
    [0, 0, 0, 0],
    `${who.way} ${who.index}`,
  )
  return true
}

/** Nobody here pays more than is owed: nothing waits unexplained. */
function suspenseOf(accounts: readonly Account[]): string {
  const held = accounts.map(({ events }) => loanLedger(replay(events)).position.suspense)
  assert.deepEqual(
    held.filter((amount) => amount !== 0),
    [],
  )
  return dollars(0)
}

/** What the bank was asked for is what was posted, and what it sent back is what was taken back. */
async function moneyOf({ ctx, bank }: Simulated, accounts: readonly Account[]) {
  const sent = [...bank.entries.values()]
  const back = sent.filter(({ backOn }) => backOn !== null)
  const posted = accounts.flatMap(({ events }) => achPayments(events))
  const taken = posted.filter(({ isReversed }) => isReversed)
  const total = (of: readonly { amount: number }[]) =>
    of.reduce((sum, { amount }) => sum + amount, 0)
  const { rows } = await sql<{ state: string; count: number; amount: number }>`
    select state, count(*)::integer as count, sum(amount)::integer as amount
    from ach_entry where amount > 0 group by state order by state`.execute(ctx.db)
  const onBooks = total(rows.filter(({ state }) => state === 'inFile' || state === 'returned'))
  assert.equal(onBooks, total(sent), 'entries on the books and at the bank')
  assert.equal(total(posted), total(sent), 'each debit was posted')
  assert.equal(total(taken), total(back), 'each return was taken back, once')
  assert.equal(taken.length, back.length)
  return {
    ...{ files: bank.files.size, debits: sent.length, debited: dollars(total(sent)) },
    ...{ returns: back.length, returned: dollars(total(back)) },
  }
}

function achPayments(events: readonly AccountEvent[]) {
  const gone = events.flatMap(({ payload }) => (payload.kind === 'reversal' ? [payload.of] : []))
  assert.equal(new Set(gone).size, gone.length, 'nothing is reversed twice')
  return events.flatMap(({ id, payload }) =>
    payload.kind === 'payment' && payload.channel === 'ach'
      ? [{ amount: payload.amount, isReversed: gone.includes(id) }]
      : [],
  )
}

/** Whatever became of a payment, its obligor was told. */
async function nothingWasSilent({ ctx }: Simulated): Promise<Record<string, number>> {
  const { rows } = await sql<{ state: string; template: string | null; count: number }>`
    select p.state, m.template, count(*)::integer as count from payment p
    left join lateral (select template from outbox o where o.account_id = p.account_id
      and (o.parameters->>'paymentId' = p.id::text and o.template in ('paymentReturned',
        'paymentRetried', 'paymentNotSent', 'paymentCanceled', 'autopayDebitCanceled')
        -- What ends or pauses an autopay says so once, for all that it takes back.
        or p.autopay_id is not null and o.template like 'autopay%' and o.created_at = p.changed_at)
      order by o.id desc limit 1) m on true
    where p.state in ('returned', 'notSent', 'canceled') or p.attempts > 1
    group by p.state, m.template`.execute(ctx.db)
  for (const { state, template } of rows) assert.ok(template, `${state} was told`)
  return Object.fromEntries(
    rows.map(({ state, template, count }) => [`${state} ${template}`, count]),
  )
}

/** Each change of an autopay has its own message to whoever set it, of the same moment. */
async function autopayWasNeverSilent({ ctx }: Simulated): Promise<Record<string, number>> {
  const { rows } = await sql<{ reason: string; changes: number; told: number }>`
    select c.reason, count(*)::integer as changes, count(o.id)::integer as told
    from autopay_change c left join outbox o on o.account_id = c.account_id
      and o.channel = 'portal' and o.created_at = c.at
      and lower(o.template) = lower('autopay' || c.reason)
    group by c.reason order by c.reason`.execute(ctx.db)
  for (const { reason, changes, told } of rows) assert.equal(told, changes, `${reason} was told`)
  const { rows: debits } = await sql<{ state: string; count: number }>`
    select state, count(*)::integer as count from autopay_debit group by state`.execute(ctx.db)
  return Object.fromEntries([
    ...rows.map(({ reason, changes }) => [reason, changes]),
    ...debits.map(({ state, count }) => [`debits ${state}`, count]),
  ])
}
