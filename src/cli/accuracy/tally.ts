// Rows counted by how far our figure is from the reported one, with reasons for what is out.
import { CHECKS, type CheckName } from './checks.ts'
import type { Portfolio } from './conventions.ts'

/** One row: figures in cents (days past due in days). */
export type Finding = {
  readonly where: string
  /** Null: it could not be computed, and is out. */
  readonly ours: number | null
  readonly reported: number
  /** Why it may be out; used when it is. */
  readonly reason: string
}

export function apart({ ours, reported }: Finding): number {
  return ours === null ? Number.POSITIVE_INFINITY : Math.abs(ours - reported)
}

export type Outcome = {
  readonly check: CheckName
  readonly servicer: string
  /** The trust, or the servicer again where its trusts are counted together. */
  readonly name: string
  readonly rows: number
  readonly exact: number
  readonly withinOne: number
  readonly withinTwo: number
  /** Farthest apart, of rows within the tolerance. */
  readonly farthestWithin: number
  readonly reasons: Readonly<Record<string, number>>
  /** Why the check is not demanded of this servicer; null where it is, or of none. */
  readonly exception: string | null
  readonly holds: boolean
  /** The first rows that are out. */
  readonly out: readonly Finding[]
}

const MOST_SHOWN = 5

class Tally {
  #rows = 0
  readonly #within = [0, 0, 0]
  #farthestWithin = 0
  readonly #reasons = new Map<string, number>()
  readonly #out: Finding[] = []

  add(finding: Finding, tolerance: number): void {
    const cents = apart(finding)
    this.#rows += 1
    for (const limit of [0, 1, 2]) if (cents <= limit) this.#within[limit] = this.within(limit) + 1
    if (cents <= tolerance) {
      this.#farthestWithin = Math.max(this.#farthestWithin, cents)
      return
    }
    this.#reasons.set(finding.reason, (this.#reasons.get(finding.reason) ?? 0) + 1)
    if (this.#out.length < MOST_SHOWN) this.#out.push(finding)
  }

  within(limit: number): number {
    return this.#within[limit] ?? 0
  }

  outcome(check: CheckName, name: string, { portfolio }: Group): Outcome {
    const { tolerance, demand } = CHECKS[check]
    const exception = portfolio.exceptions[check] ?? null
    const isMet = demand === null || this.within(tolerance) >= this.#rows * demand
    return {
      check,
      servicer: portfolio.servicer,
      name,
      rows: this.#rows,
      exact: this.within(0),
      withinOne: this.within(1),
      withinTwo: this.within(2),
      farthestWithin: this.#farthestWithin,
      reasons: Object.fromEntries([...this.#reasons].sort((a, b) => b[1] - a[1])),
      exception,
      holds: exception !== null || isMet,
      out: this.#out,
    }
  }
}

type Group = { readonly trust: string; readonly portfolio: Portfolio }

/** Tallies by check, and by servicer or trust. */
export class Tallies {
  readonly #by: 'servicer' | 'trust'
  readonly #groups = new Map<
    string,
    { check: CheckName; name: string; group: Group; tally: Tally }
  >()

  constructor(by: 'servicer' | 'trust') {
    this.#by = by
  }

  add(check: CheckName, group: Group, finding: Finding): void {
    const name = this.#by === 'servicer' ? group.portfolio.servicer : group.trust
    const key = `${check} ${name}`
    const known = this.#groups.get(key) ?? { check, name, group, tally: new Tally() }
    this.#groups.set(key, known)
    known.tally.add(finding, CHECKS[check].tolerance)
  }

  /** By check in the order of the list, then by name. */
  outcomes(): Outcome[] {
    const order = Object.keys(CHECKS)
    return [...this.#groups.values()]
      .map(({ check, name, group, tally }) => tally.outcome(check, name, group))
      .sort((a, b) => order.indexOf(a.check) - order.indexOf(b.check) || (a.name < b.name ? -1 : 1))
  }
}
