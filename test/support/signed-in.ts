// The portal over the demo's stories on Tuesday, November 24, 2026, 11:48 am ET, and people who
// have signed in to it.
import { date } from '#src/domain/calendar.ts'
import { signedInToken } from './codes.ts'
import { newTestId } from './database.ts'
import type { MovableClock } from './identity-world.ts'
import { plantedBook } from './planted-book.ts'
import { Browser, openPortal } from './portal.ts'

export type SignedIn = {
  readonly browser: Browser
  /** "/accounts/…" of the person's account. */
  readonly base: string
}

export type SignedInPortal = Awaited<ReturnType<typeof openSignedIn>>

/** `numbers` picks the stories, all when left out. Close it in `after`. */
export async function openSignedIn(numbers?: readonly string[]) {
  const book = await plantedBook({
    today: date('2026-11-24'),
    now: '2026-11-24T16:48:00.000Z',
    ...(numbers && { numbers }),
  })
  const clock: MovableClock = {
    now: () => book.clock.instant,
    set: (moment) => {
      book.clock.instant = moment
    },
    pass: (seconds) => {
      book.clock.instant = new Date(Date.parse(clock.now()) + seconds * 1000).toISOString()
    },
  }
  const portal = await openPortal(book.database, clock)
  return {
    book,
    portal,
    clock,
    signIn: async (username: string, number: string): Promise<SignedIn> => {
      const browser = new Browser(portal)
      const { db, vault } = book.database
      const deps = { db, vault, clock, newId: newTestId, limits: portal.config.session }
      browser.cookies.set('__Host-kt', await signedInToken(deps, username))
      const { accountId } = await book.ownerOf(number)
      return { browser, base: `/accounts/${accountId}` }
    },
    close: async () => {
      await portal.close()
      await book.close()
    },
  }
}

/** The words of a page without its tags, so that a sentence is found whatever is bold in it. */
export function wordsOf(html: string): string {
  const body = html.slice(html.indexOf('<main'))
  return body
    .replace(/<[^>]*>/g, ' ')
    .replace(/\s+([.,;:])/g, '$1')
    .replace(/\s+/g, ' ')
}
