import type { CivilDate } from '#src/domain/calendar.ts'
import { type ReturnAction, returnRule } from '#src/domain/rules/ach-returns.ts'
import { readObligors } from '#src/store/accounts/obligors.ts'
import type { Tx } from '#src/store/database.ts'
import type { KnownFunding } from '#src/store/payments/funding-changes.ts'
import type { Payment } from '#src/store/payments/payment-row.ts'
import type { ServicingContext } from '../context.ts'
import { tellOutside } from '../messages/tell-outside.ts'
import { tellObligor } from '../tell-obligor.ts'

/**
 * Tells whose payment it was that it came back and why, in the portal and outside; every other
 * obligor learns only that it came back.
 */
export async function tellOfReturn(
  ctx: ServicingContext,
  tx: Tx,
  of: {
    readonly payment: Payment
    readonly code: string
    /** When the next try settles. */
    readonly retryOn: CivilDate | null
  },
): Promise<void> {
  const { payment, retryOn } = of
  const { accountId, id: paymentId, confirmation, amount, effectiveDate: effective } = payment
  const shared = { paymentId, confirmation, amount: String(amount), effective }
  for (const { id: obligorId } of await readObligors(tx, ctx.vault, accountId)) {
    const owner = { accountId, obligorId }
    const isOwn = obligorId === payment.obligorId
    const reason = reasonOf(of.code)
    await tellObligor(ctx, tx, {
      owner,
      template: isOwn ? (retryOn ? 'paymentRetried' : 'paymentReturned') : 'paymentReturnedShared',
      parameters: {
        ...shared,
        ...(isOwn && { reason }),
        ...(isOwn && retryOn !== null && { withdrawn: retryOn }),
      },
    })
    if (isOwn && returnRule(of.code).action !== 'deceased')
      await tellOutside(ctx, tx, { owner, template: 'paymentReturned', about: 'receipt' })
  }
}

/** Tells the owner of a bank account that it was stopped, or that its numbers are others now. */
export async function tellOfBankAccount(
  ctx: ServicingContext,
  tx: Tx,
  of: {
    readonly accountId: string
    readonly funding: KnownFunding
    readonly template: 'bankAccountStopped' | 'bankAccountCorrected' | 'bankAccountRefused'
    readonly code: string
  },
): Promise<void> {
  const { accountId, funding, template, code } = of
  const { obligorId, kind, lastFour, bankName } = funding
  const owner = { accountId, obligorId }
  const parameters = { kind, lastFour, bankName, reason: reasonOf(code) }
  await tellObligor(ctx, tx, { owner, template, parameters })
  if (returnRule(code).action !== 'deceased')
    await tellOutside(ctx, tx, { owner, template, about: 'receipt' })
}

/** What a customer reads in place of a code. */
function reasonOf(code: string): string {
  if (code === 'fraud') return 'notUsable'
  return REASONS[returnRule(code).action] ?? 'other'
}

const REASONS: Partial<Record<ReturnAction, string>> = {
  represent: 'funds',
  stop: 'stopped',
  revoke: 'notAuthorized',
  fixAccount: 'accountWrong',
}
