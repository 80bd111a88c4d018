// The desk in a real browser with its virtual authenticator: on its own host, with what is refused,
// by keyboard, without script, and for people who do not see it or zoom it.
import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import type { Browser, Page } from 'playwright-core'
import { cents } from '#src/domain/money.ts'
import { businessDay } from '#src/servicing/business-day.ts'
import { postPayment } from '#src/servicing/post-payment.ts'
import { findAccountByNumber } from '#src/store/accounts/directory.ts'
import { readObligors } from '#src/store/accounts/obligors.ts'
import type { Authenticator } from '#test/support/authenticator.ts'
import { launchBrowser } from '#test/support/browser.ts'
import { moneyScene } from '#test/support/money-scene.ts'
import { accessibilityProblems, markupProblems, sidewaysScroll } from '#test/support/page-checks.ts'
import { openPage } from '#test/support/pages.ts'
import { openWithDevice } from '#test/support/passkey-pages.ts'
import { enrollAtDesk, type ServedDesk, serveDesk } from '#test/support/served-desk.ts'
import { type ServedPortal, servePortal } from '#test/support/served-portal.ts'

let browser: Browser
let portal: ServedPortal
let desk: ServedDesk
before(async () => {
  browser = await launchBrowser()
  portal = await servePortal(['1048264417', '1048264433'])
  desk = await serveDesk(portal)
  const owner = await ownerIn(portal, '1048264417')
  await moneyScene(portal.ctx, owner)
  // More than all that is owed: the rest is held.
  await postPayment(portal.ctx, {
    ...{ accountId: owner.accountId, amount: cents(5_000_000), paymentId: null },
    ...{ effectiveDate: await businessDay(portal.ctx.db), channel: 'mail', toCharges: cents(0) },
    ...{ extra: 'installments', extraAmount: null },
  })
})
after(async () => {
  await browser.close()
  await desk.close()
  await portal.close()
})

async function ownerIn({ ctx }: ServedPortal, number: string) {
  const accountId = await findAccountByNumber(ctx.db, ctx.vault, { kind: 'account', number })
  assert.ok(accountId)
  const [obligor] = await readObligors(ctx.db, ctx.vault, accountId)
  assert.ok(obligor)
  return { accountId, obligorId: obligor.id, loginId: '' }
}

let people = 0

/** At sign-in, with a passkey on the device. */
async function ready() {
  people += 1
  const opened = await openWithDevice(browser, desk)
  await enrollAtDesk(opened.page, await desk.linkFor(`p${people}@desk.example`, 'administrator'))
  await opened.page.context().clearCookies()
  await opened.page.goto('/sign-in')
  return opened
}

const use = (page: Page) => page.getByRole('button', { name: 'Use your passkey' }).click()
const refused = (page: Page) => page.getByRole('heading', { name: 'That did not work' }).waitFor()

const revoked = () =>
  desk.db.selectFrom('staff_passkey').select('id').where('revoked_at', 'is not', null).execute()

async function onlyOf(device: Authenticator) {
  const [credential] = await device.credentials()
  assert.ok(credential)
  return credential
}

test('a link makes a passkey of the desk’s own host, which then signs in without a name', async (t) => {
  const { page, device, complaints, close } = await ready()
  t.after(close)
  const credential = await onlyOf(device)
  assert.ok(credential.isResidentCredential)
  assert.equal(credential.rpId, 'desk.localhost')
  await use(page)
  await page.waitForURL('**/customers')
  // The portal is another host: this passkey is not offered there.
  await page.goto(`${portal.origin}/sign-in`)
  await page.getByRole('button', { name: 'Sign in with a passkey' }).click()
  await page.getByText('No passkey was used.').waitFor()
  assert.deepEqual(
    complaints.filter((complaint) => !complaint.startsWith('asked ')),
    [],
  )
})

test('staff whom the device does not verify: no answer, and the page says what to do', async (t) => {
  const { page, device, close } = await ready()
  t.after(close)
  await device.setUserVerified(false)
  await use(page)
  await page.getByText('No passkey was used. Try again when you are ready.').waitFor()
  await device.setUserVerified(true)
  await use(page)
  await page.waitForURL('**/customers')
})

for (const [what, bits] of [
  ['a wrong signature', { isBogusSignature: true }],
  ['an answer that says nothing of verifying the person', { isBadUV: true }],
] as const) {
  test(`at the desk ${what}: refused, and nothing is revoked`, async (t) => {
    const { page, device, close } = await ready()
    t.after(close)
    const before = await revoked()
    await device.lieAbout(bits)
    await use(page)
    await refused(page)
    assert.deepEqual(await revoked(), before)
    assert.match((await page.goto('/customers'))?.url() ?? '', /\/sign-in/)
  })
}

test('a copy of a staff device whose counter is behind: refused, and switched off', async (t) => {
  const { page, device, close } = await ready()
  t.after(close)
  const before = await onlyOf(device)
  const count = (await revoked()).length
  await use(page)
  await page.waitForURL('**/customers')
  await page.context().clearCookies()
  await page.goto('/sign-in')
  await device.copyOf(before, 0)
  await use(page)
  await refused(page)
  await page.getByText(/two copies of this passkey/).waitFor()
  assert.equal((await revoked()).length, count + 1)
})

