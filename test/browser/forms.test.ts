// Every form of portal and desk walked from the first page to the last, once with the keyboard
// alone, in Spanish and dark, and once with script off, both on a phone. What each kind of page on
// the way is held to: nothing to scroll sideways; by keyboard axe, and the focus seen at each stop,
// never trapped, on what to fix when a form comes back; with script off the markup as it was sent.
import assert from 'node:assert/strict'
import { globSync, readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { after, before, describe, test } from 'node:test'
import type { Browser, Page, Response } from 'playwright-core'
import { Authenticator } from '#test/support/authenticator.ts'
import { launchBrowser } from '#test/support/browser.ts'
import { DESK_WALKS } from '#test/support/forms/desk-walks.ts'
import { deskWorldOf } from '#test/support/forms/desk-world.ts'
import { assertNeverTrapped } from '#test/support/forms/focus.ts'
import { type Hand, keyboardHand, mouseHand } from '#test/support/forms/hand.ts'
import {
  PASSKEY_WALK,
  PORTAL_WALKS,
  REMOVAL_WALK,
  STRICT_WALK,
} from '#test/support/forms/portal-walks.ts'
import { worldOf } from '#test/support/forms/world.ts'
import { accessibilityProblems, markupProblems, sidewaysScroll } from '#test/support/page-checks.ts'
import { openPage, type PageLook } from '#test/support/pages.ts'
import { enroll } from '#test/support/passkey-pages.ts'
import { type ServedDesk, serveDesk } from '#test/support/served-desk.ts'
import { type ServedPortal, servePortal } from '#test/support/served-portal.ts'

let browser: Browser
before(async () => {
  browser = await launchBrowser()
})
after(() => browser.close())

/** What a script sends: test/browser/idle.test.ts and desk.test.ts have the keyboard's. */
const BY_SCRIPT = /^\/session$|passkey|^\/enroll/
const FOR_PASSKEYS =
  /^\/sign-in\/passkey$|^\/passkey-challenge$|^\/confirm\/passkey$|^\/security\/passkeys(\/challenge)?$/

const WAYS = {
  keyboard: {
    look: { width: 390, script: 'on', scheme: 'dark' },
    elsewhere: { 'src/web': /^\/session$/, 'src/desk': BY_SCRIPT },
  },
  'script off': {
    look: { width: 390, script: 'off', scheme: 'light' },
    elsewhere: {
      'src/web': new RegExp(`^/session$|${FOR_PASSKEYS.source}`),
      'src/desk': BY_SCRIPT,
    },
  },
} as const satisfies Record<string, { look: PageLook; elsewhere: Record<string, RegExp> }>

// Each way has a portal of its own, so that both are walked at the same time.
describe('every form', { concurrency: 2 }, () => {
  for (const way of ['keyboard', 'script off'] as const)
    describe(way, { concurrency: 1 }, () => walks(way))
})

function walks(way: keyof typeof WAYS): void {
  const sent = { 'src/web': new Set<string>(), 'src/desk': new Set<string>() }
  let portal: ServedPortal
  let strict: ServedPortal
  let desk: ServedDesk
  before(async () => {
    portal = await servePortal(undefined, {}, { bankAccountCheck: 'microDeposits' })
    desk = await serveDesk(portal)
    strict = await servePortal(['1048264417'], { KEYTURN_SIGN_IN_PROFILE: 'strict' })
  })
  after(async () => {
    await desk.close()
    await strict.close()
    await portal.close()
  })

  for (const { wants, walk } of PORTAL_WALKS)
    test(`somebody wants ${wants}: ${way}`, () =>
      walked({ host: portal, way, sent: sent['src/web'] }, (hand) => walk(hand, worldOf(portal))))

  test(`somebody wants ${STRICT_WALK.wants}: ${way}`, () =>
    walked({ host: strict, way, sent: sent['src/web'] }, (hand) =>
      STRICT_WALK.walk(hand, worldOf(strict)),
    ))

  if (way === 'keyboard')
    test(`somebody wants ${PASSKEY_WALK.wants}: ${way}`, () =>
      walked({ host: portal, way, sent: sent['src/web'] }, async (hand) => {
        await Authenticator.of(hand.page)
        await PASSKEY_WALK.walk(hand, worldOf(portal))
      }))
  else
    test(`somebody wants ${REMOVAL_WALK.wants}: ${way}`, async () => {
      const scripted = await openPage(browser, portal)
      await Authenticator.of(scripted.page)
      await enroll(scripted.page, 'sam.okafor', 'Phone')
      await scripted.close()
      await walked({ host: portal, way, sent: sent['src/web'] }, (hand) =>
        REMOVAL_WALK.walk(hand, worldOf(portal)),
      )
    })

  for (const { wants, walk } of DESK_WALKS)
    test(`somebody at the desk wants ${wants}: ${way}`, async () => {
      await worldOf(portal).enterElsewhere('marcus.odell')
      await walked({ host: desk, way, sent: sent['src/desk'] }, (hand) =>
        walk(hand, deskWorldOf(desk)),
      )
    })

  test(`the walks have sent every form there is: ${way}`, () => {
    for (const folder of ['src/web', 'src/desk'] as const) {
      const missing = formsOf(folder).filter(
        (path) => !WAYS[way].elsewhere[folder].test(path) && !isSent(path, sent[folder]),
      )
      assert.deepEqual(missing, [], `${folder}: test/support/forms has a walk for each form`)
    }
  })
}

async function walked(
  on: {
    readonly host: ServedPortal
    readonly way: keyof typeof WAYS
    readonly sent: Set<string>
  },
  walk: (hand: Hand) => Promise<void>,
): Promise<void> {
  const { host, way, sent } = on
  const { context, page, close } = await openPage(browser, host, WAYS[way].look)
  context.on('request', (request) => {
    if (request.method() === 'POST') sent.add(new URL(request.url()).pathname)
  })
  const problems: string[] = []
  const hand =
    way === 'keyboard' ? await inSpanish(host, page, problems) : asWritten(page, problems)
  try {
    await walk(hand)
  } finally {
    await close()
  }
  assert.deepEqual(problems, [])
}

/** Kinds of pages that were looked at already. */
const looked = new Set<string>()

async function lookOnce(kind: string, look: () => Promise<string[]>, problems: string[]) {
  if (looked.has(kind)) return
  looked.add(kind)
  problems.push(...(await look()).map((problem) => `${kind}: ${problem}`))
}

async function inSpanish(host: ServedPortal, page: Page, problems: string[]): Promise<Hand> {
  const url = host.origin.replace('http:', 'https:')
  const language = { name: '__Host-kt-language', value: 'es', url, secure: true }
  await page.context().addCookies([{ ...language, sameSite: 'Lax' }])
  await page.setExtraHTTPHeaders({ 'accept-language': 'es' })
  return keyboardHand(page, async () => {
    const isRefused = /^Error:/.test(await page.title())
    const look = async () => {
      assert.equal(await page.locator('html').getAttribute('lang'), 'es')
      const found = await accessibilityProblems(page)
      await assertNeverTrapped(page)
      return [...found, ...(await tooWide(page))]
    }
    await lookOnce(`${kindOf(page.url())} ${isRefused}`, look, problems)
  })
}

function asWritten(page: Page, problems: string[]): Hand {
  let latest: Response | null = null
  page.on('response', (response) => {
    const isPage = response.request().isNavigationRequest() && response.status() !== 303
    if (isPage) latest = response
  })
  return mouseHand(page, async () => {
    const html = (await (latest as Response | null)?.text()) ?? ''
    const kind = `${kindOf(page.url())} ${(latest as Response | null)?.status()} as written`
    const look = async () => [...(await markupProblems(html)), ...(await tooWide(page))]
    await lookOnce(kind, look, problems)
  })
}

async function tooWide(page: Page): Promise<string[]> {
  return (await sidewaysScroll(page)) > 0 ? ['wider than 390'] : []
}

function kindOf(url: string): string {
  const { host, pathname } = new URL(url)
  return `${host.split(':')[0]}${pathname.replace(/[0-9a-f-]{36}/g, ':id')}`
}

function formsOf(folder: string): string[] {
  const root = resolve(import.meta.dirname, '../..', folder)
  const source = globSync('**/*.{ts,tsx}', { cwd: root })
    .map((file) => readFileSync(resolve(root, file), 'utf8'))
    .join('')
  return [...source.matchAll(/app\.post\(\s*'([^']+)'/g)].map(([, path = '']) => path)
}

function isSent(path: string, sent: ReadonlySet<string>): boolean {
  const pattern = new RegExp(`^${path.replace(/:\w+/g, '[0-9a-f-]{36}')}$`)
  return [...sent].some((one) => pattern.test(one))
}
