// Who owes on an account, its vehicle, and its payments with what became of each.
import { type PaymentStanding, paymentStanding } from '#src/domain/account/payment-standing.ts'
import type { CivilDate } from '#src/domain/calendar.ts'
import { readObligors } from '#src/store/accounts/obligors.ts'
import { readVehicles, type Vehicle } from '#src/store/accounts/vehicles.ts'
import type { Db } from '#src/store/database.ts'
import type { Payment } from '#src/store/payments/payment-row.ts'
import { readPayments } from '#src/store/payments/payments.ts'
import type { ServicingContext } from '../context.ts'

export type AccountFacts = {
  readonly vehicle: Vehicle | null
  /** Who owes, by id: their names. */
  readonly people: ReadonlyMap<string, { readonly name: string; readonly role: 'primary' | 'co' }>
  /** Newest first. */
  readonly payments: readonly (Payment & { readonly standing: PaymentStanding })[]
}

/** As of the end of `today`. */
export async function accountFacts(
  ctx: Pick<ServicingContext, 'vault'>,
  db: Db,
  of: { readonly accountId: string; readonly today: CivilDate },
): Promise<AccountFacts> {
  const { accountId, today } = of
  const payments = await readPayments(db, accountId)
  const obligors = await readObligors(db, ctx.vault, accountId)
  const vehicles = await readVehicles(db, [accountId])
  return {
    vehicle: vehicles.get(accountId) ?? null,
    people: new Map(
      obligors.map(({ id, details: { givenName, familyName, role } }) => {
        return [id, { name: `${givenName} ${familyName}`, role }]
      }),
    ),
    payments: payments.flatMap((payment) => {
      const { state } = payment
      // The payment by card of the same id says what became of it.
      if (state === 'charged') return []
      const fate = { ...payment, state, cleared: payment.clearedDate }
      return [{ ...payment, standing: paymentStanding(fate, today) }]
    }),
  }
}
