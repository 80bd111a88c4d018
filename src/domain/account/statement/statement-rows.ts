// The rows of a statement: what each fact moved, oldest first, of a loan or of a lease.
import type { CivilDate } from '../../calendar.ts'
import { type Cents, minus, ZERO_CENTS } from '../../money.ts'
import { type ActivityFact, bareFact, struckFact } from '../activity-row.ts'
import type { AccountEvent } from '../event.ts'
import type { AccountLedger, Step } from '../ledger.ts'
import {
  leaseParts,
  leaseStated,
  loanParts,
  loanStated,
  PARTS,
  type Stated,
} from './statement-standing.ts'

/** `begins`: the contract began on our books; `extraPayment`: all of it went to principal. */
export type LineName =
  | Exclude<ActivityFact['kind'], 'boarded'>
  | 'begins'
  | 'takenOver'
  | 'extraPayment'

export type StatedRow = {
  readonly on: CivilDate
  readonly name: LineName
  readonly amount: Cents | null
  readonly parts: readonly Cents[] | null
  /** The balance after it; null where it does not count. */
  readonly after: Cents | null
  readonly before: Stated | null
  readonly moved: Stated | null
  readonly by: 'payments' | 'charges' | 'other'
  readonly isPaid: boolean
  /** Of the event, or of what struck it out. */
  readonly seq: number
}

/** Everything with an effective date up to `on`, what did not count included. */
export function statedRows(
  ledger: AccountLedger,
  events: readonly AccountEvent[],
  on: CivilDate,
): StatedRow[] {
  const counted = rowsThatCount(ledger)
  const ids = new Set(counted.map(({ id }) => id))
  const byId = new Map(events.map((event) => [event.id, event]))
  const struck = events.flatMap((reversal) => {
    if (reversal.payload.kind !== 'reversal') return []
    const event = byId.get(reversal.payload.of)
    return event && event.effectiveDate <= on && !ids.has(event.id)
      ? [struckRow(event, reversal)]
      : []
  })
  const order = (a: StatedRow, b: StatedRow) => (a.on < b.on ? -1 : a.on > b.on ? 1 : 0)
  return [...counted.map(({ row }) => row), ...struck].sort(order)
}

type Counted = { readonly id: string; readonly row: StatedRow }

function rowsThatCount(ledger: AccountLedger): Counted[] {
  const { start } = ledger.contract
  const width = PARTS[ledger.product].length
  return ledger.product === 'loan'
    ? ledger.steps.map(({ event, before, after, split }) =>
        countedRow(event, start, {
          before: loanStated(before),
          after: loanStated(after),
          parts: split && loanParts(split),
          isExtra: isExtra({ event, before, after }),
          width,
        }),
      )
    : ledger.steps.map(({ event, before, after, split }) =>
        countedRow(event, start, {
          before: leaseStated(before),
          after: leaseStated(after),
          parts: split && leaseParts(split),
          width,
        }),
      )
}

function countedRow(
  event: AccountEvent,
  start: CivilDate,
  of: {
    before: Stated
    after: Stated
    parts: readonly Cents[] | null
    width: number
    isExtra?: boolean
  },
): Counted {
  const fact = bareFact(event)
  const { kind, amount, effectiveDate: on } = fact
  const begins = on <= start ? 'begins' : 'takenOver'
  const name = kind === 'boarded' ? begins : of.isExtra ? 'extraPayment' : kind
  const by = PAID.has(kind) ? 'payments' : CHARGES.has(kind) ? 'charges' : 'other'
  const { before, after } = of
  const row = {
    on,
    name,
    amount: kind === 'boarded' ? null : amount,
    parts: fact.released ? heldOnly(of.width, amount ?? ZERO_CENTS) : of.parts,
    after: after.balance,
    before,
    moved: {
      balance: minus(after.balance, before.balance),
      charges: minus(after.charges, before.charges),
    },
    by,
    isPaid: PAID.has(kind),
    seq: event.seq,
  } as const
  return { id: event.id, row }
}

function isExtra({ event, before, after }: Pick<Step, 'event' | 'before' | 'after'>): boolean {
  const { payload } = event
  if (payload.kind !== 'payment' || before.chargedOff !== null) return false
  return payload.toCharges === 0 && after.counted === before.counted
}

/** Money that left suspense: no other part moved. */
function heldOnly(width: number, amount: Cents): readonly Cents[] {
  return Array.from({ length: width }, (_, at) => (at === width - 1 ? amount : ZERO_CENTS))
}

// What the screen counts as paid and as charged.
const PAID: ReadonlySet<string> = new Set(['payment', 'reportedMonth', 'proceeds', 'release'])
const CHARGES: ReadonlySet<string> = new Set(['fee', 'lateCharge'])

function struckRow(event: AccountEvent, reversal: AccountEvent): StatedRow {
  const { kind, amount, effectiveDate: on } = struckFact(event, reversal)
  return {
    on,
    name: kind === 'boarded' ? 'takenOver' : kind,
    amount,
    parts: null,
    after: null,
    before: null,
    moved: null,
    by: 'other',
    isPaid: false,
    seq: reversal.seq,
  }
}
