// Complaint 2 of PRODUCT.md section D: autopay never goes off, nor changes, in silence.
import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { AUTOPAY_EVENTS, type AutopayEvent } from '#src/domain/autopay/autopay-states.ts'
import type { FlagEvent } from '#src/domain/autopay/flag-events.ts'
import { date } from '#src/domain/calendar.ts'
import { cents } from '#src/domain/money.ts'
import { noticeWords } from '#src/formats/messages/notice-facts.ts'
import { type AutopayCause, autopayAfter } from '#src/servicing/autopay/autopay-after.ts'
import {
  changeAutopay,
  pauseAutopay,
  resumeAutopay,
  revokeAutopay,
} from '#src/servicing/autopay/change-autopay.ts'
import { decideAutopay } from '#src/servicing/autopay/decide-autopay.ts'
import { type AutopayOrder, setAutopay } from '#src/servicing/autopay/set-autopay.ts'
import type { Owner } from '#src/servicing/context.ts'
import { loadForUpdate } from '#src/servicing/load-account.ts'
import { recordFacts } from '#src/servicing/record-facts.ts'
import { readAutopayChanges } from '#src/store/autopay/autopay-changes.ts'
import { type Autopay, readAutopays } from '#src/store/autopay/autopays.ts'
import { readFundingAccounts } from '#src/store/payments/funding-accounts.ts'
import { readPayments } from '#src/store/payments/payments.ts'
import { newTestId } from '#test/support/database.ts'
import { type PlantedBook, plantedBook } from '#test/support/planted-book.ts'

const today = date('2026-11-24')
const now = '2026-11-24T16:48:00.000Z'
const ELENA = '1048264417'
const PAIR = '1048264458'
let book: PlantedBook
let owner: Owner

before(async () => {
  book = await plantedBook({ today, now, numbers: [ELENA, PAIR] })
  owner = await book.ownerOf(ELENA)
})
after(() => book.close())

async function order(): Promise<AutopayOrder> {
  const [first] = await readFundingAccounts(book.ctx.db, owner)
  return {
    terms: {
      amount: { kind: 'installment' },
      day: { kind: 'dueDate' },
      charges: 'notTaken',
      begins: today,
      ends: null,
    },
    fundingAccountId: first?.id ?? '',
    agreed: 'yes',
    authorizationText: 'I allow each payment.',
    idempotencyKey: newTestId(),
  }
}

async function begun(): Promise<Autopay> {
  const set = await setAutopay(book.ctx, owner, await order())
  assert.ok(set.ok)
  return latest()
}

async function latest(): Promise<Autopay> {
  const [newest] = await readAutopays(book.ctx.db, owner.accountId)
  assert.ok(newest)
  return newest
}

function cause(told: AutopayCause) {
  return book.ctx.db.transaction().execute(async (tx) => {
    const loaded = await loadForUpdate(tx, owner.accountId)
    await autopayAfter(tx, book.ctx, { loaded, cause: told })
  })
}

async function returned(code: string) {
  const payments = await readPayments(book.ctx.db, owner.accountId)
  const payment = payments.find(({ autopayId }) => autopayId !== null)
  assert.ok(payment)
  await cause({ kind: 'paymentReturned', payment, code, retryOn: null })
}

/** As if its bank account were a card: what the bank of one says of a debit. */
async function ofCard(kind: 'cardDeclined' | 'cardDisputed', stops = false) {
  const { id: autopayId, fundingAccountId } = await latest()
  const payment = {
    ...{ id: newTestId(), confirmation: 'KT7-K2M', amount: cents(51_255), on: today },
    ...{ autopayId, fundingAccountId, stateReason: stops ? 'declinedGone' : 'declinedFunds' },
  }
  await cause(kind === 'cardDeclined' ? { kind, payment, stops } : { kind, payment })
}

const form = () => ({ idempotencyKey: newTestId() })
const staff = (kind: FlagEvent) => cause({ kind, staffId: 'somebody' })

/** How each event comes about; the ones of the account's own end have tests of their own below. */
const HOW: Partial<Record<AutopayEvent, () => Promise<unknown>>> = {
  set: async () => null,
  changed: async () => changeAutopay(book.ctx, owner, await order()),
  pausedByCustomer: () => pauseAutopay(book.ctx, owner, form()),
  resumed: async () => {
    await pauseAutopay(book.ctx, owner, form())
    return resumeAutopay(book.ctx, owner, form())
  },
  revokedByCustomer: () => revokeAutopay(book.ctx, owner, form()),
  paymentReturned: () => returned('R01'),
  paymentUnauthorized: () => returned('R10'),
  bankAccountStopped: () => returned('R02'),
  bankAccountRemoved: async () => {
    const { fundingAccountId } = await latest()
    await cause({ kind: 'bankAccountRemoved', fundingAccountId })
  },
  cardDeclined: () => ofCard('cardDeclined'),
  cardStopped: () => ofCard('cardDeclined', true),
  cardDisputed: () => ofCard('cardDisputed'),
  disputed: () => staff('disputed'),
  totalLoss: () => staff('totalLoss'),
  vehicleReturned: () => staff('vehicleReturned'),
  legalHold: () => staff('legalHold'),
  bankruptcy: () => staff('bankruptcy'),
  deceased: () => staff('deceased'),
  deferred: () =>
    record({ kind: 'extension', months: 1, reason: 'hardship' }).then(() =>
      cause({ kind: 'facts' }),
    ),
}

