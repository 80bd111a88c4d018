import type { CivilDate } from '#src/domain/calendar.ts'
import { insertAccountMessages } from '#src/store/accounts/account-messages.ts'
import type { Tx } from '#src/store/database.ts'
import { obligorsToTell } from '../closing/obligors-to-tell.ts'
import type { ServicingContext } from '../context.ts'
import { tellOutside } from '../messages/tell-outside.ts'

/** That a statement is there: in the portal, and by mail where reminders are wanted. */
export async function tellOfStatement(
  ctx: ServicingContext,
  tx: Tx,
  of: { readonly accountId: string; readonly on: CivilDate },
): Promise<void> {
  const { accountId, on } = of
  const template = 'statementReady'
  const parameters = { effective: on }
  const told = (await obligorsToTell(tx, [accountId])).get(accountId) ?? []
  await insertAccountMessages(
    tx,
    told.map((obligorId) => {
      const sentAt = ctx.clock.now()
      return { accountId, id: ctx.newId(), obligorId, template, parameters, sentAt }
    }),
  )
  for (const obligorId of told)
    await tellOutside(ctx, tx, {
      ...{ owner: { accountId, obligorId }, template, parameters, about: 'reminder' },
    })
}
