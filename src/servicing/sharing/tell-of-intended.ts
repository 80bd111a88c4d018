// What is told of a payoff that somebody said will come: to the owner in the portal and by mail,
// and to the payer by mail where they agreed to it.
import type { Cents } from '#src/domain/money.ts'
import type { Tx } from '#src/store/database.ts'
import { type IntendedPayoff, openPayerContact } from '#src/store/sharing/intended-payoffs.ts'
import type { ServicingContext } from '../context.ts'
import { mailOutsider } from '../messages/mail-outsider.ts'
import { tellOutside } from '../messages/tell-outside.ts'
import { tellObligor } from '../tell-obligor.ts'
import { vehicleOf } from './shared-payoff.ts'

type Told = Pick<IntendedPayoff, 'accountId' | 'obligorId' | 'payer' | 'amount' | 'expectedOn'>

export type IntendedTemplate = 'dealerPaying' | 'payoffLate' | 'payoffShort' | 'payoffArrived'

export async function tellOfIntended(
  ctx: ServicingContext,
  tx: Tx,
  of: {
    readonly intended: Told
    readonly template: IntendedTemplate
    readonly missing?: Cents
  },
): Promise<void> {
  const { intended, template, missing } = of
  const { accountId, obligorId } = intended
  const owner = { accountId, obligorId }
  const parameters = factsOf(intended, missing)
  await tellObligor(ctx, tx, { owner, template, parameters })
  await tellOutside(ctx, tx, { owner, template, parameters, about: 'receipt' })
}

/** Says which vehicle, and nothing of the person. */
export async function tellPayer(
  ctx: ServicingContext,
  tx: Tx,
  of: {
    readonly intended: IntendedPayoff
    readonly template: 'payerLate' | 'payerShort'
    readonly missing?: Cents
  },
): Promise<void> {
  const { intended, template, missing } = of
  const contact = openPayerContact(ctx.vault, intended)
  if (!contact) return
  const { name: vehicle } = await vehicleOf({ ...ctx, db: tx }, intended)
  await mailOutsider(tx, ctx, {
    template,
    addressee: { ...contact, code: null },
    parameters: { ...factsOf(intended, missing), vehicle },
  })
}

function factsOf({ payer, amount, expectedOn }: Told, missing: Cents | undefined) {
  return {
    ...{ payer, amount: String(amount), effective: expectedOn },
    ...(missing !== undefined && { missing: String(missing) }),
  }
}
