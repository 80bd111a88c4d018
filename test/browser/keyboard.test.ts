// The journey's forms with the keyboard alone: Tab, Space, Enter and the arrows.
import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import type { Browser, Page } from 'playwright-core'
import { launchBrowser } from '#test/support/browser.ts'
import { waitingCode } from '#test/support/codes.ts'
import { openPage } from '#test/support/pages.ts'
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

test('signs in and pays without a mouse', async (t) => {
  const { page, close } = await openPage(browser, portal)
  t.after(close)
  await page.goto('/sign-in')
  await signsIn(page, PASSWORD)
  await page.waitForURL(/\/accounts\//)
  await tabTo(page, 'Make a payment')
  await page.keyboard.press('Enter')
  await page.waitForURL(/\/payments\/new/)
  await tabTo(page, /^Amount due/)
  await page.keyboard.press('ArrowUp')
  assert.match(await focused(page), /^Another amount/)
  await tabTo(page, /^Amount$/)
  await page.keyboard.type('31.50')
  await tabTo(page, 'Review payment')
  await page.keyboard.press('Enter')
  await page.waitForURL(/\/payments\/review/)
  await tabTo(page, 'I agree to this payment.')
  await page.keyboard.press('Space')
  await tabTo(page, 'Pay $31.50')
  await page.keyboard.press('Enter')
  await page.getByRole('heading', { level: 1, name: '$31.50 on' }).waitFor()
})

test('a refused form has the focus on what to fix, and leads to the field', async (t) => {
  const { page, close } = await openPage(browser, portal)
  t.after(close)
  await page.goto('/sign-in')
  await tabTo(page, 'Sign in')
  await page.keyboard.press('Enter')
  await page.getByRole('heading', { name: 'Two things to fix' }).waitFor()
  assert.match(await page.title(), /^Error:/)
  assert.match(await focused(page), /Two things to fix/)
  await page.keyboard.press('Tab')
  assert.equal(await focused(page), 'Type your username.')
  await page.keyboard.press('Enter')
  assert.equal(await page.evaluate(() => document.activeElement?.id), 'username')
})

test('from a refused sign-in to the answer that helps, and on to a new password', async (t) => {
  const { page, close } = await openPage(browser, portal)
  t.after(close)
  await page.goto('/sign-in')
  await page.getByLabel('Username', { exact: true }).fill('elena.marsh')
  await page.getByLabel('Password', { exact: true }).fill('not my password at all')
  await page.keyboard.press('Enter')
  await page.getByRole('heading', { name: 'We could not sign you in' }).waitFor()
  await tabTo(page, 'Why it may not be accepted')
  await page.keyboard.press('Enter')
  await page.waitForURL(/\/help\/wrong-password$/)
  await tabTo(page, 'I forgot my password')
  await page.keyboard.press('Enter')
  await page.waitForURL(/\/help\/forgotten-password$/)
  await tabTo(page, 'Recover username or password')
  await page.keyboard.press('Enter')
  await page.waitForURL(/\/recover$/)
})

test('the first Tab skips the header', async (t) => {
  const { page, close } = await openPage(browser, portal)
  t.after(close)
  await page.goto('/sign-in')
  await signsIn(page, PASSWORD)
  await page.waitForURL(/\/accounts\//)
  await page.keyboard.press('Tab')
  assert.equal(await focused(page), 'Skip to content')
  await page.keyboard.press('Enter')
  await page.keyboard.press('Tab')
  const isInMain = () => document.querySelector('main')?.contains(document.activeElement)
  assert.equal(await page.evaluate(isInMain), true)
})

async function signsIn(page: Page, password: string): Promise<void> {
  await tabTo(page, 'Username')
  await page.keyboard.type('elena.marsh')
  await tabTo(page, /^Password/)
  await page.keyboard.type(password)
  await page.keyboard.press('Enter')
  await page.waitForURL(/\/confirm/)
  await tabTo(page, 'Send the code')
  await page.keyboard.press('Enter')
  await page.getByLabel('Code', { exact: true }).waitFor()
  await tabTo(page, 'Code')
  await page.keyboard.type(await waitingCode(portal.ctx))
  await page.keyboard.press('Enter')
  await page.waitForURL(/\/accounts\/|\/stronger/)
  if (!page.url().includes('stronger')) return
  await tabTo(page, 'Not now, go on')
  await page.keyboard.press('Enter')
}

/** Presses Tab until what has the focus is named so. Each stop on the way has to show its focus. */
async function tabTo(page: Page, name: string | RegExp): Promise<void> {
  const passed: string[] = []
  for (let presses = 0; presses < 80; presses += 1) {
    await page.keyboard.press('Tab')
    const reached = await focused(page)
    passed.push(reached)
    await assertFocusShows(page, reached)
    if (typeof name === 'string' ? reached === name : name.test(reached)) return
  }
  assert.fail(`Tab does not reach ${name}; it passes ${passed.join(' | ')}`)
}

/** The name of what has the focus: its label, or its own words. */
async function focused(page: Page): Promise<string> {
  return page.evaluate(() => {
    const element = document.activeElement
    const label = element instanceof HTMLInputElement ? element.labels?.[0] : null
    return ((label ?? element)?.textContent ?? '').replace(/\s+/g, ' ').trim()
  })
}

/** UX: a 3 pixel outline, on the element or on the box around it, within the window. */
async function assertFocusShows(page: Page, name: string): Promise<void> {
  const seen = await page.evaluate(() => {
    const element = document.activeElement
    if (!element || element === document.body) return { outline: 3, isInside: true }
    const boxes = [element, element.parentElement, element.parentElement?.parentElement]
    const widths = boxes.map((box) => {
      if (!box) return 0
      const { outlineStyle, outlineWidth } = getComputedStyle(box)
      return outlineStyle === 'solid' ? Number.parseFloat(outlineWidth) : 0
    })
    const { top, bottom } = element.getBoundingClientRect()
    return { outline: Math.max(...widths), isInside: bottom > 0 && top < innerHeight }
  })
  assert.ok(seen.outline >= 3, `the focus on "${name}" shows`)
  assert.ok(seen.isInside, `"${name}" is in the window when it has the focus`)
}
