// What a job answers with, and how it is written down.

export type Spread = { readonly min: number; readonly median: number; readonly max: number }

/** One more figure of a job that has a goal of its own. */
export type Check = {
  readonly what: string
  readonly value: number
  readonly goal: string
  readonly met: boolean
}

export type Result = {
  readonly job: string
  readonly unit: string
  readonly ours: Spread
  readonly limit: Spread & { readonly what: string }
  /** The medians of ours and of the limit, ours divided by the limit. */
  readonly ratio: number
  /** Processor time of our process, without the database's; null where nothing of ours runs. */
  readonly cpuMsPerOperation: number | null
  readonly peakMemoryMb: number | null
  readonly scale: string
  readonly goal: string
  readonly met: boolean
  readonly checks: readonly Check[]
  /** Figures printed beside it, without a goal. */
  readonly notes: Readonly<Record<string, string>>
}

export type Goal = { readonly is: 'atLeast' | 'atMost'; readonly ratio: number }

/** Puts a result together from the values of each repetition. */
export function resultOf(
  of: Pick<Result, 'job' | 'unit' | 'scale' | 'cpuMsPerOperation' | 'peakMemoryMb'> & {
    readonly ours: readonly number[]
    readonly limit: { readonly what: string; readonly values: readonly number[] }
    readonly goal: Goal
    readonly checks?: readonly Check[]
    readonly notes?: Readonly<Record<string, string>>
  },
): Result {
  const ours = spread(of.ours)
  const limit = { what: of.limit.what, ...spread(of.limit.values) }
  const ratio = significant(ours.median / limit.median)
  const { job, unit, scale, cpuMsPerOperation, peakMemoryMb } = of
  return {
    job,
    unit,
    ours,
    limit,
    ratio,
    cpuMsPerOperation: cpuMsPerOperation === null ? null : significant(cpuMsPerOperation),
    peakMemoryMb: peakMemoryMb === null ? null : Math.round(peakMemoryMb),
    scale,
    goal: `${of.goal.is === 'atLeast' ? '>=' : '<='} ${of.goal.ratio}`,
    met: isMet(of.goal, ratio),
    checks: of.checks ?? [],
    notes: of.notes ?? {},
  }
}

/** A figure that must not be above `most`. */
export function atMost(what: string, value: number, most: number): Check {
  return { what, value: significant(value), goal: `<= ${most}`, met: value <= most }
}

/** A figure that must not be below `least`. */
export function atLeast(what: string, value: number, least: number): Check {
  return { what, value: significant(value), goal: `>= ${least}`, met: value >= least }
}

/** Three digits that mean something; whole numbers stay whole. */
export function significant(value: number): number {
  return Number.isInteger(value) ? value : Number(value.toPrecision(3))
}

export function median(values: readonly number[]): number {
  return sortedAt(values, 0.5)
}

function spread(values: readonly number[]): Spread {
  const at = (share: number) => significant(sortedAt(values, share))
  return { min: at(0), median: at(0.5), max: at(1) }
}

function sortedAt(values: readonly number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b)
  return sorted[Math.floor((sorted.length - 1) * share)] ?? NaN
}

function isMet(goal: Goal, ratio: number): boolean {
  return goal.is === 'atLeast' ? ratio >= goal.ratio : ratio <= goal.ratio
}
