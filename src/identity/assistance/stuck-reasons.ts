// Why a customer does not get in, as far as we can know: what to tell them on the phone.
import type { LaneState } from '../throttle.ts'
import type { Customer, LaneKind } from './customer.ts'

export type StuckReason =
  | { readonly code: 'notRegistered' }
  /** They gave it up themselves, and can register again. */
  | { readonly code: 'gaveUp'; readonly since: string }
  /** Nothing that a code could go to stands in the servicing file. */
  | { readonly code: 'noContact' }
  | { readonly code: 'recoveryRequired'; readonly since: string }
  /** No wait helps: too many failures, until a recovery or until it is ended here. */
  | { readonly code: 'closed'; readonly kind: LaneKind }
  | { readonly code: 'waiting'; readonly kind: LaneKind; readonly until: string }
  /** Wrong tries that carry no wait yet. */
  | { readonly code: 'wrong'; readonly kind: LaneKind; readonly times: number }
  /** Signs in as ever; what could take money waits. */
  | { readonly code: 'held'; readonly until: string }

const KINDS: readonly LaneKind[] = ['password', 'factor', 'codes', 'proof']

export function stuckReasons(given: {
  readonly customer: Customer
  readonly lanes: readonly (LaneState & { readonly kind: LaneKind })[]
  readonly heldUntil: string | null
  readonly now: string
}): StuckReason[] {
  const { customer, lanes, heldUntil, now } = given
  const { login, contacts, closedAt } = customer
  const reasons: StuckReason[] = []
  if (!login)
    reasons.push(closedAt ? { code: 'gaveUp', since: closedAt } : { code: 'notRegistered' })
  if (contacts.length === 0) reasons.push({ code: 'noContact' })
  if (login?.recoveryRequiredAt)
    reasons.push({ code: 'recoveryRequired', since: login.recoveryRequiredAt })
  for (const kind of KINDS)
    reasons.push(
      ...ofKind(
        kind,
        lanes.filter((lane) => lane.kind === kind),
      ),
    )
  if (heldUntil !== null && now < heldUntil) reasons.push({ code: 'held', until: heldUntil })
  return reasons
}

/** The worst of a kind says it all. */
function ofKind(kind: LaneKind, lanes: readonly LaneState[]): StuckReason[] {
  if (lanes.some(({ isClosed }) => isClosed)) return [{ code: 'closed', kind }]
  const until = lanes
    .flatMap(({ waitUntil }) => waitUntil ?? [])
    .reduce<string | null>((a, b) => (a === null || b > a ? b : a), null)
  if (until !== null) return [{ code: 'waiting', kind, until }]
  // How many codes were sent is no mistake of anybody.
  const times = kind === 'codes' ? 0 : Math.max(0, ...lanes.map(({ failures }) => failures))
  return times > 0 ? [{ code: 'wrong', kind, times }] : []
}
