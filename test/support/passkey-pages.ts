// Pages of a browser that has an authenticator.
import type { Browser, Page } from 'playwright-core'
import { Authenticator } from './authenticator.ts'
import { openPage, type PageLook, signIn, type WatchedPage } from './pages.ts'
import type { ServedPortal } from './served-portal.ts'

export type PasskeyPage = WatchedPage & { readonly device: Authenticator }

export async function openWithDevice(
  browser: Browser,
  portal: ServedPortal,
  look: PageLook = {},
): Promise<PasskeyPage> {
  const watched = await openPage(browser, portal, look)
  return { ...watched, device: await Authenticator.of(watched.page) }
}

/** Signs in, adds a passkey of that name, and forgets the session. */
export async function enroll(page: Page, username: string, name: string): Promise<void> {
  await signIn(page, username)
  await page.goto('/security/passkeys')
  await page.getByLabel('Name of this passkey').fill(name)
  await page.getByRole('button', { name: 'Add a passkey' }).click()
  await page.waitForURL('**/security/passkeys?done=added')
  await page.context().clearCookies()
}

/** What the page would send to the path: it is held back, and never arrives. */
export async function heldBack(
  page: Page,
  path: string,
  press: () => Promise<void>,
): Promise<Record<string, string>> {
  const body = new Promise<string>((settle) => {
    page.route(`**${path}`, async (route) => {
      settle(route.request().postData() ?? '')
      await route.abort()
    })
  })
  await press()
  const fields = Object.fromEntries(new URLSearchParams(await body))
  await page.unroute(`**${path}`)
  return fields
}
