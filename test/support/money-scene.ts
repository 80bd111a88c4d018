// A book whose money moved: payments with the bank, some of them back, a correction, an answer, a
// file in doubt. For the pages of the desk.
import { date } from '#src/domain/calendar.ts'
import { cents } from '#src/domain/money.ts'
import { handleReturns } from '#src/servicing/ach-returns/handle-returns.ts'
import { takeBankFile } from '#src/servicing/ach-returns/take-bank-file.ts'
import type { Owner, ServicingContext } from '#src/servicing/context.ts'
import { bankReturns } from './bank-returns.ts'
import { newTestId } from './database.ts'
import { scheduled, sentEntry, sentPayment } from './sent-payment.ts'

/** Of one account, on 2026-11-24; answers with the name of a file that the bank confirmed. */
export async function moneyScene(ctx: ServicingContext, owner: Owner): Promise<{ name: string }> {
  const send = (amount: number, sentOn: string) => sentPayment(ctx, owner, { amount, sentOn })
  const first = await send(51_234, '2026-11-19')
  const second = await send(20_000, '2026-11-19')
  for (const amount of [31_000, 32_000, 33_000]) await send(amount, '2026-11-20')
  const { fundingAccountId } = first
  for (const [day, amount] of [
    ['2026-12-01', 51_234],
    ['2026-12-04', 12_345],
    ['2026-12-04', 40_000],
  ] as const) {
    const of = { amount: cents(amount), sentOn: date(day), fundingAccountId }
    await scheduled(ctx, owner, { paymentId: newTestId(), ...of })
  }
  const refund = await sentEntry(ctx, {
    ...{ accountId: owner.accountId, fundingAccountId, paymentId: null, amount: cents(4_210) },
    ...{ sentOn: date('2026-11-20'), purpose: 'refund', direction: 'credit' },
  })
  await takes(ctx, [
    { code: 'R01', trace: first.trace, amount: 51_234 },
    { code: 'R16', trace: second.trace, amount: 20_000 },
    { code: 'R03', trace: refund.trace, amount: 4_210 },
    { code: 'R01', trace: '073000229999999', amount: 9_900 },
    { code: 'C01', trace: first.trace, corrected: '200046049996777' },
  ])
  const half = bankReturns([{ code: 'R02', trace: second.trace, amount: 20_000 }]).toString()
  const cut = Buffer.from(half.split('\n').slice(0, 4).join('\n'))
  await takeBankFile(ctx, { name: 'RETURNS-20261124-B.ach', bytes: cut })
  const { name } = await ctx.db
    .selectFrom('ach_file')
    .select('name')
    .orderBy('sent_on', 'desc')
    .executeTakeFirstOrThrow()
  const answer = `KEYTURN-ACK 1\nfile: ${name}\nstatus: accepted\nentries: 1\ndebits: 10.00\n`
  await takeBankFile(ctx, { name: 'ACK-20261124.txt', bytes: Buffer.from(answer) })
  return { name: name ?? '' }
}

async function takes(ctx: ServicingContext, backs: Parameters<typeof bankReturns>[0]) {
  const bytes = bankReturns(backs, '328')
  await takeBankFile(ctx, { name: 'RETURNS-20261124-A.ach', bytes })
  await handleReturns(ctx)
}
