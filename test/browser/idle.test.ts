// The end of a session in a real browser: warned of in time, put off with the keyboard alone, in
// several tabs, and after it nothing of an account is left on the screen.
import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import type { Browser, Page } from 'playwright-core'
import { launchBrowser } from '#test/support/browser.ts'
import { signedInToken } from '#test/support/codes.ts'
import { accessibilityProblems } from '#test/support/page-checks.ts'
import { openPage, type PageLook, signIn } from '#test/support/pages.ts'
import { type ServedPortal, servePortal } from '#test/support/served-portal.ts'

const PREFERENCES = '/preferences'

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

/** The clock of the device is years off and moves with `pass`, as the server's does. */
async function elena(look: PageLook = {}) {
  const opened = await openPage(browser, portal, look)
  const { page } = opened
  await page.clock.install({ time: '2031-01-01T03:00:00Z' })
  await signIn(page, 'elena.marsh')
  await page.goto('/profile/address')
  const city = page.getByLabel('City')
  await city.fill('Harbor Springs')
  return { ...opened, city, warning: page.getByRole('alertdialog') }
}

async function pass(minutes: number, ...pages: Page[]): Promise<void> {
  portal.clock.pass(minutes * 60)
  for (const page of pages) await page.clock.fastForward(minutes * 60_000)
}

const focused = (page: Page) => page.evaluate(() => document.activeElement?.textContent)

for (const key of ['Enter', 'Escape'] as const) {
  test(`the warning comes two minutes before, and ${key} alone puts the end off`, async (t) => {
    const { page, city, warning, close, complaints } = await elena()
    t.after(close)
    await pass(12.5, page)
    await page.waitForTimeout(200)
    assert.equal(await warning.isVisible(), false)
    await pass(0.6, page)
    await warning.waitFor()
    const words = /^You will be signed out at \d+:\d\d [ap]m ET unless you go on\./
    assert.match((await warning.locator('p').textContent()) ?? '', words)
    assert.equal(await focused(page), 'Stay signed in')
    assert.deepEqual(await accessibilityProblems(page), [])
    const before = (await page.locator('.k-until').textContent()) ?? ''
    await page.keyboard.press(key)
    await warning.waitFor({ state: 'hidden' })
    await page.getByText(before).waitFor({ state: 'detached' })
    assert.equal(await city.inputValue(), 'Harbor Springs')
    assert.equal(await city.evaluate((field) => field === document.activeElement), true)
    await pass(12.5, page)
    await page.waitForTimeout(200)
    assert.equal(await warning.isVisible(), false)
    await pass(0.6, page)
    await warning.waitFor()
    assert.deepEqual(complaints, [])
  })
}

test('Tab leads to signing out now', async (t) => {
  const { page, warning, close } = await elena({ width: 390, scheme: 'dark' })
  t.after(close)
  await pass(13.1, page)
  await warning.waitFor()
  assert.deepEqual(await accessibilityProblems(page), [])
  await page.keyboard.press('Tab')
  assert.equal(await focused(page), 'Sign out now')
  await page.keyboard.press('Enter')
  await page.waitForURL(/notice=signedOut/)
})

test('the warning speaks the language of its page, whatever else the browser speaks', async (t) => {
  const { page, warning, close } = await elena()
  t.after(close)
  await page.goto(`${PREFERENCES}?lang=es`)
  await pass(13.1, page)
  await warning.waitFor()
  assert.match(
    (await warning.textContent()) ?? '',
    /^¿Desea seguir con la sesión abierta\?Su sesión se cerrará a las? /,
  )
  await page.keyboard.press('Enter')
  await warning.waitFor({ state: 'hidden' })
  await page.getByText(/^Si no hace nada, este navegador cierra la sesión a las? /).waitFor()
})

