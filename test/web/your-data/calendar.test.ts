// A calendar at a secret address: told once, replaced by the next, gone when it is ended; it holds
// days and amounts and no name, follows the account, and a stranger who guesses is made to wait.
import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import ICAL from 'ical.js'
import { sql } from 'kysely'
import type { AutopayTerms } from '#src/domain/autopay/autopay-terms.ts'
import { date } from '#src/domain/calendar.ts'
import { changeAutopay } from '#src/servicing/autopay/change-autopay.ts'
import { setAutopay } from '#src/servicing/autopay/set-autopay.ts'
import { closeThrough } from '#src/servicing/closing/close-through.ts'
import { recordOnAccount } from '#src/servicing/holds/record-on-account.ts'
import { loadForUpdate } from '#src/servicing/load-account.ts'
import { readFundingAccounts } from '#src/store/payments/funding-accounts.ts'
import { newTestId } from '#test/support/database.ts'
import { Browser } from '#test/support/portal.ts'
import {
  openSignedIn,
  type SignedIn,
  type SignedInPortal,
  wordsOf,
} from '#test/support/signed-in.ts'

const [ELENA, RUTH] = ['1048264417', '1048264458'] as const

let world: SignedInPortal
let elena: SignedIn
before(async () => {
  world = await openSignedIn([ELENA, RUTH])
  elena = await world.signIn('elena.marsh', ELENA)
})
after(() => world.close())

async function make({ browser, base }: SignedIn): Promise<string> {
  const made = await browser.submit(`${base}/data/calendar`, {}, `${base}/data`)
  assert.equal(made.status, 200)
  const path = /\/calendar\/[0-9A-Z]{44}\.ics/.exec(made.text)?.[0]
  assert.ok(path)
  return path
}

const stranger = (address = '198.51.100.7') => new Browser(world.portal, address)

type Entry = ReturnType<typeof entriesOf>[number]

function entriesOf(text: string) {
  const calendar = new ICAL.Component(ICAL.parse(text))
  return calendar.getAllSubcomponents('vevent').map((each) => {
    const event = new ICAL.Event(each)
    return {
      uid: event.uid,
      on: event.startDate.toString(),
      isDate: event.startDate.isDate,
      summary: event.summary,
      sequence: event.sequence,
      stamp: String(each.getFirstPropertyValue('dtstamp')),
      modified: String(each.getFirstPropertyValue('last-modified')),
    }
  })
}

test('due dates as an independent parser reads them, without signing in', async () => {
  const path = await make(elena)
  const read = await stranger().get(path)
  assert.equal(read.status, 200)
  assert.match(read.headers.get('content-type') ?? '', /^text\/calendar/)
  assert.equal(read.headers.getSetCookie().length, 0)
  const entries = entriesOf(read.text)
  const overview = wordsOf((await elena.browser.get(elena.base)).text)
  const dues = entries.filter(({ summary }) => summary.startsWith('Payment due'))
  assert.ok(dues.length > 3)
  const amount = /\$[\d,.]+/.exec(dues[0]?.summary ?? '')?.[0] ?? 'none'
  assert.ok(overview.includes(amount), `${amount} is on the overview`)
  for (const { isDate, uid } of entries) {
    assert.ok(isDate)
    assert.match(uid, /^[0-9a-f]{32}@/)
  }
  assert.equal(new Set(entries.map(({ uid }) => uid)).size, entries.length)
  // No line is longer than 75 bytes, and each ends as RFC 5545 section 3.1 asks.
  const lines = read.text.split('\r\n')
  assert.ok(lines.every((line) => Buffer.byteLength(line) <= 75 && !/[\r\n]/.test(line)))
  assert.doesNotMatch(read.text, /Elena|Marsh|4417|Larkfield/i)
})

test('in the language in which it was made, folded between whole letters', async () => {
  await elena.browser.get('/language?to=es&back=/help')
  const path = await make(elena)
  await elena.browser.get('/language?to=en&back=/help')
  const { text } = await stranger().get(path)
  assert.ok(entriesOf(text).some(({ summary }) => summary.startsWith('Vence un pago: ')))
  for (const line of text.split('\r\n')) assert.ok(!line.includes('\ufffd'), line)
})

