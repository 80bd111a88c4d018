// What the calendar brings, told to each who owes: in the portal, by mail, and on phones whose
// owner agreed to it.
import type { AccountNotice } from '#src/domain/account/next-review.ts'
import { insertAccountMessages } from '#src/store/accounts/account-messages.ts'
import type { Tx } from '#src/store/database.ts'
import type { ServicingContext } from '../context.ts'
import { tellOutside } from '../messages/tell-outside.ts'

export type Told = { readonly accountId: string; readonly notice: AccountNotice }

export async function tellObligors(
  ctx: ServicingContext,
  tx: Tx,
  of: {
    readonly told: readonly Told[]
    /** By account. */
    readonly obligors: ReadonlyMap<string, readonly string[]>
  },
): Promise<void> {
  const sentAt = ctx.clock.now()
  const messages = of.told.flatMap(({ accountId, notice }) => {
    const { kind: template, due, amount } = notice
    const parameters = { amount: String(amount), effective: due }
    return (of.obligors.get(accountId) ?? []).map((obligorId) => {
      return { accountId, id: ctx.newId(), obligorId, template, parameters, sentAt }
    })
  })
  await insertAccountMessages(tx, messages)
  for (const { accountId, obligorId, template, parameters } of messages) {
    const owner = { accountId, obligorId }
    await tellOutside(ctx, tx, { owner, template, parameters, about: 'reminder' })
  }
}
