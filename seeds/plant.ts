// Plants the demo's book once: contracts with their histories, people who can sign in, their bank
// accounts, and a few real loans from public filings with invented people attached.
import { availableParallelism } from 'node:os'
import { assert } from '#src/domain/assert.ts'
import { type CivilDate, dateInZone } from '#src/domain/calendar.ts'
import { createPasswords } from '#src/identity/passwords.ts'
import { normalizeUsername } from '#src/identity/username.ts'
import type { Keyturn } from '#src/main.ts'
import { boardRecords } from '#src/servicing/boarding/board-records.ts'
import type { ServicingContext } from '#src/servicing/context.ts'
import { reversePayment } from '#src/servicing/reverse-payment.ts'
import { readEvents } from '#src/store/accounts/account-events.ts'
import { accountIdsAfter } from '#src/store/accounts/accounts.ts'
import { findAccountByNumber } from '#src/store/accounts/directory.ts'
import { readObligors } from '#src/store/accounts/obligors.ts'
import { insertLogin, insertLoginAccount } from '#src/store/logins/logins.ts'
import { plantAutopay } from './autopay.ts'
import { depositsToType, plantBankAccounts } from './bank-accounts.ts'
import { book } from './book.ts'
import { filedStories } from './filed.ts'
import { plantSignedContract } from './signed-contract.ts'
import type { Story } from './story.ts'

/** The password of every seeded sign-in. */
export const DEMO_PASSWORD = 'marsh-tern-estuary-41'

/** Plants an empty book; answers with what to print about it either way. */
export async function plant(keyturn: Keyturn): Promise<readonly string[]> {
  const ctx = keyturn.context('seeds')
  const today = dateInZone(ctx.clock.now(), ctx.lender.timeZone)
  const stories = [...book(today), ...(await filedStories(today))]
  const planted = await accountIdsAfter(ctx.db, { after: null, limit: 1 })
  if (planted.length === 0) {
    await plantStories(ctx, stories, today)
    await plantAutopay(ctx, today)
    await plantSignedContract(ctx, keyturn, stories)
  }
  return [...guide(stories), ...(await depositsToType(ctx)), '']
}

/** For tests: the stories of a given day on an empty book. */
export async function plantStories(
  ctx: ServicingContext,
  stories: readonly Story[],
  today: CivilDate,
): Promise<void> {
  const records = stories.map(({ record }, index) => ({ line: index + 1, record }))
  for (const { outcome, record } of await boardRecords(ctx, records, today))
    assert(outcome.kind === 'boarded', `${record.accountNumber} is boarded`)
  const stored = await hashedPassword(ctx)
  for (const story of stories) await plantPeople(ctx, story, stored)
  for (const story of stories) await plantReturns(ctx, story)
}

async function hashedPassword(ctx: ServicingContext): Promise<string> {
  const limits = { atOnce: availableParallelism(), waiting: 10 }
  const hashed = await createPasswords({ vault: ctx.vault, limits }).store(DEMO_PASSWORD)
  assert(hashed.ok, 'one password can be hashed')
  return hashed.value
}

async function plantPeople(ctx: ServicingContext, story: Story, password: string): Promise<void> {
  const { accountNumber } = story.record
  const accountId = await accountOf(ctx, accountNumber)
  const obligors = await readObligors(ctx.db, ctx.vault, accountId)
  for (const [index, username] of story.usernames.entries()) {
    const role = index === 0 ? 'primary' : 'co'
    const obligor = obligors.find(({ details }) => details.role === role)
    assert(obligor, `${username} is an obligor of ${accountNumber}`)
    const loginId = ctx.newId()
    const { locale } = obligor.details
    const createdAt = ctx.clock.now()
    const normalizedName = normalizeUsername(username)
    await ctx.db.transaction().execute(async (tx) => {
      const login = { id: loginId, username, normalizedName, password, locale, createdAt }
      await insertLogin(tx, ctx.vault, login)
      await insertLoginAccount(tx, {
        loginId,
        accountId,
        obligorId: obligor.id,
        addedAt: createdAt,
      })
    })
    const name = `${obligor.details.givenName} ${obligor.details.familyName}`
    const { banks } = story
    await plantBankAccounts(ctx, { accountId, obligorId: obligor.id }, { index, name, banks })
  }
}

async function plantReturns(ctx: ServicingContext, story: Story): Promise<void> {
  const accountId = await accountOf(ctx, story.record.accountNumber)
  const events = await readEvents(ctx.db, accountId)
  for (const day of story.returned) {
    const payment = events.find(
      (event) => event.effectiveDate === day && event.payload.kind === 'payment',
    )
    assert(payment, `a payment of ${day} to return`)
    await reversePayment(ctx, { accountId, eventId: payment.id, reason: 'return', code: 'R01' })
  }
}

async function accountOf(ctx: ServicingContext, number: string): Promise<string> {
  const accountId = await findAccountByNumber(ctx.db, ctx.vault, { kind: 'account', number })
  assert(accountId, `${number} is on the books`)
  return accountId
}

/** What the demo prints: who can sign in, and whose account is waiting to be registered. */
function guide(stories: readonly Story[]): string[] {
  const names = stories.flatMap(({ usernames, about }) =>
    usernames.map((username) => `  ${username.padEnd(16)} ${about}`),
  )
  const open = stories.flatMap(({ record, usernames }) =>
    record.obligors.slice(usernames.length).map((obligor) => {
      const { accountNumber, vehicle } = record
      const lastFour = obligor.identityNumber.slice(-4)
      return `  account ${accountNumber} · last four of SSN ${lastFour} · VIN ${vehicle.vin}`
    }),
  )
  return [
    '',
    `Sign in as (password ${DEMO_PASSWORD}):`,
    ...names,
    '',
    'Register with:',
    ...open,
    '',
  ]
}