test('a payment that is set appears, what is paid is gone; names stay, the sequence grows', async () => {
  const path = await make(elena)
  const before = entriesOf((await stranger().get(path)).text)
  const again = entriesOf((await stranger().get(path)).text)
  assert.deepEqual(again, before)
  const { browser, base } = elena
  const terms = { choice: 'other', amount: '25.00' }
  const review = `${base}/payments/review?${new URLSearchParams(terms)}`
  const paid = await browser.submit(
    `${base}/payments`,
    { ...terms, agreed: 'yes', second: 'yes' },
    review,
  )
  const payment = paid.headers.get('location') ?? ''
  assert.match(payment, /payments\/[0-9a-f-]{36}/)
  const set = entriesOf((await stranger().get(path)).text)
  const added = set.filter(({ uid }) => !before.some((each) => each.uid === uid))
  assert.deepEqual(
    added.map(({ summary }) => summary),
    ['Payment you set: $25.00'],
  )
  for (const { uid, sequence, stamp } of before) {
    const same = set.find((each) => each.uid === uid)
    assert.ok(same && same.sequence > sequence && same.stamp >= stamp)
  }
  await browser.submit(`${payment}/cancellation`, {})
  const canceled = entriesOf((await stranger().get(path)).text)
  assert.deepEqual(
    canceled.map(({ uid }) => uid),
    before.map(({ uid }) => uid),
  )
})

/** Each entry that both have grew newer; the ones that only one has. */
function compared(before: readonly Entry[], now: readonly Entry[]) {
  for (const { uid, sequence, stamp, modified } of now) {
    const old = before.find((each) => each.uid === uid)
    if (!old) continue
    assert.ok(sequence > old.sequence, `${old.sequence} to ${sequence}`)
    assert.ok(stamp > old.stamp && modified > old.modified, `${old.modified} to ${modified}`)
  }
  const lacks = (all: readonly Entry[]) => (each: Entry) => !all.some(({ uid }) => uid === each.uid)
  return { gone: before.filter(lacks(now)), added: now.filter(lacks(before)) }
}

const daysOf = (entries: readonly Entry[], start: string) =>
  entries.filter(({ summary }) => summary.startsWith(start)).map(({ on }) => on)

test('a due date that moves keeps its name, and is newer for whoever has the old one', async () => {
  const path = await make(elena)
  const before = entriesOf((await stranger().get(path)).text)
  world.clock.pass(60)
  const { accountId } = await world.book.ownerOf(ELENA)
  await world.book.ctx.db.transaction().execute(async (tx) => {
    const loaded = await loadForUpdate(tx, accountId)
    const payload = { kind: 'extension', months: 1, reason: 'hardship' } as const
    const facts = [{ effectiveDate: date('2026-11-24'), payload }]
    const actor = { kind: 'staff', id: 'somebody' } as const
    await recordOnAccount(tx, world.book.ctx, { loaded, facts, actor })
  })
  const moved = entriesOf((await stranger().get(path)).text)
  const { gone, added } = compared(before, moved)
  assert.deepEqual([gone, added], [[], []])
  const months = (entries: readonly Entry[]) =>
    daysOf(entries, 'Payment due').map((on) => on.slice(0, 7))
  assert.deepEqual(months(before).slice(0, 2), ['2026-12', '2027-01'])
  assert.deepEqual(months(moved).slice(0, 2), ['2027-01', '2027-02'])
})

test('another day of autopay moves its debits; what was there under the old day is gone', async () => {
  const owner = await world.book.ownerOf(RUTH)
  const { ctx } = world.book
  const ruth = await world.signIn('ruth.calloway', RUTH)
  const path = await make(ruth)
  const [from] = await readFundingAccounts(ctx.db, owner)
  const set = async (act: typeof setAutopay | typeof changeAutopay, day: AutopayTerms['day']) => {
    const answer = await act(ctx, owner, {
      terms: {
        ...{ amount: { kind: 'installment' }, day, charges: 'notTaken' },
        ...{ begins: date('2026-11-24'), ends: null },
      },
      fundingAccountId: from?.id ?? '',
      ...{ agreed: 'yes', authorizationText: 'I allow it.', idempotencyKey: newTestId() },
    })
    assert.ok(answer.ok, JSON.stringify(answer))
  }
  await set(setAutopay, { kind: 'dueDate' })
  const before = entriesOf((await stranger().get(path)).text)
  world.clock.pass(60)
  await set(changeAutopay, { kind: 'daysBefore', days: 3 })
  const moved = entriesOf((await stranger().get(path)).text)
  const { gone, added } = compared(before, moved)
  const debits = daysOf(before, 'Autopay')
  assert.ok(debits.length >= 3)
  assert.deepEqual(daysOf(gone, 'Autopay'), debits)
  assert.deepEqual(daysOf(added, 'Autopay'), daysOf(moved, 'Autopay'))
  assert.equal(daysOf(added, 'Autopay').length, debits.length)
  for (const [index, on] of daysOf(moved, 'Autopay').entries())
    assert.ok(on < (debits[index] ?? ''), `${on} before ${debits[index]}`)
  assert.deepEqual(daysOf(moved, 'Payment due'), daysOf(before, 'Payment due'))
})

