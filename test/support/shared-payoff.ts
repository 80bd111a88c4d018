// An owner who shares a payoff, and somebody who was given the link and the code.
import assert from 'node:assert/strict'
import { Browser, type Portal } from './portal.ts'
import type { SignedIn } from './signed-in.ts'

export type Shared = { readonly path: string; readonly secret: string; readonly code: string }

/** What the page that is shown once says. */
export function sharedIn(html: string): Shared {
  const [, path = '', secret = ''] = /(\/shared\/([0-9a-f]{64}))</.exec(html) ?? []
  const [, one = '', two = ''] = /k-figure k-code">(\d{4}) (\d{4})</.exec(html) ?? []
  assert.ok(secret && two, 'a link and its code')
  return { path, secret, code: `${one}${two}` }
}

export async function share(owner: SignedIn, givenTo = 'Harbor Street Motors'): Promise<Shared> {
  const { browser, base } = owner
  const path = `${base}/payoff/links`
  const made = await browser.submit(path, { kind: 'dealer', givenTo, days: '7' })
  assert.equal(made.status, 200, made.text.slice(0, 300))
  return sharedIn(made.text)
}

/** A browser that was given the link; with the code, one that has opened it. */
export async function dealerWith(
  portal: Portal,
  { path, code }: Shared,
  way: { readonly code?: 'typed' | 'not yet'; readonly address?: string } = {},
): Promise<Browser> {
  const dealer = new Browser(portal, way.address ?? '203.0.113.20')
  const entered = await dealer.get(path)
  assert.equal(entered.status, 303)
  assert.equal(entered.headers.get('location'), '/shared')
  if (way.code === 'not yet') return dealer
  const opened = await dealer.submit('/shared/code', { code }, '/shared')
  assert.equal(opened.status, 303, opened.text.slice(0, 300))
  return dealer
}