test('the whole way with the keyboard alone: sign in, find a customer, end the waits', async (t) => {
  const { page, close } = await ready()
  t.after(close)
  const press = async (wanted: string) => {
    for (let presses = 0; presses < 60; presses += 1) {
      await page.keyboard.press('Tab')
      const focused = await page.evaluate(() => {
        const { activeElement: at } = document
        return at?.id || at?.textContent || ''
      })
      if (focused === wanted) return
    }
    assert.fail(`${wanted} is not reached`)
  }
  await press('Use your passkey')
  await page.keyboard.press('Enter')
  await page.waitForURL('**/customers')
  await press('wanted')
  await page.keyboard.type('elena.marsh')
  await page.keyboard.press('Enter')
  await page.waitForURL(/customers\/.+\/.+/)
  await press('End all waits')
  await page.keyboard.press('Enter')
  await page.getByText('All waits are ended. They can try again now.').waitFor()
})

test('what one wanted before confirming is where one comes back to', async (t) => {
  const { page, close } = await ready()
  t.after(close)
  await use(page)
  await page.waitForURL('**/customers')
  portal.clock.pass(301)
  await page.goto('/staff/new')
  await page.getByRole('heading', { name: 'Confirm that it is you' }).waitFor()
  await use(page)
  await page.waitForURL('**/staff/new')
})

test('without script the desk says what it needs; everything behind sign-in works', async (t) => {
  const { page, context, close } = await ready()
  t.after(close)
  await use(page)
  await page.waitForURL('**/customers')
  const plain = await openPage(browser, desk, { script: 'off' })
  t.after(plain.close)
  await plain.page.goto('/sign-in')
  assert.ok(await plain.page.getByText('Passkeys need JavaScript').isVisible())
  assert.equal(await plain.page.getByText('Use your passkey').isVisible(), false)
  const cookies = await context.cookies(desk.origin.replace('http:', 'https:'))
  await plain.context.addCookies(cookies)
  await plain.page.goto('/customers')
  await plain.page.getByLabel('Account number or username').fill('elena.marsh')
  await plain.page.getByRole('button', { name: 'Find' }).click()
  await plain.page.getByRole('button', { name: 'End all waits' }).click()
  await plain.page.getByText('All waits are ended.').waitFor()
  await plain.page.getByText(/^Without a click this browser is signed out at/).waitFor()
  assert.equal(await plain.page.getByRole('alertdialog').count(), 0)
  await plain.page.goto('/you')
  await plain.page.getByText('Menu of Dora Desk').waitFor({ state: 'attached' })
})

test('the desk warns before it signs out, stays by keyboard alone, and shows nothing after the end', async (t) => {
  const { page, complaints, close } = await ready()
  t.after(close)
  await page.clock.install({ time: '2031-01-01T03:00:00Z' })
  const pass = async (minutes: number) => {
    portal.clock.pass(minutes * 60)
    await page.clock.fastForward(minutes * 60_000)
  }
  const focused = () => page.evaluate(() => document.activeElement?.textContent)
  await use(page)
  await page.waitForURL('**/customers')
  const wanted = page.getByLabel('Account number or username')
  await wanted.fill('elena.m')
  const warning = page.getByRole('alertdialog')
  await pass(13.1)
  await warning.waitFor()
  assert.equal(await focused(), 'Stay signed in')
  assert.deepEqual(await accessibilityProblems(page), [])
  const before = (await page.locator('.k-until').textContent()) ?? ''
  await page.keyboard.press('Enter')
  await warning.waitFor({ state: 'hidden' })
  await page.getByText(before).waitFor({ state: 'detached' })
  assert.equal(await wanted.inputValue(), 'elena.m')
  assert.equal(await wanted.evaluate((field) => field === document.activeElement), true)
  await pass(13.1)
  await warning.waitFor()
  await pass(2)
  await page.getByRole('heading', { level: 1, name: 'You were signed out' }).waitFor()
  const left = await page.evaluate(() => document.body.outerHTML)
  assert.doesNotMatch(left, /Dora|elena|<form|<input/)
  await page.keyboard.press('Tab')
  assert.equal(await focused(), 'Sign in again')
  await page.keyboard.press('Enter')
  await page.getByText('Your session has ended').waitFor()
  await use(page)
  await page.waitForURL('**/customers')
  assert.deepEqual(complaints, [])
})

