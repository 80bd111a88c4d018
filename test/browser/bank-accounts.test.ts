// Bank accounts as people meet them who hear a page, zoom it or have no mouse or script.
import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import type { Browser, Page } from 'playwright-core'
import { date } from '#src/domain/calendar.ts'
import { setBusinessDate } from '#src/store/business-date.ts'
import { openDeposits } from '#src/store/payments/funding-checks.ts'
import { launchBrowser } from '#test/support/browser.ts'
import { accessibilityProblems, sidewaysScroll } from '#test/support/page-checks.ts'
import { openPage, signIn } from '#test/support/pages.ts'
import { type ServedPortal, servePortal } from '#test/support/served-portal.ts'

let browser: Browser
let portal: ServedPortal
before(async () => {
  browser = await launchBrowser()
  portal = await servePortal(['1048264474'])
})
after(async () => {
  await browser.close()
  await portal.close()
})

async function problemsOf(page: Page, name: string): Promise<string[]> {
  const found: string[] = []
  const looks = [
    [1280, 'light'],
    [390, 'dark'],
  ] as const
  for (const [width, colorScheme] of looks) {
    await page.setViewportSize({ width, height: 844 })
    await page.emulateMedia({ colorScheme })
    found.push(...(await accessibilityProblems(page)))
  }
  await page.setViewportSize({ width: 320, height: 640 })
  const wider = await sidewaysScroll(page)
  if (wider > 0) found.push(`${wider} pixels wider than 320`)
  return found.map((problem) => `${name}: ${problem}`)
}

test('every state, the forms and what is refused, in both looks', async (t) => {
  const watched = await openPage(browser, portal)
  const { page } = watched
  t.after(watched.close)
  await signIn(page, 'theo.brandt')
  const base = new URL(page.url()).pathname
  await page.goto(`${base}/bank-accounts`)
  const problems = await problemsOf(page, 'list')
  const paths = await page
    .locator('.k-list a')
    .evaluateAll((links) => links.map((link) => link.getAttribute('href') ?? ''))
  assert.equal(paths.length, 7)
  for (const path of paths) {
    await page.goto(path)
    problems.push(...(await problemsOf(page, await page.title())))
  }
  await page.goto(`${paths[0]}/removal`)
  problems.push(...(await problemsOf(page, 'removal')))
  await page.goto(`${base}/bank-accounts/new`)
  problems.push(...(await problemsOf(page, 'add')))
  await page.getByRole('button', { name: 'Add bank account' }).click()
  await page.getByRole('heading', { name: '6 things to fix' }).waitFor()
  problems.push(...(await problemsOf(page, 'add refused')))
  assert.deepEqual(problems, [])
})

test('the two amounts with the keyboard alone, without script', async (t) => {
  const { page, close } = await openPage(browser, portal, { script: 'off' })
  t.after(close)
  const { db, vault } = portal.ctx
  const onDate = date('2026-11-25')
  await db
    .transaction()
    .execute((tx) =>
      setBusinessDate(tx, { onDate, closedThrough: onDate, changedAt: portal.clock.now() }),
    )
  const check = await db
    .selectFrom('funding_check')
    .select(['account_id as accountId', 'id', 'funding_account_id as bank'])
    .where('method', '=', 'microDeposits')
    .executeTakeFirstOrThrow()
  const amounts = await openDeposits(db, vault, check)
  assert.ok(amounts)
  await signIn(page, 'theo.brandt')
  await page.goto(`/accounts/${check.accountId}/bank-accounts/${check.bank}`)
  await page.locator('#first').focus()
  await page.keyboard.type(String(amounts[1]))
  await page.keyboard.press('Tab')
  await page.keyboard.type((amounts[0] / 100).toFixed(2))
  await page.keyboard.press('Enter')
  await page.getByText('That is right: the account is verified.').waitFor()
})
