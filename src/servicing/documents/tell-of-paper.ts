import type { NoticeTemplate } from '#src/identity/messages/message-names.ts'
import { insertAccountMessages } from '#src/store/accounts/account-messages.ts'
import type { Tx } from '#src/store/database.ts'
import { obligorsToTell } from '../closing/obligors-to-tell.ts'
import type { ServicingContext } from '../context.ts'
import { tellOutside } from '../messages/tell-outside.ts'

/** That a paper is there: in the portal, and by mail and text as each of them chose. */
export async function tellOfPaper(
  ctx: ServicingContext,
  tx: Tx,
  of: {
    readonly accountId: string
    readonly template: NoticeTemplate
    readonly parameters: Readonly<Record<string, string>>
    /** Only reminders can be left off. */
    readonly about?: 'receipt' | 'reminder'
  },
): Promise<void> {
  const { accountId, template, parameters, about = 'reminder' } = of
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
      ...{ owner: { accountId, obligorId }, template, parameters, about },
    })
}
