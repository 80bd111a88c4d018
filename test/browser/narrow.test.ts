// What has to stay on one row where there is little room: the steps of a payment, the dates of the
// balance, and the arithmetic of a figure, which becomes a column before it wraps.
import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import type { Browser, Page } from 'playwright-core'
import { launchBrowser } from '#test/support/browser.ts'
import { sidewaysScroll } from '#test/support/page-checks.ts'
import { openPage, signIn } from '#test/support/pages.ts'
import { type ServedPortal, servePortal } from '#test/support/served-portal.ts'

const DANA = '1048264433'

let browser: Browser
let portal: ServedPortal
before(async () => {
  const opened = await Promise.all([launchBrowser(), servePortal([DANA])])
  browser = opened[0]
  portal = opened[1]
})
after(async () => {
  await browser.close()
  await portal.close()
})

async function asDana(width: number, look: (page: Page, base: string) => Promise<void>) {
  const watched = await openPage(browser, portal, { width })
  await signIn(watched.page, 'dana.whitlock')
  await look(watched.page, new URL(watched.page.url()).pathname)
  await watched.close()
}

/** How many rows the elements stand in, by where they begin. */
const rowsOf = (page: Page, selector: string): Promise<number> =>
  page.evaluate((wanted) => {
    const tops = [...document.querySelectorAll(wanted)].map(
      (one) => one.getBoundingClientRect().top,
    )
    return new Set(tops.map((top) => Math.round(top / 4))).size
  }, selector)

test('the steps of a payment stand in one row at 320 pixels, in either language', () =>
  asDana(320, async (page, base) => {
    for (const lang of ['en', 'es']) {
      for (const place of ['new', 'review']) {
        await page.goto(`${base}/payments/${place}?lang=${lang}`)
        assert.equal(await rowsOf(page, '.k-steps > li'), 1, `${place} ${lang}`)
        assert.equal(await sidewaysScroll(page), 0)
      }
    }
  }))

test('each date of the balance table takes one line at 320 pixels', () =>
  asDana(320, async (page, base) => {
    await page.goto(`${base}?table=balance`)
    assert.equal(await sidewaysScroll(page), 0)
    const heights = await page.evaluate(() =>
      [...document.querySelectorAll('#balance tbody tr')].map(
        (row) => row.getBoundingClientRect().height,
      ),
    )
    assert.ok(heights.length > 60)
    // One row also says that the rest is yet to come.
    assert.equal(heights.filter((height) => height > 45).length, 1)
  }))

test('arithmetic is a row where it fits and a column where it does not, never wrapped', async () => {
  const wrapped = (page: Page) =>
    page.evaluate(
      () =>
        [...document.querySelectorAll('.k-working')].filter((strip) => {
          const terms = [...strip.children].map((term) => term.getBoundingClientRect())
          const tops = new Set(terms.map(({ top }) => Math.round(top / 4)))
          return tops.size > 1 && tops.size < terms.length
        }).length,
    )
  for (const width of [1280, 700, 390, 320])
    await asDana(width, async (page, base) => {
      const places = [
        '/payments/review?choice=due',
        '/payments/new?choice=due',
        '/payoff?',
        '/payoff?lang=es',
      ]
      for (const place of places) {
        await page.goto(base + place)
        for (const working of await page.locator('main details:not([open]) > summary').all())
          await working.click()
        assert.ok((await page.locator('.k-working').count()) > 0, place)
        assert.equal(await wrapped(page), 0, `${place} at ${width}`)
      }
    })
})

test('no help page is wider than 320 pixels, in either language', async () => {
  const watched = await openPage(browser, portal, { width: 320, script: 'off' })
  await watched.page.goto('/help')
  const links = await watched.page.locator('main a[href^="/help/"]').all()
  const paths = await Promise.all(links.map((link) => link.getAttribute('href')))
  assert.ok(paths.length > 20)
  for (const path of ['/help', ...paths])
    for (const lang of ['en', 'es']) {
      await watched.page.goto(`${path}?lang=${lang}`)
      assert.equal(await watched.page.locator('h1').count(), 1)
      assert.equal(await sidewaysScroll(watched.page), 0, `${path} ${lang}`)
    }
  await watched.close()
})
