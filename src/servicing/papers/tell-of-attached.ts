import type { AttachedKind } from '#src/domain/attached-kinds.ts'
import { insertAccountMessages } from '#src/store/accounts/account-messages.ts'
import type { Tx } from '#src/store/database.ts'
import { obligorsToTell } from '../closing/obligors-to-tell.ts'
import type { ServicingContext } from '../context.ts'
import { tellOutside } from '../messages/tell-outside.ts'

/** That a paper was attached or removed: in the portal to who may see it, and by mail. */
export async function tellOfAttached(
  ctx: ServicingContext,
  tx: Tx,
  of: {
    readonly accountId: string
    /** Who alone sees it; null: everybody who owes. */
    readonly obligorId: string | null
    readonly kind: AttachedKind
    readonly template: 'paperAttached' | 'paperRemoved'
  },
): Promise<void> {
  const { accountId, template, kind } = of
  const all = (await obligorsToTell(tx, [accountId])).get(accountId) ?? []
  const told = all.filter((id) => of.obligorId === null || id === of.obligorId)
  const parameters = { paper: kind }
  const sentAt = ctx.clock.now()
  await insertAccountMessages(
    tx,
    told.map((obligorId) => {
      return { accountId, id: ctx.newId(), obligorId, template, parameters, sentAt }
    }),
  )
  for (const obligorId of told)
    await tellOutside(ctx, tx, { owner: { accountId, obligorId }, template, about: 'receipt' })
}
