// The demo's book with people of the desk who move money on it.
import { readConfig } from '#src/config.ts'
import { type CivilDate, date } from '#src/domain/calendar.ts'
import { cents } from '#src/domain/money.ts'
import type { MoneyAnswer, MoneyOrder } from '#src/domain/orders/money-order.ts'
import { askPolicy, type DeskAction, type StaffPermit } from '#src/identity/staff/staff-policy.ts'
import type { StaffSession } from '#src/identity/staff/staff-sessions.ts'
import type { LenderFile } from '#src/lender-file.ts'
import { askForMoney } from '#src/servicing/posting/ask-for-money.ts'
import { decideRequest } from '#src/servicing/posting/decide-request.ts'
import type { PostingContext } from '#src/servicing/posting/posting-context.ts'
import type { StaffRole } from '#src/store/staff/staff.ts'
import { newTestId } from './database.ts'
import { movableClock, visit } from './identity-world.ts'
import { plantedBook } from './planted-book.ts'
import { staffWorld } from './staff-world.ts'

export type PostingWorld = Awaited<ReturnType<typeof postingWorld>>
export type Person = { readonly session: StaffSession; readonly staffId: string }

export const TODAY = date('2026-11-24')

/** Alone: 500.00 on an account in seven days, 800.00 in a day. */
export async function postingWorld(numbers: readonly string[]) {
  const book = await plantedBook({ today: TODAY, now: '2026-11-24T16:48:00.000Z', numbers })
  const clock = movableClock()
  const lender = withLimits(readConfig({}).lender)
  const ctx: PostingContext = { ...book.ctx, lender, wallClock: clock }
  const staff = staffWorld(book.database, clock)
  let people = 0
  const may = <A extends DeskAction>({ session }: Person, action: A): StaffPermit<A> => {
    const answer = askPolicy({ session, visit: visit(), now: clock.now() }, action)
    if (answer.is !== 'may') throw new Error(`${action}: ${answer.is}`)
    return answer.permit
  }
  const ask = (by: Person, order: MoneyOrder, formKey = newTestId()) =>
    askForMoney(ctx, { permit: may(by, 'askMoney'), order, reason: 'Asked for in a test', formKey })
  return {
    book,
    ctx,
    clock,
    staff,
    may,
    ask,
    person: (role: StaffRole): Promise<Person> => {
      people += 1
      return staff.person(`${role}.${people}@desk.example`, role)
    },
    asked: async (by: Person, order: MoneyOrder) => valueIn(await ask(by, order)),
    approve: (by: Person, requestId: string) =>
      decideRequest(ctx, { as: 'approve', permit: may(by, 'decideMoney'), requestId, note: null }),
    alone: (by: Person, requestId: string) =>
      decideRequest(ctx, { as: 'alone', permit: may(by, 'carryOutMoney'), requestId, note: null }),
    refuse: (by: Person, requestId: string) =>
      decideRequest(ctx, { as: 'refuse', permit: may(by, 'decideMoney'), requestId, note: 'No.' }),
    withdraw: (by: Person, requestId: string) =>
      decideRequest(ctx, { as: 'withdraw', permit: may(by, 'askMoney'), requestId, note: null }),
    close: () => book.close(),
  }
}

export function valueIn<T>(answer: MoneyAnswer<T>): T {
  if (!answer.ok) throw new Error(answer.refusal.code)
  return answer.value
}

/** Why not; null where it was done. */
export function whyNot(answer: MoneyAnswer<unknown>): string | null {
  return answer.ok ? null : answer.refusal.code
}

let checks = 1000

export function check(
  accountId: string,
  amount: number,
  effectiveDate: CivilDate = TODAY,
): MoneyOrder & { kind: 'post' } {
  checks += 1
  const reference = String(checks)
  const of = { accountId, amount: cents(amount), effectiveDate }
  return { kind: 'post', ...of, channel: 'mail', reference }
}

function withLimits(lender: LenderFile): LenderFile {
  const deskLimits = {
    ...{ aloneOnAccount: 50_000, aloneInDay: 80_000 },
    ...{ backDatedDays: 30, requestDays: 5 },
  }
  const servicing = lender.rules.servicing.map((version) => ({ ...version, deskLimits }))
  return { ...lender, rules: { ...lender.rules, servicing } }
}