test('what another tab does counts: no false warning, and an open one closes', async (t) => {
  const { page, warning, context, close, complaints } = await elena()
  t.after(close)
  const other = await context.newPage()
  await pass(12, page)
  await other.goto(PREFERENCES)
  await pass(3.5, page)
  await page.waitForTimeout(300)
  assert.equal(await warning.isVisible(), false)
  await pass(10, page)
  await warning.waitFor()
  await other.goto(PREFERENCES)
  await pass(0.5, page)
  await warning.waitFor({ state: 'hidden' })
  assert.deepEqual(complaints, [])
})

test('after the end nothing of the account is left, and the way back leads to the page', async (t) => {
  const { page, warning, close, complaints } = await elena()
  t.after(close)
  await pass(13.1, page)
  await warning.waitFor()
  await pass(2, page)
  await page.getByRole('heading', { level: 1, name: 'You were signed out' }).waitFor()
  assert.match(await page.title(), /^You were signed out · /)
  const left = await page.evaluate(() => document.body.outerHTML)
  assert.doesNotMatch(left, /Elena|Marsh|4417|Harbor|<form|<input/)
  assert.deepEqual(await accessibilityProblems(page), [])
  await page.keyboard.press('Tab')
  assert.equal(await focused(page), 'Sign in again')
  await page.keyboard.press('Enter')
  await page.waitForURL(/\/sign-in\?notice=ended/)
  assert.equal(new URL(page.url()).searchParams.get('next'), '/profile/address')
  assert.deepEqual(complaints, [])
})

test('a device that slept, or was signed out in another tab, asks when it is looked at', async (t) => {
  const { page, context, close } = await elena()
  t.after(close)
  await context.clearCookies()
  await page.evaluate(() => document.dispatchEvent(new Event('visibilitychange')))
  await page.getByRole('heading', { level: 1, name: 'You were signed out' }).waitFor()
})

test('without an answer for a minute after the end, nothing is shown any longer', async (t) => {
  const { page, context, warning, close } = await elena()
  t.after(close)
  await context.setOffline(true)
  await pass(14, page)
  await warning.waitFor()
  await pass(1.5, page)
  await page.waitForTimeout(200)
  assert.equal(await warning.isVisible(), true)
  await pass(1, page)
  await page.getByRole('heading', { level: 1, name: 'You were signed out' }).waitFor()
})

test('at the latest end nothing is put off: the warning says so and closes', async (t) => {
  const { page, context, close } = await openPage(browser, portal)
  t.after(close)
  await page.clock.install()
  const limits = { ...portal.config.session, absoluteHours: 0.2 }
  const value = await signedInToken({ ...portal.ctx, limits }, 'elena.marsh')
  const url = portal.origin.replace('http:', 'https:')
  await context.addCookies([{ name: '__Host-kt', value, url, secure: true, httpOnly: true }])
  await page.goto(PREFERENCES)
  await pass(10.1, page)
  const warning = page.getByRole('alertdialog')
  await warning.waitFor()
  assert.match((await warning.textContent()) ?? '', /whatever you do/)
  assert.equal(await warning.getByRole('button', { name: 'Stay signed in' }).count(), 0)
  await page.keyboard.press('Enter')
  await warning.waitFor({ state: 'hidden' })
  await pass(1, page)
  await page.waitForTimeout(200)
  assert.equal(await warning.isVisible(), false)
  await pass(1, page)
  await page.getByRole('heading', { level: 1, name: 'You were signed out' }).waitFor()
})

test('with script off the page itself says when, and its form leads to sign-in after', async (t) => {
  const { page, close } = await openPage(browser, portal, { script: 'off' })
  t.after(close)
  await signIn(page, 'elena.marsh')
  await page.goto(PREFERENCES)
  const line = page.getByText(/^Without a click this browser is signed out at \d+:\d\d [ap]m ET/)
  await line.waitFor()
  assert.equal(await page.getByRole('alertdialog').count(), 0)
  await page.goto('/profile/address')
  portal.clock.pass(15 * 60)
  await page.getByRole('button', { name: 'Save' }).click()
  await page.waitForURL(/\/sign-in\?notice=ended&next=%2Fprofile%2Faddress$/)
})
