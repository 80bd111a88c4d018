// Passkeys in a real browser, with its virtual authenticator: added, used alone, after a password
// and to confirm.
import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import type { Browser, Page } from 'playwright-core'
import { launchBrowser } from '#test/support/browser.ts'
import { openPage, signIn } from '#test/support/pages.ts'
import { enroll, openWithDevice } from '#test/support/passkey-pages.ts'
import { PASSWORD, type ServedPortal, servePortal } from '#test/support/served-portal.ts'

let browser: Browser
let portal: ServedPortal
before(async () => {
  browser = await launchBrowser()
  portal = await servePortal(['1048264417'])
})
after(async () => {
  await browser.close()
  await portal.close()
})

const username = 'elena.marsh'
const press = (page: Page, name: string) => page.getByRole('button', { name, exact: true }).click()

test('added, then signs in alone: no name, no password, no code', async (t) => {
  const { page, device, complaints, close } = await openWithDevice(browser, portal)
  t.after(close)
  await enroll(page, username, 'My phone')
  const [kept] = await device.credentials()
  assert.ok(kept?.isResidentCredential)
  await page.goto('/sign-in?next=/security/passkeys')
  await press(page, 'Sign in with a passkey')
  await page.waitForURL('**/security/passkeys')
  await page.getByText('My phone', { exact: true }).waitFor()
  await page.getByText(/Last used Tue, Nov 24, 11:48 am ET/).waitFor()
  await page.goto('/security')
  await page.getByText('My phone', { exact: true }).waitFor()
  await page.getByRole('row', { name: /^Passkey added/ }).waitFor()
  assert.deepEqual(complaints, [])
})

test('with the keyboard alone', async (t) => {
  const { page, close } = await openWithDevice(browser, portal)
  t.after(close)
  await enroll(page, username, 'Keyboard')
  await page.goto('/sign-in')
  for (let presses = 0; presses < 30; presses += 1) {
    await page.keyboard.press('Tab')
    const focused = await page.evaluate(() => document.activeElement?.textContent ?? '')
    if (focused === 'Sign in with a passkey') break
  }
  await page.keyboard.press('Enter')
  await page.waitForURL(/\/accounts\//)
})

test('after the password instead of a code', async (t) => {
  const { page, close } = await openWithDevice(browser, portal)
  t.after(close)
  await enroll(page, username, 'Second factor')
  await page.goto('/sign-in')
  await page.getByLabel('Username', { exact: true }).fill(username)
  await page.getByLabel('Password', { exact: true }).fill(PASSWORD)
  await press(page, 'Sign in')
  await press(page, 'Use your passkey')
  await page.waitForURL(/\/accounts\//)
})

test('lifts a session that was signed in for a while, and leads back to what was wanted', async (t) => {
  const { page, close } = await openWithDevice(browser, portal)
  t.after(close)
  await enroll(page, username, 'Lifts')
  await signIn(page, username)
  portal.clock.pass(301)
  await page.goto('/security/passkeys')
  await page.waitForURL('**/confirm?next=%2Fsecurity%2Fpasskeys')
  await press(page, 'Use your passkey')
  await page.waitForURL('**/security/passkeys')
})

test('a browser of before 2024, which does not read JSON itself', async (t) => {
  const { page, close } = await openWithDevice(browser, portal)
  t.after(close)
  await page.addInitScript(() => {
    const known = PublicKeyCredential as unknown as Record<string, unknown>
    known.parseRequestOptionsFromJSON = undefined
    known.parseCreationOptionsFromJSON = undefined
    Object.assign(PublicKeyCredential.prototype, { toJSON: undefined })
  })
  await enroll(page, username, 'Older browser')
  await page.goto('/sign-in')
  await press(page, 'Sign in with a passkey')
  await page.waitForURL(/\/accounts\//)
})

test('a device that has one makes no second; a name is asked for; removing it works once', async (t) => {
  const { page, close } = await openWithDevice(browser, portal)
  t.after(close)
  await enroll(page, username, 'Only one')
  await signIn(page, username)
  await page.goto('/security/passkeys')
  await page.getByLabel('Name of this passkey').fill('Again')
  await press(page, 'Add a passkey')
  await page.getByText('This device has a passkey of yours already.').waitFor()
  await page.getByLabel('Name of this passkey').fill(' ')
  await page.locator('form[data-passkey]').evaluate((form: HTMLFormElement) => form.submit())
  await page.getByRole('heading', { name: 'One thing to fix' }).waitFor()
  await press(page, 'Remove Only one')
  await page.getByText(/Passkey removed/).waitFor()
  assert.equal(await page.getByText('Only one', { exact: true }).count(), 0)
  await page.context().clearCookies()
  await page.goto('/sign-in')
  await press(page, 'Sign in with a passkey')
  await page.getByRole('heading', { name: 'The passkey did not work' }).waitFor()
})

test('a page that stood open for too long says so, and then signs in', async (t) => {
  const { page, close } = await openWithDevice(browser, portal)
  t.after(close)
  await enroll(page, username, 'Patient')
  await page.goto('/sign-in')
  portal.clock.pass(16 * 60)
  await press(page, 'Sign in with a passkey')
  await page.getByText(/open for too long/).waitFor()
  await press(page, 'Sign in with a passkey')
  await page.waitForURL(/\/accounts\//)
})

test('without script nothing of a passkey shows, and the page says which ways are left', async (t) => {
  const { page, close } = await openPage(browser, portal, { script: 'off' })
  t.after(close)
  await page.goto('/sign-in')
  assert.equal(await page.getByText('passkey').filter({ visible: true }).count(), 0)
  assert.equal(await page.getByText('or without a password').isVisible(), false)
  await signIn(page, username)
  await page.goto('/security/passkeys')
  assert.ok(await page.getByText('Passkeys need JavaScript').isVisible())
  assert.equal(await page.getByLabel('Name of this passkey').isVisible(), false)
})
