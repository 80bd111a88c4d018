// Two ways to use a page: with the keyboard alone, and with a mouse in a browser that runs no
// script. Pages are walked by ids, actions and addresses, so that each walk reads in any language.
import assert from 'node:assert/strict'
import type { Page } from 'playwright-core'
import { comesWithin, pressUntil } from './focus.ts'

export type Hand = {
  readonly page: Page
  /** By its address. */
  readonly open: (path: string) => Promise<void>
  /** A link that leads there. */
  readonly follow: (href: string) => Promise<void>
  /** Fields by their ids. */
  readonly fill: (fields: Readonly<Record<string, string>>) => Promise<void>
  /** A box, or one answer of a group. */
  readonly tick: (name: string, value?: string) => Promise<void>
  readonly unfold: (summary: string) => Promise<void>
  /** A file from one's own computer, into the field of that id. */
  readonly choose: (id: string, file: GivenFile) => Promise<void>
  /** The button of the form with this action; then the path one comes to. */
  readonly send: (action: string, leadsTo: RegExp) => Promise<void>
  /** The button of a form that gives a file of that name and leaves the page as it is. */
  readonly download: (action: string, name: RegExp) => Promise<void>
  /** As `send`, and the form comes back with what to fix on top. */
  readonly refused: (action: string) => Promise<void>
}

/** What is looked at whenever a page has come. */
type Arrived = (page: Page) => Promise<void>

const buttonOf = (action: string) => `form[action^="${action}"] button:not([type="button"])`
export type GivenFile = { readonly name: string } & (
  | { readonly text: string }
  | { readonly bytes: Uint8Array }
)

/** A date control takes day and month in the order of the language: give a day of one number. */
const DAY = /^(\d{4})-(\d\d)-(\2)$/

const summary = 'section.k-errors'

type Moves = Pick<Hand, 'fill' | 'tick' | 'unfold' | 'choose'> & {
  readonly press: (selector: string) => Promise<void>
}

export function keyboardHand(page: Page, arrived: Arrived): Hand {
  return handOf(page, arrived, {
    press: async (selector) => {
      await pressUntil(page, selector)
      await page.keyboard.press('Enter')
    },
    fill: async (fields) => {
      for (const [id, text] of Object.entries(fields)) {
        await pressUntil(page, `#${id}`)
        await page.keyboard.press('ControlOrMeta+a')
        await page.keyboard.type(text.replace(DAY, '$2$3$1'))
      }
    },
    tick: async (name, value) => {
      const wanted = value === undefined ? '' : `[value="${value}"]`
      await pressUntil(page, `input[name="${name}"]`)
      const group = `input[name="${name}"]${wanted}`
      const isRadio = await page.locator(group).first().getAttribute('type')
      if (isRadio === 'checkbox') return page.keyboard.press('Space')
      // The first Space is for a group of which nothing is chosen yet.
      for (let presses = 0; presses < 10; presses += 1) {
        await page.keyboard.press(presses === 0 ? 'Space' : 'ArrowDown')
        if (await page.locator(group).first().isChecked()) return
      }
      assert.fail(`the arrows do not reach ${group}`)
    },
    unfold: async (selector) => {
      await pressUntil(page, selector)
      await page.keyboard.press('Enter')
    },
    // What opens then is the browser's own.
    choose: async (id, file) => {
      await pressUntil(page, `#${id}`)
      await give(page, id, file)
    },
  })
}

export function mouseHand(page: Page, arrived: Arrived): Hand {
  const control = (name: string, value?: string) =>
    page.locator(`input[name="${name}"]${value === undefined ? '' : `[value="${value}"]`}`).first()
  return handOf(page, arrived, {
    press: (selector) => page.locator(selector).locator('visible=true').first().click(),
    fill: async (fields) => {
      for (const [id, text] of Object.entries(fields)) await page.locator(`#${id}`).fill(text)
    },
    tick: (name, value) => control(name, value).check({ force: true }),
    unfold: (selector) => page.locator(selector).first().click(),
    choose: (id, file) => give(page, id, file),
  })
}

function give(page: Page, id: string, given: GivenFile) {
  const isText = 'text' in given
  const file = {
    name: given.name,
    mimeType: isText ? 'text/csv' : 'application/pdf',
    buffer: isText ? Buffer.from(given.text) : Buffer.from(given.bytes),
  }
  return page.locator(`#${id}`).setInputFiles(file)
}

function handOf(page: Page, arrived: Arrived, moves: Moves): Hand {
  const { press, ...rest } = moves
  const come = async (act: () => Promise<unknown>, leadsTo: RegExp) => {
    await Promise.all([page.waitForEvent('domcontentloaded', { timeout: 45_000 }), act()])
    const { pathname, search } = new URL(page.url())
    assert.match(pathname + search, leadsTo)
    await arrived(page)
  }
  return {
    page,
    ...rest,
    open: async (path) => {
      await page.goto(path)
      await arrived(page)
    },
    follow: (href) =>
      come(() => press(`main a[href^="${href}"]`), new RegExp(`^${href.replace(/[?.]/g, '\\$&')}`)),
    send: (action, leadsTo) => come(() => press(buttonOf(action)), leadsTo),
    download: async (action, name) => {
      const [file] = await Promise.all([page.waitForEvent('download'), press(buttonOf(action))])
      assert.match(file.suggestedFilename(), name)
    },
    refused: async (action) => {
      await come(() => press(buttonOf(action)), /^/)
      await page.locator(summary).waitFor()
      assert.match(await page.title(), /^Error:/)
      assert.ok(await comesWithin(page, summary), `the focus on what to fix at ${action}`)
    },
  }
}
