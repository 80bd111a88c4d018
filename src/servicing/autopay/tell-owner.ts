// Tells whoever set autopay, in the portal and by e-mail, in the transaction of what it is about.
import { contactsOfPeople } from '#src/domain/account/person-contacts.ts'
import { assert } from '#src/domain/assert.ts'
import { mailAccountNotice } from '#src/identity/messages/send-messages.ts'
import { readObligor } from '#src/store/accounts/obligors.ts'
import type { Tx } from '#src/store/database.ts'
import type { ServicingContext } from '../context.ts'
import { tellObligor } from '../tell-obligor.ts'

export type OwnerNotice = {
  readonly owner: { readonly accountId: string; readonly obligorId: string }
  readonly template: string
  readonly parameters: Readonly<Record<string, string>>
}

export async function tellOwner(ctx: ServicingContext, tx: Tx, notice: OwnerNotice): Promise<void> {
  await tellObligor(ctx, tx, notice)
  // A mailbox of somebody who died is not written to; whoever signs in for them reads it.
  if (notice.template === 'autopayDeceased') return
  const obligor = await readObligor(tx, ctx.vault, notice.owner)
  assert(obligor, 'whoever set autopay is an obligor of the account')
  const { details } = obligor
  await mailAccountNotice(tx, ctx, {
    ...notice,
    addresses: contactsOfPeople([details]).email,
    locale: details.locale,
  })
}
