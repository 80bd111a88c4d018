// A page of the browser that remembers what it complained about.
import type { Browser, BrowserContext, Page } from 'playwright-core'
import { signedInToken, waitingCode } from './codes.ts'
import type { ServedPortal } from './served-portal.ts'

export type PageLook = {
  readonly width?: number
  readonly script?: 'on' | 'off'
  readonly scheme?: 'light' | 'dark'
}

export type WatchedPage = {
  readonly context: BrowserContext
  readonly page: Page
  /** Console errors and warnings, exceptions, failed requests and requests to anywhere else. */
  readonly complaints: string[]
  readonly close: () => Promise<void>
}

const portals = new WeakMap<Page, ServedPortal>()

/** A browser of its own, as to cookies. */
export async function openPage(
  browser: Browser,
  portal: ServedPortal,
  look: PageLook = {},
): Promise<WatchedPage> {
  const { width = 1280, script = 'on', scheme = 'light' } = look
  const context = await browser.newContext({
    baseURL: portal.origin,
    viewport: { width, height: width < 640 ? 844 : 900 },
    javaScriptEnabled: script === 'on',
    colorScheme: scheme,
    // Otherwise a color is looked at on its way to another.
    reducedMotion: 'reduce',
  })
  context.setDefaultTimeout(15_000)
  const complaints: string[] = []
  context.on('console', (message) => {
    if (['error', 'warning'].includes(message.type())) complaints.push(message.text())
  })
  context.on('weberror', (thrown) => complaints.push(String(thrown.error())))
  context.on('request', (request) => {
    if (!request.url().startsWith(portal.origin)) complaints.push(`asked ${request.url()}`)
  })
  const page = await context.newPage()
  portals.set(page, portal)
  return { context, page, complaints, close: () => context.close() }
}

/**
 * Ends on the person's overview, or on the choice of their accounts. Both factors are taken as
 * shown: signing in itself has tests of its own.
 */
export async function signIn(page: Page, username: string): Promise<void> {
  const portal = portals.get(page)
  if (!portal) throw new Error('the page was not opened by openPage')
  const value = await tokenOf(portal, username)
  const cookie = {
    name: '__Host-kt',
    value,
    url: portal.origin.replace('http:', 'https:'),
    secure: true,
    httpOnly: true,
  }
  await page.context().addCookies([{ ...cookie, sameSite: 'Lax' }])
  await page.goto('/accounts')
  await page.waitForURL(/\/accounts/)
}

/** The session cookie of a person, both factors shown. */
export function tokenOf(portal: ServedPortal, username: string): Promise<string> {
  const { db, vault, clock, newId } = portal.ctx
  return signedInToken({ db, vault, clock, newId, limits: portal.config.session }, username)
}

/** Has a code sent and types it. */
export async function typeCode(page: Page): Promise<void> {
  const portal = portals.get(page)
  if (!portal) throw new Error('the page was not opened by openPage')
  await page.getByRole('button', { name: 'Send the code' }).click()
  await page.getByLabel('Code', { exact: true }).fill(await waitingCode(portal.ctx))
  await page.getByRole('button', { name: 'Continue' }).click()
}
