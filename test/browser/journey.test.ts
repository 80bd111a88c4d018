// From a contract in the hand to a confirmation number, as a customer does it, on both widths, with
// and without script.
import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import type { Browser, Page } from 'playwright-core'
import { launchBrowser } from '#test/support/browser.ts'
import { openPage, typeCode } from '#test/support/pages.ts'
import { type ServedPortal, servePortal } from '#test/support/served-portal.ts'

const ACCOUNT = '1048264482'
const PASSWORD = 'seven herons over a slow estuary'

let browser: Browser
before(async () => {
  browser = await launchBrowser()
})
after(() => browser.close())

for (const run of [
  { width: 1280, script: 'on', pays: 'payoff' },
  { width: 390, script: 'on', pays: 'due' },
  { width: 1280, script: 'off', pays: 'due' },
  { width: 390, script: 'off', pays: 'payoff' },
] as const) {
  const title = `${run.pays}, ${run.width} wide, script ${run.script}`
  test(`registers, looks, quotes and pays: ${title}`, async (t) => {
    const portal = await servePortal([ACCOUNT])
    t.after(() => portal.close())
    const watched = await openPage(browser, portal, run)
    const { page } = watched
    await registers(page, portal)
    await looks(page)
    const total = await quotes(page)
    const paid = run.pays === 'payoff' ? await paysOff(page, total) : await paysWhatIsDue(page)
    await isConfirmed(page, portal, paid)
    await isSeenAsScheduled(page, paid)
    await hasReceipt(page, portal, paid)
    await watched.close()
    assert.deepEqual(watched.complaints, [])
    assert.deepEqual(portal.takeLog(), [])
  })
}

async function registers(page: Page, portal: ServedPortal): Promise<void> {
  const [story] = portal.stories
  const obligor = story?.record.obligors[0]
  assert.ok(obligor)
  await page.goto(`${portal.origin}/`)
  await page.getByRole('link', { name: 'Register your account' }).click()
  await page.getByLabel('Account number').fill(`${ACCOUNT.slice(0, 5)} ${ACCOUNT.slice(5)}`)
  await page.getByLabel('Last 4 digits').fill(obligor.identityNumber.slice(-4))
  await page.getByLabel('Vehicle identification number').fill(story?.record.vehicle.vin ?? '')
  await page.getByRole('button', { name: 'Continue' }).click()
  await page.getByText('Step 2 of 3').waitFor()
  await typeCode(page)
  await page.getByLabel('Choose a username').fill('jordan.ames')
  await page.getByLabel('Choose a password').fill(PASSWORD)
  await page.getByRole('button', { name: 'Register and sign in' }).click()
  await heading(page, 'Make your next sign-in safer')
  await page.getByRole('button', { name: 'Not now, go on' }).click()
}

async function looks(page: Page): Promise<void> {
  await heading(page, '2022 Larkfield Tern')
  await page.getByText('Due Wednesday, December 2').first().waitFor()
  await page.getByRole('img', { name: /of the principal is repaid; 18 of 60 payments/ }).waitFor()
}

/** Answers with the total of the day that was asked for. */
async function quotes(page: Page): Promise<string> {
  await place(page, 'Payoff')
  await page.getByLabel('Day the money reaches us').fill('2026-12-11')
  await page.getByRole('button', { name: 'Update' }).click()
  await page.getByText('To close your loan on Friday, December 11').waitFor()
  const working = page.locator('details', { hasText: 'Show the working' }).first()
  if ((await working.getAttribute('open')) === null) await working.locator('summary').click()
  await working.getByText('Principal').first().waitFor()
  const row = (label: RegExp) => amountBeside(page, label)
  const [principal, interest, total] = await Promise.all([
    row(/^Principal/),
    row(/^Interest, /),
    row(/^Total on/),
  ])
  assert.equal(centsOf(total), centsOf(principal) + centsOf(interest))
  return total
}

async function paysOff(page: Page, total: string): Promise<Paid> {
  await page.getByRole('link', { name: 'Pay off from my bank account' }).click()
  await addsBankAccount(page)
  assert.equal(await page.getByRole('radio', { name: /^Payoff/ }).isChecked(), true)
  assert.equal(await page.getByLabel('Count it as paid on').inputValue(), '2026-12-11')
  return reviewsAndPays(page, { amount: total, day: 'Friday, December 11' })
}

