// People of a served desk, and what a walk through its forms is.
import assert from 'node:assert/strict'
import { randomUUIDv7 } from 'node:crypto'
import type { Page } from 'playwright-core'
import { cents } from '#src/domain/money.ts'
import { savePapersWish } from '#src/identity/profile/choose-paperless.ts'
import { printStatements } from '#src/servicing/documents/print-statements.ts'
import { postPayment } from '#src/servicing/post-payment.ts'
import { findAccountByNumber } from '#src/store/accounts/directory.ts'
import { readObligors } from '#src/store/accounts/obligors.ts'
import { readLoginAccounts } from '#src/store/logins/logins.ts'
import { insertPayoffLink } from '#src/store/sharing/payoff-links.ts'
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
    /** Who agreed to papers online alone, and gave a dealer a link. */
    caller: async (username: string) => {
      const { ctx, clock } = desk
      const login = await ctx.db
        .selectFrom('login')
        .select('id')
        .where('username', '=', username)
        .executeTakeFirstOrThrow()
      const [own] = await readLoginAccounts(ctx.db, login.id)
      assert.ok(own)
      const { accountId, obligorId } = own
      const wish = { papers: 'online', proof: 'sampleCode' } as const
      const link = randomUUIDv7()
      const key = () => Buffer.from(randomUUIDv7().replaceAll('-', '').repeat(2), 'hex')
      await ctx.db.transaction().execute(async (tx) => {
        await savePapersWish(tx, ctx, { loginId: login.id, wish })
        await insertPayoffLink(tx, {
          ...{ accountId, obligorId, loginId: login.id, id: link, kind: 'dealer' },
          ...{ givenTo: 'Harbor Street Motors', secretHash: key(), codeHash: key() },
          ...{ formHash: key(), createdAt: clock.now(), expiresAt: '2027-01-01T00:00:00.000Z' },
        })
      })
      return {
        account: `/accounts/${accountId}`,
        customer: `/customers/${accountId}/${obligorId}`,
        link,
      }
    },
    /** Of an account whose newest statement is no longer what is known: where the desk shows it. */
    outdatedStatement: async () => {
      const { ctx, papers } = desk
      assert.ok(papers)
      await printStatements({ ...ctx, ...papers })
      const [newest] = await ctx.db
        .selectFrom('document')
        .innerJoin('account', 'account.account_id', 'document.account_id')
        .select(['document.account_id', 'document.on_date'])
        .where('document.kind', '=', 'statement')
        .where('account.account_number', '=', '1048264458')
        .orderBy('document.on_date', 'desc')
        .execute()
      assert.ok(newest)
      const amount = cents(1_000)
      await postPayment(ctx, {
        ...{ accountId: newest.account_id, amount, effectiveDate: newest.on_date },
        ...{ extra: 'principal', extraAmount: amount, toCharges: cents(0) },
        ...{ channel: 'mail', paymentId: null },
      })
      return `/accounts/${newest.account_id}`
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

export type DeskWalk = {
  readonly wants: string
  readonly walk: (hand: Hand, world: DeskWorld) => Promise<void>
}
