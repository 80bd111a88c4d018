// Every form of the staff desk that works without a script.
import assert from 'node:assert/strict'
import { randomUUIDv7 } from 'node:crypto'
import type { Page } from 'playwright-core'
import { findAccountByNumber } from '#src/store/accounts/directory.ts'
import { readObligors } from '#src/store/accounts/obligors.ts'
import type { StaffRole } from '#src/store/staff/staff.ts'
import { insertStaffNotice } from '#src/store/staff/staff-notices.ts'
import { refusedFile } from '#test/support/refused-file.ts'
import type { ServedDesk } from '#test/support/served-desk.ts'
import { staffWorld } from '#test/support/staff-world.ts'
import type { Hand } from './hand.ts'

export type DeskWorld = ReturnType<typeof deskWorldOf>

export function deskWorldOf(desk: ServedDesk) {
  const staff = staffWorld(desk.ctx, desk.clock)
  let people = 0
  return {
    desk,
    staff,
    /** A new person of that role, signed in in this browser. */
    enter: async (page: Page, role: StaffRole) => {
      people += 1
      const person = await staff.person(`${role}.${people}.${randomUUIDv7()}@desk.example`, role)
      const url = desk.origin.replace('http:', 'https:')
      const cookie = { name: '__Host-kt-desk', value: person.token, url, secure: true }
      await page.context().addCookies([{ ...cookie, httpOnly: true, sameSite: 'Lax' }])
      return person
    },
    /** With one payment of Elena Marsh in it, taken back. */
    refusedFile: async () => {
      const { ctx } = desk
      const accountId = await findAccountByNumber(ctx.db, ctx.vault, {
        ...{ kind: 'account', number: '1048264417' },
      })
      assert.ok(accountId)
      const [obligor] = await readObligors(ctx.db, ctx.vault, accountId)
      assert.ok(obligor)
      return refusedFile(ctx, { accountId, obligorId: obligor.id, loginId: '' })
    },
    /** Somebody said that something was not them. */
    report: async (username: string) => {
      const { db, clock } = desk
      const { id: loginId } = await db
        .selectFrom('login')
        .select('id')
        .where('username', '=', username)
        .executeTakeFirstOrThrow()
      const notice = { id: randomUUIDv7(), kind: 'notMe', loginId, at: clock.now() } as const
      await db.transaction().execute((tx) => insertStaffNotice(tx, { ...notice, details: {} }))
    },
  }
}

type DeskWalk = {
  readonly wants: string
  readonly walk: (hand: Hand, world: DeskWorld) => Promise<void>
}

export const DESK_WALKS: readonly DeskWalk[] = [
  {
    wants: 'to find a customer and help them in',
    walk: async (hand, world) => {
      await world.enter(hand.page, 'supervisor')
      await hand.open('/customers')
      await hand.refused('/customers')
      await hand.fill({ wanted: 'marcus.odell' })
      await hand.send('/customers', /^\/customers\/.+\/.+/)
      const customer = new URL(hand.page.url()).pathname
      await hand.send(`${customer}/waits`, /done=unlocked/)
      await hand.send(`${customer}/sessions`, /done=ended/)
      await hand.send(`${customer}/recovery`, /done=started/)
    },
  },
  {
    wants: 'to note a dispute, lift it, and order a vehicle back',
    walk: async (hand, world) => {
      await world.enter(hand.page, 'supervisor')
      await hand.open('/customers')
      await hand.fill({ wanted: 'marcus.odell' })
      await hand.send('/customers', /^\/customers\/.+\/.+/)
      const account = `/accounts/${new URL(hand.page.url()).pathname.split('/')[2]}`
      await hand.follow(account)
      await hand.follow(`${account}/flags`)
      await hand.refused(`${account}/flags`)
      await hand.tick('kind', 'dispute')
      await hand.fill({ reason: 'A letter about the charge of October.' })
      await hand.send(`${account}/flags`, /done=set/)
      await hand.follow(`${account}/flags/`)
      const lifting = new URL(hand.page.url()).pathname
      await hand.refused(lifting)
      await hand.fill({ reason: 'Answered, and they agree.' })
      await hand.send(lifting, /done=lifted/)
      await hand.follow(`${account}/repossession`)
      await hand.refused(`${account}/repossession`)
      await hand.fill({ reason: 'No answer to four letters.' })
      await hand.send(`${account}/repossession`, /done=set/)
      // Nothing is left of it for whoever walks here next.
      while ((await hand.page.locator(`main a[href^="${account}/flags/"]`).count()) > 0) {
        await hand.follow(`${account}/flags/`)
        await hand.fill({ reason: 'A mistake.' })
        await hand.send(new URL(hand.page.url()).pathname, /done=lifted/)
      }
    },
  },
  {
    wants: 'to take care of a report',
    walk: async (hand, world) => {
      await world.report('elena.marsh')
      await world.enter(hand.page, 'agent')
      await hand.open('/customers')
      await hand.send('/customers/reports', /^\/customers\?done=/)
    },
  },
  {
    wants: 'to decide about files that the bank refused',
    walk: async (hand, world) => {
      const again = await world.refusedFile()
      const drop = await world.refusedFile()
      await world.enter(hand.page, 'supervisor')
      await hand.open('/money/tasks')
      await hand.follow(`/money/files/${again}`)
      await hand.send(`/money/files/${again}/again`, /decided=done/)
      await hand.open(`/money/files/${drop}`)
      await hand.send(`/money/files/${drop}/drop`, /decided=done/)
    },
  },
  {
    wants: 'to add a colleague, and another to approve and to end it',
    walk: async (hand, world) => {
      await world.enter(hand.page, 'administrator')
      await hand.open('/staff')
      await hand.follow('/staff/new')
      await hand.refused('/staff/new')
      await hand.fill({ name: 'Somebody Else', email: `${randomUUIDv7()}@desk.example` })
      await hand.tick('role', 'auditor')
      await hand.send('/staff/new', /^\/staff/)
      await world.enter(hand.page, 'administrator')
      await hand.open('/staff')
      await hand.send('/staff/approvals', /^\/staff/)
      await hand.open('/staff')
      await hand.send('/staff/links', /^\/staff/)
      await hand.open('/staff')
      await hand.send('/staff/leavers', /^\/staff/)
    },
  },
  {
    wants: 'to see their own sessions, keep their only passkey, and leave',
    walk: async (hand, world) => {
      const { device } = await world.enter(hand.page, 'auditor')
      const elsewhere = await world.staff.signIn(await world.staff.shown(device))
      assert.ok(elsewhere.ok)
      await hand.open('/you')
      await hand.send('/you/sessions', /done=ended/)
      await hand.refused('/you/passkeys/removal')
      await hand.unfold('.k-profile > summary')
      await hand.send('/sign-out', /^\/sign-in/)
    },
  },
]
