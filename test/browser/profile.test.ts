// A new phone on both widths, with and without script: asked for, confirmed by its code, told to
// every contact by the worker, and dated; then the old one is changed after the day of waiting.
import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import type { Browser } from 'playwright-core'
import { launchBrowser } from '#test/support/browser.ts'
import { waitingCode } from '#test/support/codes.ts'
import { openPage, signIn } from '#test/support/pages.ts'
import { servePortal } from '#test/support/served-portal.ts'

const ELENA = '1048264417'

let browser: Browser
before(async () => {
  browser = await launchBrowser()
})
after(() => browser.close())

for (const run of [
  { width: 1280, script: 'on', scheme: 'light' },
  { width: 390, script: 'off', scheme: 'dark' },
] as const) {
  test(`a phone is added and an email changed: ${run.width} wide, script ${run.script}`, async (t) => {
    const portal = await servePortal([ELENA])
    t.after(() => portal.close())
    const { page, close, complaints } = await openPage(browser, portal, run)
    const confirm = async (label: string, to: string) => {
      await page.getByLabel(label).fill(to)
      await page.getByRole('button', { name: 'Send the code' }).click()
      await page.getByLabel('Code', { exact: true }).fill(await waitingCode(portal.ctx))
      await page.getByRole('button', { name: 'Save' }).click()
      await page.getByText('Saved. We wrote to every contact').waitFor()
    }
    await signIn(page, 'elena.marsh')
    await page.locator('.k-profile > summary').click()
    await page.getByRole('link', { name: 'Your profile' }).click()
    await page.getByRole('link', { name: 'Add a phone' }).click()
    await confirm('Phone number', '614.555.0177')
    await page.getByText('Phone ••0177').first().waitFor()
    assert.equal(
      await page.getByRole('link', { name: /^(Change|Remove) (Phone|Email)/ }).count(),
      0,
    )

    portal.clock.pass(24 * 3600)
    await signIn(page, 'elena.marsh')
    await page.goto('/profile')
    await page.getByRole('link', { name: 'Change Email' }).click()
    await confirm('Email address', 'elena.new@example.com')
    const worker = await portal.startWorker()
    const notices = () =>
      portal.messages.filter(({ text }) => text.includes('email address was changed'))
    for (let tries = 0; notices().length < 4 && tries < 100; tries += 1)
      await page.waitForTimeout(100)
    await worker.stop()
    assert.deepEqual(
      notices()
        .map(({ to }) => to)
        .toSorted(),
      ['+16145550100', '+16145550177', 'elena.marsh@example.com', 'elena.new@example.com'],
    )
    for (const { text } of notices()) assert.doesNotMatch(text, /https?:|elena\.new/)
    await close()
    assert.deepEqual(complaints, [])
  })
}
