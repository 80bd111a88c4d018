// What a periodic statement says of an account: where it stood, what happened, where it stands.
// Opening, lines and corrections come to the closing, exactly.
// Example: opening 14,906.62, a payment of 512.55 with 254.25 to principal: closing 14,652.37.
import { assert } from '../../assert.ts'
import { type CivilDate, partsOf } from '../../calendar.ts'
import { type Cents, minus, plus, sum, ZERO_CENTS } from '../../money.ts'
import type { AmountDue } from '../../rules/installments.ts'
import type { AccountEvent } from '../event.ts'
import type { AccountLedger } from '../ledger.ts'
import { replay } from '../replay.ts'
import { type LineName, statedRows } from './statement-rows.ts'
import { PARTS, type Stated, type StatementPart, standsAt } from './statement-standing.ts'

export type StatementLine = {
  readonly on: CivilDate
  readonly name: LineName
  /** Null where no money came or was charged. */
  readonly amount: Cents | null
  /** In the order of the product's parts; null where no money came that counts. */
  readonly parts: readonly Cents[] | null
  /** Null where nothing of it counts in this period. */
  readonly after: Cents | null
}

export type StatementTotals = {
  readonly paid: Cents
  readonly parts: readonly Cents[]
  readonly charged: Cents
}

export type StatementFigures = {
  readonly product: 'loan' | 'lease'
  readonly parts: readonly StatementPart[]
  readonly opening: Stated
  readonly closing: Stated
  /** What each did to it; corrections are facts recorded since about days before. */
  readonly changes: Readonly<Record<'payments' | 'charges' | 'other' | 'corrections', Stated>>
  readonly lines: readonly StatementLine[]
  readonly totals: Readonly<Record<'period' | 'year' | 'life', StatementTotals>>
  readonly due: Omit<AmountDue, 'current'> & {
    readonly on: CivilDate | null
    readonly current: Cents
  }
  /** Where all that is due would go if it came on the due date; null where nothing is. */
  readonly next: readonly Cents[] | null
}

/**
 * The period from the day after `after` (null: from the beginning) through `on`. `printed` is the
 * closing of the statement before, and how many events it knew.
 */
export function statementOf(
  events: readonly AccountEvent[],
  period: StatementPeriod,
): StatementFigures {
  return statementIn({ events, ledger: replay(events, { through: period.on }) }, period)
}

export type StatementPeriod = {
  readonly after: CivilDate | null
  readonly on: CivilDate
  readonly printed: (Stated & { readonly events: number }) | null
}

/** The same of events whose ledger is known through the last day of the period. */
export function statementIn(
  of: { readonly events: readonly AccountEvent[]; readonly ledger: AccountLedger },
  period: StatementPeriod,
): StatementFigures {
  const { events, ledger } = of
  const { after, on, printed } = period
  const rows = statedRows(ledger, events, on)
  const inPeriod = rows.filter((row) => after === null || row.on > after)
  const [first] = inPeriod.filter(({ moved }) => moved !== null)
  const known = first?.before ?? standsAt(ledger, on).stated
  const opening = printed ?? known
  const closing = standsAt(ledger, on).stated
  const changes = {
    payments: movedBy(inPeriod, 'payments'),
    charges: movedBy(inPeriod, 'charges'),
    other: movedBy(inPeriod, 'other'),
    corrections: less(known, opening),
  }
  const all = Object.values(changes).reduce(added, opening)
  assert(all.balance === closing.balance && all.charges === closing.charges, 'a statement adds up')
  const year = rows.filter((row) => partsOf(row.on).year === partsOf(on).year)
  const lines = rows.filter(
    (row) => inPeriod.includes(row) || (printed !== null && row.seq > printed.events),
  )
  return {
    product: ledger.product,
    parts: PARTS[ledger.product],
    opening: { balance: opening.balance, charges: opening.charges },
    closing,
    changes,
    lines: lines.map((row) => lineOf(row, inPeriod.includes(row))),
    totals: { period: totalsOf(inPeriod), year: totalsOf(year), life: totalsOf(rows) },
    ...dueOf(ledger, on),
  }
}

type Row = ReturnType<typeof statedRows>[number]

function lineOf(row: Row, isOfPeriod: boolean): StatementLine {
  const { on, name, amount, parts, after } = row
  return { on, name, amount, parts, after: isOfPeriod ? after : null }
}

function movedBy(rows: readonly Row[], by: Row['by']): Stated {
  return rows
    .filter((row) => row.by === by)
    .map(({ moved }) => moved ?? NOTHING)
    .reduce(added, NOTHING)
}

const NOTHING: Stated = { balance: ZERO_CENTS, charges: ZERO_CENTS }

function added(a: Stated, b: Stated): Stated {
  return { balance: plus(a.balance, b.balance), charges: plus(a.charges, b.charges) }
}

function less(a: Stated, b: Stated): Stated {
  return { balance: minus(a.balance, b.balance), charges: minus(a.charges, b.charges) }
}

function totalsOf(rows: readonly Row[]): StatementTotals {
  const paid = rows.filter((row) => row.isPaid)
  const width = Math.max(0, ...paid.map(({ parts }) => parts?.length ?? 0))
  const part = (at: number) => sum(paid.map(({ parts }) => parts?.[at] ?? ZERO_CENTS))
  const charged = rows.filter(({ by, amount }) => by === 'charges' && amount !== null)
  return {
    paid: sum(paid.map(({ amount }) => amount ?? ZERO_CENTS)),
    parts: Array.from({ length: width }, (_, at) => part(at)),
    charged: sum(charged.map(({ amount }) => amount ?? ZERO_CENTS)),
  }
}

function dueOf(ledger: AccountLedger, on: CivilDate): Pick<StatementFigures, 'due' | 'next'> {
  const { due, split } = standsAt(ledger, on)
  const { current, ...rest } = due
  const dueOn = current?.due ?? null
  return {
    due: { ...rest, on: dueOn, current: current?.amount ?? ZERO_CENTS },
    next: dueOn === null || due.total === 0 ? null : split(dueOn),
  }
}
