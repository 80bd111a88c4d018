// What several pages of money share: their places, the way to a customer, a code in plain words.
import type { Hono } from 'hono'
import * as z from 'zod'
import type { CivilDate } from '#src/domain/calendar.ts'
import { type Cents, cents } from '#src/domain/money.ts'
import { primaryObligorOf } from '#src/store/ach/desk-returns.ts'
import { Segment } from '#src/ui/segment.tsx'
import { formatDate, formatMoney } from '#src/words/format.ts'
import type { DeskContext, DeskEnv } from '../desk-context.ts'
import { tellPage } from '../desk-errors.tsx'
import { permitted } from '../permitted.ts'

export type MoneyPart = 'files' | 'returns' | 'tasks' | 'payments' | 'requests'

const PLACES: Readonly<Record<MoneyPart, string>> = {
  files: '/money',
  returns: '/money/returns',
  tasks: '/money/tasks',
  payments: '/money/payments',
  requests: '/money/requests',
}

export function MoneyParts({ c, current }: { c: DeskContext; current: MoneyPart }) {
  const w = c.get('words').desk.money
  const options = (Object.keys(PLACES) as MoneyPart[]).map((key) => {
    return { key, label: w[key], href: PLACES[key] }
  })
  return <Segment label={w.parts} options={options} current={current} />
}

/** An account named on these pages: its first borrower's page, which writes down who looks. */
export function registerMoneyAccount(app: Hono<DeskEnv>): void {
  app.get(
    '/money/accounts/:account',
    permitted('seeCustomer', () => '/money', openCustomer),
  )
}

async function openCustomer(c: DeskContext): Promise<Response> {
  const account = z.uuid().safeParse(c.req.param('account'))
  if (!account.success) return tellPage(c, 'notFound', 404)
  const obligor = await primaryObligorOf(c.get('desk').db, account.data)
  if (obligor === null) return tellPage(c, 'notFound', 404)
  return c.redirect(`/customers/${account.data}/${obligor}`, 303)
}

export function AccountLink({ c, accountId }: { c: DeskContext; accountId: string }) {
  return <a href={`/money/accounts/${accountId}`}>{c.get('words').desk.money.account}</a>
}

export function codeWords(c: DeskContext, code: string): string {
  const w = c.get('words').desk.money
  return w.codes[code] ?? w.unknownCode
}

export function writers(c: DeskContext) {
  const locale = c.get('locale')
  return {
    day: (on: CivilDate) => formatDate(on, locale, 'shortDated'),
    money: (amount: number): string => formatMoney(cents(amount) as Cents, locale),
  }
}
