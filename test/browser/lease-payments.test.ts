// A lease is paid on both widths, with and without script: the amount, the review, the receipt; and
// autopay's form. Each page for who cannot see it, and never wider than the screen.
import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import type { Browser, Page } from 'playwright-core'
import { launchBrowser } from '#test/support/browser.ts'
import { accessibilityProblems, sidewaysScroll } from '#test/support/page-checks.ts'
import { openPage, signIn } from '#test/support/pages.ts'
import { servePortal } from '#test/support/served-portal.ts'

const HOLLIS = '1048264508'

let browser: Browser
before(async () => {
  browser = await launchBrowser()
})
after(() => browser.close())

async function isGood(page: Page): Promise<void> {
  assert.equal(await sidewaysScroll(page), 0, page.url())
}

for (const run of [
  { width: 1280, script: 'on', scheme: 'light' },
  { width: 390, script: 'off', scheme: 'dark' },
] as const)
  test(`a lease is paid: ${run.width} wide, script ${run.script}`, async (t) => {
    const portal = await servePortal([HOLLIS])
    t.after(() => portal.close())
    const { page, close, complaints } = await openPage(browser, portal, run)
    await signIn(page, 'hollis.vane')
    await page.getByRole('link', { name: 'Make a payment' }).first().click()
    await page.getByRole('radio', { name: /Another amount/ }).check()
    await page.getByLabel('Amount', { exact: true }).fill('600')
    await isGood(page)
    await page.getByRole('button', { name: 'Review payment' }).click()
    await page.getByText('Paid ahead').first().waitFor()
    await isGood(page)
    if (run.script === 'on') assert.deepEqual(await accessibilityProblems(page), [])
    await page.getByLabel('I agree to this payment.').check()
    await page.getByRole('button', { name: 'Pay $600.00' }).click()
    await page.getByText('Order of your lease').first().waitFor()
    await isGood(page)
    if (run.script === 'on') assert.deepEqual(await accessibilityProblems(page), [])
    await page.getByRole('link', { name: 'Back to overview' }).click()
    await page.getByRole('link', { name: 'Set autopay' }).click()
    await page.getByRole('link', { name: 'Set autopay' }).click()
    await page.getByText('The last payment of the lease').first().waitFor()
    await isGood(page)
    if (run.script === 'on') assert.deepEqual(await accessibilityProblems(page), [])
    await close()
    assert.deepEqual(complaints, [])
  })
