// Where the focus is, that it can be seen there, and that it can be moved on.
import assert from 'node:assert/strict'
import type { Page } from 'playwright-core'

type Focus = {
  readonly isOn: boolean
  /** Nothing of the page has it. */
  readonly isNowhere: boolean
  /** Of the element or of the box around it, in pixels. */
  readonly outline: number
  readonly isInside: boolean
  /** For a message. */
  readonly name: string
}

/** Whether the element, or one inside it, has the focus. */
export function isWithin(page: Page, selector: string): Promise<boolean> {
  return page.evaluate((wanted) => {
    const around = document.activeElement?.closest(wanted)
    return around !== null && around !== undefined
  }, selector)
}

/** The same, of a page that has just come: without script the browser focuses with its first frame. */
export async function comesWithin(page: Page, selector: string): Promise<boolean> {
  for (let looks = 0; looks < 40; looks += 1) {
    if (await isWithin(page, selector)) return true
    await page.waitForTimeout(50)
  }
  return false
}

/**
 * Tab until the element has the focus; from a fresh page over the link that skips the header. Each
 * stop on the way has to show its focus.
 */
export async function pressUntil(page: Page, selector: string): Promise<void> {
  if (!isOfHeader(selector)) await skipHeader(page, selector)
  const passed: string[] = []
  for (let presses = 0; presses < 150; presses += 1) {
    await page.keyboard.press('Tab')
    const focus = await focusOf(page, selector)
    passed.push(focus.name)
    assertSeen(focus)
    if (focus.isOn) return
  }
  assert.fail(`Tab does not reach ${selector} on ${page.url()}: ${passed.join(' | ')}`)
}

async function skipHeader(page: Page, selector: string): Promise<void> {
  if ((await focusOf(page, selector)).isNowhere) await page.keyboard.press('Tab')
  if (await isWithin(page, '.k-skip')) await page.keyboard.press('Enter')
}

function isOfHeader(selector: string): boolean {
  return selector.startsWith('.k-profile') || selector.includes('/sign-out')
}

function focusOf(page: Page, selector: string): Promise<Focus> {
  return page.evaluate((wanted) => {
    const element = document.activeElement
    const boxes = [element, element?.parentElement, element?.parentElement?.parentElement]
    const widths = boxes.map((box) => {
      if (!box) return 0
      const { outlineStyle, outlineWidth } = getComputedStyle(box)
      return outlineStyle === 'solid' ? Number.parseFloat(outlineWidth) : 0
    })
    const { top, bottom } = element?.getBoundingClientRect() ?? { top: 0, bottom: 1 }
    return {
      isOn: element?.matches(wanted) ?? false,
      isNowhere: element === null || element === document.body,
      outline: Math.max(...widths),
      isInside: bottom > 0 && top < innerHeight,
      name: `${element?.id ?? ''} ${element?.textContent?.slice(0, 40) ?? ''}`.trim(),
    }
  }, selector)
}

/** UX: a 3 pixel outline, on the element or on the box around it, within the window. */
function assertSeen(focus: Focus): void {
  if (focus.isNowhere) return
  assert.ok(focus.outline >= 3, `the focus on "${focus.name}" shows`)
  assert.ok(focus.isInside, `"${focus.name}" is in the window when it has the focus`)
}

/**
 * From the first stop to the last one and back by one: nothing holds the focus. Leaves it where it
 * was.
 */
export async function assertNeverTrapped(page: Page): Promise<void> {
  const start = await page.evaluateHandle(() => document.activeElement)
  const stops = await page.evaluate((selector) => {
    const all = [...document.querySelectorAll<HTMLElement>(selector)]
    const seen = all.filter((element) => element.checkVisibility())
    seen.at(-1)?.setAttribute('data-last-stop', '')
    ;(document.activeElement as HTMLElement | null)?.blur()
    return seen.length
  }, REACHABLE)
  let isReached = false
  // A field for a day has three parts and a button of its own.
  for (let presses = 0; presses < stops + 8 && !isReached; presses += 1) {
    await page.keyboard.press('Tab')
    if (presses >= stops / 2) isReached = await isWithin(page, '[data-last-stop]')
  }
  assert.ok(isReached, `Tab comes to the end of ${page.url()}`)
  await page.keyboard.press('Shift+Tab')
  assert.equal(await isWithin(page, '[data-last-stop]'), false, `Shift+Tab on ${page.url()}`)
  await page.evaluate((element) => {
    scrollTo(0, 0)
    if (element instanceof HTMLElement && element !== document.body) element.focus()
    else document.querySelector<HTMLElement>('.k-skip')?.focus()
  }, start)
}

const REACHABLE = 'a[href], button, input:not([type="hidden"]), select, textarea, summary'
