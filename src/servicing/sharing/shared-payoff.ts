// What a dealer or an insurer sees by a link: the owner's own quote of the day, for which vehicle,
// and how the title stands. No name, no address, no number of the account.

import { assert } from '#src/domain/assert.ts'
import type { CivilDate } from '#src/domain/calendar.ts'
import { accepted, type Outcome, refused } from '#src/domain/refusal.ts'
import { paymentDates } from '#src/domain/rules/payment-dates.ts'
import { readOwnedAccount } from '#src/store/accounts/owned-account.ts'
import type { PayoffLink } from '#src/store/sharing/payoff-links.ts'
import { businessDay, payableDates } from '../business-day.ts'
import { calendarOn } from '../lender-rules.ts'
import { type PayoffView, quotePayoff } from '../quote-payoff.ts'
import type { SharingContext } from './sharing-context.ts'

export type SharedVehicle = {
  /** "2023 Larkfield Tern Hybrid" */
  readonly name: string
  /** Last seven; null where none is known. */
  readonly vinEnding: string | null
}

export type SharedPayoff = {
  readonly vehicle: SharedVehicle
  readonly quoted: PayoffView
  /** When money that counts on the day asked for has cleared: the lien is released after it. */
  readonly cleared: CivilDate
  /** The vehicle of a charged-off loan may be sold already. */
  readonly title: 'lien' | 'chargedOff'
}

/** `on` null: the first day on which money can arrive. Refuses what the owner's quote refuses. */
export async function sharedPayoff(
  ctx: SharingContext,
  link: PayoffLink,
  asked: { readonly on: CivilDate | null },
): Promise<Outcome<SharedPayoff>> {
  const { accountId, obligorId, loginId } = link
  const today = await businessDay(ctx.db)
  const on = asked.on ?? payableDates(ctx, today).first
  const by = { kind: 'system', id: 'payoff link' } as const
  const quoted = await quotePayoff(ctx, { accountId, obligorId, loginId }, { on, by })
  if (!quoted.ok) return refused(quoted.refusal)
  const calendar = calendarOn(ctx.lender, today)
  return accepted({
    vehicle: await vehicleOf(ctx, link),
    quoted: quoted.value,
    cleared: paymentDates(on, { today, calendar }).cleared,
    title: quoted.value.payoff.chargedOff > 0 ? 'chargedOff' : 'lien',
  })
}

export async function vehicleOf(
  ctx: Pick<SharingContext, 'db' | 'vault'>,
  link: Pick<PayoffLink, 'accountId' | 'obligorId'>,
): Promise<SharedVehicle> {
  const owned = await readOwnedAccount(ctx.db, ctx.vault, link)
  assert(owned, 'a link is one of an obligor, and an account has a vehicle')
  const { modelYear, make, model, vin } = owned.vehicle
  return {
    name: [modelYear, make, model].filter(Boolean).join(' '),
    vinEnding: vin === null ? null : `${vin.slice(-7, -4)} ${vin.slice(-4)}`,
  }
}