async function paysWhatIsDue(page: Page): Promise<Paid> {
  await place(page, 'Overview')
  await page.getByRole('link', { name: 'Make a payment' }).first().click()
  const due = page.locator('label', { hasText: 'Amount due' }).first()
  const amount = (await due.textContent())?.match(/\$[\d,.]+\d/)?.[0]
  assert.ok(amount)
  await addsBankAccount(page)
  assert.equal(await page.getByRole('radio', { name: /^Amount due \$/ }).isChecked(), true)
  return reviewsAndPays(page, { amount, day: 'Wednesday, December 2' })
}

async function addsBankAccount(page: Page): Promise<void> {
  await page.getByRole('link', { name: 'Add a bank account' }).first().click()
  await page.getByRole('radio', { name: 'Checking' }).check()
  await page.getByLabel('Routing number').fill('076401251')
  await page.getByLabel('Account number', { exact: true }).fill('2000460496042')
  await page.getByLabel('Account number again').fill('2000460496042')
  await page.getByLabel('Name of the bank').fill('Example Credit Union')
  await page.getByRole('radio', { name: /^Mine: / }).check()
  await page.getByRole('button', { name: 'Add bank account' }).click()
}

type Paid = { readonly amount: string; readonly day: string }

async function reviewsAndPays(page: Page, paid: Paid): Promise<Paid> {
  await page.getByRole('button', { name: 'Review payment' }).click()
  await heading(page, 'Review your payment')
  const authorization = page.getByText(`to take ${paid.amount} once from Checking`)
  assert.match((await authorization.textContent()) ?? '', /ending 6042|6042/)
  const agree = page.getByRole('checkbox', { name: 'I agree to this payment.' })
  assert.equal(await agree.isChecked(), false)
  await agree.check()
  await page.getByRole('button', { name: `Pay ${paid.amount}` }).click()
  return paid
}

async function isConfirmed(page: Page, portal: ServedPortal, paid: Paid): Promise<void> {
  await heading(page, `${paid.amount} on ${paid.day}`)
  await page.getByText('Nothing has left your bank yet.').first().waitFor()
  const stored = await portal.db.selectFrom('payment').selectAll().execute()
  assert.equal(stored.length, 1)
  assert.equal(Number(stored[0]?.amount), centsOf(paid.amount))
  assert.match(await codeOf(page), /^[0-9A-Z]{2,}(-[0-9A-Z]{4})+$/)
}

async function isSeenAsScheduled(page: Page, paid: Paid): Promise<void> {
  const code = await codeOf(page)
  await page.getByRole('link', { name: 'Back to overview' }).click()
  await page.getByText(`${paid.amount} is scheduled for ${paid.day}`).first().waitFor()
  await page.getByRole('link', { name: 'See or cancel' }).first().click()
  await page.goto(page.url().replace(/\/payments.*/, '/payments'))
  const row = page.getByRole('row', { name: new RegExp(escaped(paid.amount)) })
  assert.match((await row.textContent()) ?? '', new RegExp(`${code}.*Scheduled`))
}

async function hasReceipt(page: Page, portal: ServedPortal, paid: Paid): Promise<void> {
  const worker = await portal.startWorker()
  try {
    const waiting = () =>
      portal.db.selectFrom('outbox').select('id').where('delivered_at', 'is', null).execute()
    const until = Date.now() + 20_000
    while ((await waiting()).length > 0 && Date.now() < until) await page.waitForTimeout(50)
  } finally {
    await worker.stop()
  }
  await place(page, 'Messages')
  await page.getByText(paid.amount).first().waitFor()
}

async function heading(page: Page, words: string): Promise<void> {
  await page.getByRole('heading', { level: 1, name: words }).waitFor()
}

/** The link of the header or, where the page is narrow, of the dock, some of them under "More". */
async function place(page: Page, name: string): Promise<void> {
  const navigation = page.getByRole('navigation', { name: 'Your account' })
  const link = navigation.getByRole('link', { name })
  if ((await link.count()) > 0) return link.first().click()
  await navigation.getByRole('link', { name: 'More' }).click()
  await heading(page, 'More')
  await page.getByRole('main').getByRole('link', { name }).click()
}

async function amountBeside(page: Page, label: RegExp): Promise<string> {
  const term = page.locator('dt', { hasText: label }).first()
  const text = await term.locator('xpath=following-sibling::dd[1]').textContent()
  const amount = text?.match(/\$[\d,.]+\d/)?.[0]
  assert.ok(amount, `an amount beside ${label}`)
  return amount
}

async function codeOf(page: Page): Promise<string> {
  return (await page.locator('.k-code-box .k-code').textContent())?.trim() ?? ''
}

function centsOf(amount: string): number {
  return Math.round(Number(amount.replace(/[$,]/g, '')) * 100)
}

function escaped(text: string): string {
  return text.replace(/[.$]/g, '\\$&')
}
