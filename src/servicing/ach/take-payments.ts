import type { CivilDate } from '#src/domain/calendar.ts'
import { lockAccounts } from '#src/store/accounts/lock-accounts.ts'
import { readPaymentsToSend } from '#src/store/payments/payments-to-send.ts'
import type { ServicingContext } from '../context.ts'
import { askAutopay } from './ask-autopay.ts'
import { decidePayments } from './decide-payments.ts'
import { saveDecided } from './save-decided.ts'

/**
 * Takes the payments of some accounts into the file of a cutoff, in one transaction and under the
 * accounts' locks: each is looked at once more, and goes into the file or is not sent, which its
 * obligor is told. Once the file is numbered nothing is done: they wait for the next one.
 */
export async function takePayments(
  ctx: ServicingContext,
  of: { accountIds: readonly string[]; sentOn: CivilDate; modifier: string },
): Promise<void> {
  await ctx.db.transaction().execute(async (tx) => {
    const held = await lockAccounts(tx, of.accountIds)
    const asked = { accountIds: of.accountIds, through: of.sentOn }
    const found = await readPaymentsToSend(tx, ctx.vault, asked)
    const own = found.map(({ payment }) => payment).filter(({ autopayId }) => autopayId !== null)
    const accounts = await askAutopay(ctx, tx, { accounts: held, payments: own })
    const payments = own.length > 0 ? await readPaymentsToSend(tx, ctx.vault, asked) : found
    const decided = await decidePayments(ctx, tx, { accounts, payments })
    await saveDecided(ctx, tx, { ...of, decided })
  })
}
