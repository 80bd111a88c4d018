// Passkeys in a real browser, with its virtual authenticator: added, used alone, after a password
// and to confirm, and refused where something about them is not as it should be.
import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import type { Browser, Page } from 'playwright-core'
import { Authenticator } from '#test/support/authenticator.ts'
import { launchBrowser } from '#test/support/browser.ts'
import { openPage, type PageLook, signIn, type WatchedPage } from '#test/support/pages.ts'
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

async function opened(look: PageLook = {}): Promise<WatchedPage & { device: Authenticator }> {
  const watched = await openPage(browser, portal, look)
  return { ...watched, device: await Authenticator.of(watched.page) }
}

async function add(page: Page, name: string): Promise<void> {
  await page.goto('/security/passkeys')
  await page.getByLabel('Name of this passkey').fill(name)
  await page.getByRole('button', { name: 'Add a passkey' }).click()
  await page.waitForURL('**/security/passkeys?done=added')
}

async function signOut(page: Page): Promise<void> {
  await page.context().clearCookies()
  await page.goto('/sign-in')
}

const press = (page: Page, name: string) => page.getByRole('button', { name }).click()

test('added, then signs in alone: no name, no password, no code', async (t) => {
  const { page, device, complaints, close } = await opened()
  t.after(close)
  await signIn(page, username)
  await add(page, 'My phone')
  await page.getByText('Passkey added. We wrote to all your contacts.').waitFor()
  await page.getByText('My phone', { exact: true }).waitFor()
  const [kept] = await device.credentials()
  assert.ok(kept?.isResidentCredential)
  await signOut(page)
  await press(page, 'Sign in with a passkey')
  await page.waitForURL(/\/accounts\//)
  await page.goto('/security/passkeys')
  await page.getByText(/Last used/).waitFor()
  assert.deepEqual(complaints, [])
})

test('after the password instead of a code', async (t) => {
  const { page, close } = await opened()
  t.after(close)
  await signIn(page, username)
  await add(page, 'Second factor')
  await signOut(page)
  await page.getByLabel('Username', { exact: true }).fill(username)
  await page.getByLabel('Password', { exact: true }).fill(PASSWORD)
  await page.getByRole('button', { name: 'Sign in', exact: true }).click()
  await press(page, 'Use your passkey')
  await page.waitForURL(/\/accounts\//)
})