async function record(payload: Parameters<typeof recordFacts>[2]['facts'][number]['payload']) {
  await book.ctx.db.transaction().execute(async (tx) => {
    const loaded = await loadForUpdate(tx, owner.accountId)
    const facts = [{ effectiveDate: today, payload }]
    await recordFacts(tx, book.ctx, { loaded, facts, through: today })
  })
}

const OWN_TESTS: readonly AutopayEvent[] = [
  // By a real card, in autopay-by-card.test.ts.
  'cardRemoved',
  'cardExpires',
  'lastDebitMade',
  'paidOff',
  'chargedOff',
  'endDateReached',
  'scheduleOver',
]

async function checkSaid(autopay: Autopay, event: AutopayEvent) {
  const changes = await readAutopayChanges(book.ctx.db, {
    accountId: autopay.accountId,
    autopayId: autopay.id,
  })
  const change = changes.find(({ reason }) => reason === event)
  assert.ok(change, `${event} is a row`)
  const template = `autopay${event.charAt(0).toUpperCase()}${event.slice(1)}`
  const messages = await book.ctx.db
    .selectFrom('outbox')
    .select(['channel', 'parameters', 'created_at'])
    .where('template', '=', template)
    .where('account_id', '=', autopay.accountId)
    .execute()
  const channels = messages.map(({ channel }) => channel)
  assert.ok(channels.includes('portal'), `${event} is a message`)
  assert.equal(channels.includes('email'), event !== 'deceased', `${event} is a mail`)
  for (const locale of ['en', 'es'] as const) {
    const parameters = messages[0]?.parameters as Record<string, unknown>
    const said = noticeWords({ template, parameters }, locale)
    assert.ok(said && said.title !== '' && said.text !== '', `${event} has words`)
    assert.doesNotMatch(`${said.title} ${said.text}`, /undefined|\bnull\b|NaN/)
  }
}

test('every event of autopay is a row with its reason, a message in the portal and one by mail', async () => {
  for (const event of AUTOPAY_EVENTS) {
    const how = HOW[event]
    if (!how) {
      assert.ok(OWN_TESTS.includes(event), `${event} is tested somewhere`)
      continue
    }
    const autopay = await begun()
    await how()
    await checkSaid(autopay, event)
    if ((await latest()).state !== 'ended') await revokeAutopay(book.ctx, owner, form())
  }
})

test('an end date ends it with a message, and a charge-off cancels what is set', async () => {
  const ending = await order()
  const ends = date('2027-01-31')
  const set = await setAutopay(book.ctx, owner, { ...ending, terms: { ...ending.terms, ends } })
  assert.ok(set.ok)
  const autopay = await latest()
  for (const payment of await readPayments(book.ctx.db, owner.accountId))
    if (payment.state === 'scheduled')
      await book.ctx.db
        .updateTable('payment')
        .set({ state: 'canceled' })
        .where('id', '=', payment.id)
        .execute()
  await decideAutopay(book.ctx, { accountIds: [owner.accountId], businessDate: ends })
  assert.equal((await latest()).state, 'ended')
  await checkSaid(autopay, 'endDateReached')

  const second = await begun()
  await record({ kind: 'chargeOff', reason: 'loss' })
  await cause({ kind: 'facts' })
  assert.equal((await latest()).stateReason, 'chargedOff')
  await checkSaid(second, 'chargedOff')
  const left = await readPayments(book.ctx.db, owner.accountId)
  assert.ok(left.every(({ state }) => state !== 'scheduled'))
})

test('a schedule that is over ends it with a message', async () => {
  const pair = await book.ownerOf(PAIR)
  const [from] = await readFundingAccounts(book.ctx.db, pair)
  const set = await setAutopay(book.ctx, pair, {
    ...(await order()),
    fundingAccountId: from?.id ?? '',
  })
  assert.ok(set.ok)
  await book.ctx.db
    .updateTable('payment')
    .set({ state: 'canceled' })
    .where('account_id', '=', pair.accountId)
    .execute()
  const beyond = date('2045-01-01')
  await decideAutopay(book.ctx, { accountIds: [pair.accountId], businessDate: beyond })
  const [ended] = await readAutopays(book.ctx.db, pair.accountId)
  assert.deepEqual([ended?.state, ended?.stateReason], ['ended', 'scheduleOver'])
  assert.ok(ended)
  await checkSaid(ended, 'scheduleOver')
})

test('every event has words of its own in both languages', () => {
  const facts = { amount: '51255', effective: '2026-12-05', withdrawn: '2026-12-07' }
  for (const locale of ['en', 'es'] as const) {
    const titles = AUTOPAY_EVENTS.map((event) => {
      const template = `autopay${event.charAt(0).toUpperCase()}${event.slice(1)}`
      const said = noticeWords({ template, parameters: facts }, locale)
      assert.ok(said && said.title !== '' && said.text !== '', `${event} (${locale})`)
      assert.doesNotMatch(`${said.title} ${said.text}`, /undefined|\bnull\b|NaN/)
      return said.title
    })
    assert.equal(new Set(titles).size, AUTOPAY_EVENTS.length)
  }
})