test('the page never shows it again; a new one replaces it; ended, it is gone at once', async () => {
  const first = await make(elena)
  const { browser, base } = elena
  const page = (await browser.get(`${base}/data`)).text
  assert.ok(!page.includes(first.slice(10, 54)))
  assert.match(wordsOf(page), /There is an address, made/)
  const second = await make(elena)
  assert.equal((await stranger().get(first)).status, 410)
  assert.equal((await stranger().get(second)).status, 200)
  const ended = await browser.submit(`${base}/data/calendar/end`, {}, `${base}/data`)
  assert.equal(ended.status, 303)
  assert.equal((await stranger().get(second)).status, 410)
  const told = wordsOf((await browser.get(ended.headers.get('location') ?? '')).text)
  assert.match(told, /The address works no longer/)
  assert.match(told, /No address has been made/)
  const activity = wordsOf((await browser.get('/security')).text)
  assert.match(activity, /Calendar address made/)
  assert.match(activity, /Calendar address ended/)
})

test('the same form twice makes one address', async () => {
  const { browser, base } = elena
  const page = (await browser.get(`${base}/data`)).text
  const fields = Object.fromEntries(
    [...page.matchAll(/name="(token|key)" value="([^"]*)"/g)].slice(0, 2).map(([, k, v]) => [k, v]),
  ) as Record<string, string>
  const answers = await Promise.all(
    [1, 2, 3, 4].map(() => browser.post(`${base}/data/calendar`, fields)),
  )
  assert.deepEqual(answers.map(({ status }) => status).sort(), [200, 303, 303, 303])
  const told = await browser.get(`${base}/data?done=sent-twice`)
  assert.match(wordsOf(told.text), /This form was sent before/)
})

test('only a keyed hash of it is kept, and no log line has it', async () => {
  const path = await make(elena)
  const secret = path.slice(10, 54)
  const { rows } = await sql<{ text: string }>`
    select calendar_feed::text as text from calendar_feed
    union all select directory::text from directory
    union all select account_audit::text from account_audit
    union all select access_audit::text from access_audit
    union all select form_submission::text from form_submission
  `.execute(world.book.database.db)
  assert.ok(rows.length > 3)
  for (const { text } of rows) assert.ok(!text.includes(secret))
  assert.ok(!JSON.stringify(world.portal.lines).includes(secret))
})

test('who guesses waits, and who has the address is read through other networks', async () => {
  const path = await make(elena)
  const guess = '/calendar/0123456789ABCDEFGHJKMNPQRSTVWXYZ0123456789AB.ics'
  const thief = stranger('203.0.113.9')
  for (let tries = 0; tries < 20; tries += 1) assert.equal((await thief.get(guess)).status, 404)
  const refused = await thief.get(guess)
  assert.equal(refused.status, 429)
  assert.ok(Number(refused.headers.get('retry-after')) > 0)
  assert.equal((await thief.get(path)).status, 429)
  for (let reads = 0; reads < 25; reads += 1) assert.equal((await stranger().get(path)).status, 200)
})

test('nobody makes or ends it for another', async () => {
  const path = await make(elena)
  const ruth = await world.signIn('ruth.calloway', RUTH)
  for (const form of ['calendar', 'calendar/end']) {
    const answer = await ruth.browser.submit(`${elena.base}/data/${form}`, {}, `${ruth.base}/data`)
    assert.equal(answer.status, 404)
  }
  assert.equal((await stranger().get(path)).status, 200)
})

// Last: nobody's visit outlives the day.
test('a day that passes makes every entry newer', async () => {
  const path = await make(elena)
  const before = entriesOf((await stranger().get(path)).text)
  const mover = { advanceTo: (instant: string) => world.clock.set(instant) }
  const closing = { through: date('2026-11-24'), mover, tell: () => undefined }
  await closeThrough(world.book.ctx, closing)
  compared(before, entriesOf((await stranger().get(path)).text))
})
