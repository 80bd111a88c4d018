// The balance chart as it is drawn: no word of it lies on a line or on another word, for loans of
// every age, from the narrowest phone to the widest page.
import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import type { Browser, Page } from 'playwright-core'
import { launchBrowser } from '#test/support/browser.ts'
import { openPage, signIn } from '#test/support/pages.ts'
import { type ServedPortal, servePortal } from '#test/support/served-portal.ts'

let browser: Browser
let portal: ServedPortal
before(async () => {
  const opened = await Promise.all([launchBrowser(), servePortal()])
  browser = opened[0]
  portal = opened[1]
})
after(async () => {
  await browser.close()
  await portal.close()
})

/** Words of the chart that touch something, as "words: what". */
async function collisions(page: Page): Promise<string[]> {
  const { labels, dots } = await page.evaluate(drawn)
  const width = page.viewportSize()?.width ?? 0
  const found = labels.length === 0 ? ['no words at all'] : []
  labels.forEach(({ words, box }, index) => {
    const { left, right, top, bottom } = box
    if (right > width || left < 0) found.push(`${words}: the edge`)
    for (const { x, y, line } of dots)
      if (x > left && x < right && y > top && y < bottom) found.push(`${words}: ${line}`)
    for (const { words: others, box: other } of labels.slice(index + 1))
      if (other.left < right && other.right > left && other.top < bottom && other.bottom > top)
        found.push(`${words}: ${others}`)
  })
  return [...new Set(found)]
}

/** Runs in the page: where its words stand, and its lines as many dots. */
function drawn() {
  const plot = document.querySelector('.k-chart-plot')
  const labels = [...(plot?.querySelectorAll('text:not(.k-chart-small)') ?? [])]
    .map((text) => ({ words: text.textContent ?? '', rect: text.getBoundingClientRect() }))
    .filter(({ rect }) => rect.width > 0)
    // Without the room above capitals and below letters that hang.
    .map(({ words, rect: { left, right, top, bottom } }) => ({
      words,
      box: { left, right, top: top + 3, bottom: bottom - 3 },
    }))
  const paths = [...(plot?.querySelectorAll<SVGPathElement>('path[class*="k-line-"]') ?? [])]
  const dots = paths.flatMap((path) => {
    const matrix = path.getScreenCTM()
    const length = path.getTotalLength()
    const line = path.getAttribute('class') ?? ''
    return Array.from({ length: 801 }, (_, step) => {
      const { x, y } = path.getPointAtLength((length * step) / 800).matrixTransform(matrix ?? {})
      return { x, y, line }
    })
  })
  return { labels, dots }
}

for (const username of ['theo.brandt', 'elena.marsh', 'dana.whitlock', 'priya.n', 'lucia.ferrer']) {
  test(`the chart of ${username}`, async () => {
    const { page, close } = await openPage(browser, portal)
    await signIn(page, username)
    const base = new URL(page.url()).pathname
    const problems: string[] = []
    for (const extra of ['', '?extra=250']) {
      await page.goto(base + extra)
      for (const width of [1280, 640, 639, 390, 320]) {
        await page.setViewportSize({ width, height: 900 })
        const found = await collisions(page)
        problems.push(...found.map((problem) => `${extra} at ${width}: ${problem}`))
      }
    }
    await close()
    assert.deepEqual(problems, [])
  })
}
