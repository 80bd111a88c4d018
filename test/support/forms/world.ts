// Whom a walk is about, and what stands outside the page: the mailbox, the papers, the clock.
import assert from 'node:assert/strict'
import type { Page } from 'playwright-core'
import { date } from '#src/domain/calendar.ts'
import { waitingCode } from '#test/support/codes.ts'
import { appCode } from '#test/support/oracle-totp.ts'
import { signIn, tokenOf } from '#test/support/pages.ts'
import { PASSWORD, PORTAL_DAY, type ServedPortal } from '#test/support/served-portal.ts'
import type { Hand } from './hand.ts'

const BEFORE = date('2026-11-23')

export type World = ReturnType<typeof worldOf>

export function worldOf(portal: ServedPortal) {
  const storyOf = (username: string | null) => {
    const story = portal.stories.find(({ usernames }) =>
      username === null ? usernames.length === 0 : usernames.includes(username),
    )
    assert.ok(story)
    return { story, obligor: username === null ? 0 : story.usernames.indexOf(username) }
  }
  const world = {
    portal,
    pass: (seconds: number) => portal.clock.pass(seconds),
    /** Both factors shown a moment ago; answers with the address of their account. */
    enter: async (hand: Hand, username: string): Promise<string> => {
      await hand.page.context().clearCookies({ name: '__Host-kt' })
      await signIn(hand.page, username)
      return new URL(hand.page.url()).pathname
    },
    /** Another session of theirs. */
    enterElsewhere: (username: string) => tokenOf(portal, username),
    /** What stands in a contract; null: of the one that nobody has registered. */
    papers: (username: string | null) => {
      const { story, obligor } = storyOf(username)
      const { record } = story
      return {
        accountNumber: record.accountNumber,
        lastFour: record.obligors[obligor]?.identityNumber.slice(-4) ?? '',
        vin: record.vehicle.vin ?? '',
      }
    },
    code: () => waitingCode(portal.ctx),
    /** Of the account at this address: the newest, and another of its owner, not the default. */
    bankAccounts: async (base: string) => {
      const rows = await portal.db
        .selectFrom('funding_account')
        .select(['id', 'obligor_id', 'is_default', 'state'])
        .where('account_id', '=', base.split('/').at(-1) ?? '')
        .orderBy('id', 'desc')
        .execute()
      const [added] = rows
      const other = rows.find(
        (row) =>
          row.obligor_id === added?.obligor_id && !row.is_default && row.state === 'verified',
      )
      return { added: added?.id ?? '', other: other?.id ?? '' }
    },
    /** The two small deposits are there. */
    depositsCame: (id: string) =>
      portal.db
        .updateTable('funding_check')
        .set({ started_on: BEFORE, send_on: BEFORE, settles_on: PORTAL_DAY })
        .where('funding_account_id', '=', id)
        .execute(),
    /** Nobody typed them in time: another check may begin. */
    checkEnded: async (id: string) => {
      await portal.db
        .updateTable('funding_check')
        .set({ state: 'failed', reason: 'expired' })
        .where('funding_account_id', '=', id)
        .execute()
      await portal.db
        .updateTable('funding_account')
        .set({ state: 'failed', state_reason: 'expired' })
        .where('id', '=', id)
        .execute()
    },
    /** Has a code sent and types it; a code that is missing is asked for first. */
    confirm: async (hand: Hand, action: string, leadsTo: RegExp, before?: () => Promise<void>) => {
      await hand.send(`${action}/code`, new RegExp(`^${action}`))
      await hand.refused(action)
      await hand.fill({ code: await world.code() })
      await before?.()
      await hand.send(action, leadsTo)
    },
    password: async (hand: Hand, username: string, password = PASSWORD) => {
      await hand.fill({ username, password })
      await hand.send('/sign-in', /^\/confirm/)
    },
    /** The key that the page shows, for an app to make codes of. */
    secret: async (page: Page) => (await page.locator('.k-secret-text').textContent()) ?? '',
    appCode: (secret: string) => appCode(secret, portal.clock.now()),
  }
  return world
}