test('every page of the desk: markup, axe in both colors, and nothing to scroll sideways', async (t) => {
  const { page, close } = await openWithDevice(browser, desk)
  t.after(close)
  const problems: string[] = []
  const look = async (name: string) => {
    // As the browser writes it down again, with values that our own markup leaves out.
    const found = (await markupProblems(await page.content())).filter(
      (problem) => !/^attribute-(empty|boolean)-style:/.test(problem),
    )
    for (const [width, colorScheme] of [
      [1280, 'light'],
      [390, 'dark'],
    ] as const) {
      await page.setViewportSize({ width, height: 844 })
      await page.emulateMedia({ colorScheme })
      found.push(...(await accessibilityProblems(page)))
    }
    await page.setViewportSize({ width: 320, height: 640 })
    if ((await sidewaysScroll(page)) > 0) found.push('wider than 320')
    problems.push(...found.map((problem) => `${name}: ${problem}`))
  }
  const visit = async (path: string) => {
    await page.goto(path)
    await look(path)
  }
  for (const path of ['/sign-in', '/status', '/nowhere', '/enroll?link=x']) await visit(path)
  const link = await desk.linkFor('look@desk.example', 'administrator')
  await visit(link)
  await enrollAtDesk(page, link)
  await page.getByRole('button', { name: 'Find' }).click()
  await look('nothing typed')
  for (const path of ['/customers', '/staff', '/staff/new', '/you', '/confirm']) await visit(path)
  for (const part of ['', '/returns', '/tasks', '/payments', '/requests', '/credit-files', '/held'])
    await visit(`/money${part}`)
  await page
    .getByRole('link', { name: /^Account ••\d{4}$/ })
    .first()
    .waitFor()
  for (const kind of ['files', 'reports']) {
    await page.goto('/money')
    const link = page.locator(`a[href^="/money/${kind}/"]`).last()
    await visit((await link.getAttribute('href')) ?? '')
  }
  await page.goto('/staff/new')
  await page.getByRole('button', { name: 'Add somebody' }).click()
  await look('a person without a name')
  await page.getByLabel('Name').fill('Somebody Else')
  await page.getByLabel('Address at work').fill('else@desk.example')
  await page.getByText('Auditor', { exact: true }).click()
  await page.getByRole('button', { name: 'Add somebody' }).click()
  await page.getByText('A second administrator has to approve it now').waitFor()
  await look('waiting for a second administrator')
  await page.goto('/customers')
  await page.getByLabel('Account number or username').fill('elena.marsh')
  await page.getByRole('button', { name: 'Find' }).click()
  await page.waitForURL(/customers\/.+\/.+/)
  await look('a customer')
  const account = `/accounts/${new URL(page.url()).pathname.split('/')[2]}`
  for (const part of ['', '/flags', '/as-known', '/as-known?on=2030-01-01'])
    await visit(`${account}${part}`)
  await visit('/repossessions')
  await page.goto(`${account}`)
  await page
    .getByRole('link', { name: /^Mark for fraud/ })
    .first()
    .click()
  await look('a bank account to mark')
  await page.getByRole('button', { name: 'Mark it' }).click()
  await look('marked without a reason')
  await visit('/bank-marks/new')
  await page.getByLabel('Routing number').fill('021000021')
  await page.getByLabel('Account number').fill('990011223344')
  await page.getByLabel('How you know').fill('A letter.')
  await page.getByRole('button', { name: 'Mark it' }).click()
  await page.getByText('It is marked, and every account with it is stopped.').waitFor()
  await look('marked numbers')
  await page.goto(`${account}/flags`)
  await page.getByRole('button', { name: 'Note it' }).click()
  await look('nothing noted')
  await page.getByText('Dispute', { exact: true }).click()
  await page.getByLabel('How you know').fill('A letter.')
  await page.getByRole('button', { name: 'Note it' }).click()
  await page.getByText('It is noted, and autopay has followed.').waitFor()
  await look('a dispute noted')
  await page.getByRole('link', { name: 'Lift' }).click()
  await look('a dispute to lift')
  await page.goto('/customers')
  await page.getByLabel('Account number or username').fill('elena.marsh')
  await page.getByRole('button', { name: 'Find' }).click()
  await page.waitForURL(/customers\/.+\/.+/)
  await page.getByRole('button', { name: 'Start a recovery' }).click()
  await page.getByText('The recovery is started').waitFor()
  await look('a recovery started')
  await page.context().clearCookies()
  await enrollAtDesk(page, await desk.linkFor('second@desk.example', 'administrator'))
  await page.goto('/staff')
  await page.getByRole('button', { name: 'Approve Somebody Else' }).click()
  await page.getByText('Approved. The link goes to their address at work now').waitFor()
  await look('approved')
  await page.context().clearCookies()
  await enrollAtDesk(page, await desk.linkFor('third@desk.example', 'supervisor'))
  // Hers was paid off above.
  await visit(`${account}/deferments`)
  await page.goto('/customers')
  await page.getByLabel('Account number or username').fill('1048264433')
  await page.getByRole('button', { name: 'Find' }).click()
  await page.waitForURL(/customers\/.+\/.+/)
  const late = `/accounts/${new URL(page.url()).pathname.split('/')[2]}`
  await visit(`${late}/deferments?months=3`)
  await page.getByRole('button', { name: 'Make the offer' }).click()
  await page.getByText('Made. Whoever owes is told of it.').waitFor()
  await look('an offer made')
  assert.deepEqual(problems, [])
})
