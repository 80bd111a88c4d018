// What an obligor is told about a payment of their own by card, in the portal and by mail.
import { contactsOf } from '#src/identity/factors/contacts.ts'
import type { CardTemplate } from '#src/identity/messages/message-names.ts'
import { sendNotices } from '#src/identity/messages/send-messages.ts'
import type { CardPayment } from '#src/store/cards/card-payments.ts'
import type { Tx } from '#src/store/database.ts'
import { findLoginOfObligor } from '#src/store/logins/logins.ts'
import type { ServicingContext } from '../context.ts'
import { tellObligor } from '../tell-obligor.ts'

export async function tellOfCard(
  ctx: ServicingContext,
  tx: Tx,
  of: { readonly payment: CardPayment; readonly template: CardTemplate },
): Promise<void> {
  const { payment, template } = of
  const { accountId, obligorId, confirmation, amount } = payment
  const owner = { accountId, obligorId }
  const effective = payment.effectiveDate ?? payment.askedOn
  const parameters = {
    ...{ cardPaymentId: payment.id, confirmation, amount: String(amount), effective },
  }
  await tellObligor(ctx, tx, { owner, template, parameters })
  const loginId = await findLoginOfObligor(tx, owner)
  if (loginId === null) return
  const contacts = await contactsOf(tx, ctx.vault, [owner])
  const mailboxes = contacts.filter(({ method }) => method === 'email')
  await sendNotices(tx, ctx, { loginId, template, parameters, contacts: mailboxes })
}
