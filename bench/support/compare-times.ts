// Whether two rows of times differ by more than chance.
import { median } from './result.ts'

export type Times = { readonly exists: number[]; readonly nothing: number[] }

export type Compared = {
  readonly existsMs: number
  readonly nothingMs: number
  /** Between the medians, without its sign. */
  readonly differenceMs: number
  /** What the difference stays below in 999 of 1,000 random relabelings of the same times. */
  readonly noiseMs: number
  /** Two-sided, of the Mann-Whitney U test in its normal approximation. */
  readonly p: number
}

const RELABELINGS = 5000

export function compareTimes({ exists, nothing }: Times): Compared {
  const [existsMs, nothingMs] = [median(exists), median(nothing)]
  const differenceMs = Math.abs(existsMs - nothingMs)
  const all = [...exists, ...nothing]
  const differences: number[] = []
  for (let time = 0; time < RELABELINGS; time += 1) {
    shuffle(all)
    const one = median(all.slice(0, exists.length))
    differences.push(Math.abs(one - median(all.slice(exists.length))))
  }
  differences.sort((a, b) => a - b)
  const noiseMs = differences[Math.floor(RELABELINGS * 0.999)] ?? NaN
  return { existsMs, nothingMs, differenceMs, noiseMs, p: mannWhitney(exists, nothing) }
}

/** Fisher and Yates. */
function shuffle(values: number[]): void {
  for (let last = values.length - 1; last > 0; last -= 1) {
    const other = Math.floor(Math.random() * (last + 1))
    const kept = values[last] ?? 0
    values[last] = values[other] ?? 0
    values[other] = kept
  }
}

/** Mann and Whitney 1947: times of a clock have no ties that matter. */
function mannWhitney(one: readonly number[], two: readonly number[]): number {
  const ranked = [
    ...one.map((value) => ({ value, isOne: true })),
    ...two.map((value) => ({ value, isOne: false })),
  ].sort((a, b) => a.value - b.value)
  const ranks = ranked.reduce((sum, { isOne }, at) => (isOne ? sum + at + 1 : sum), 0)
  const [n, m] = [one.length, two.length]
  const u = ranks - (n * (n + 1)) / 2
  const z = (u - (n * m) / 2) / Math.sqrt((n * m * (n + m + 1)) / 12)
  return 2 * (1 - standardNormal(Math.abs(z)))
}

/** Abramowitz and Stegun 26.2.17: five digits. */
function standardNormal(z: number): number {
  const t = 1 / (1 + 0.2316419 * z)
  const terms = [0.31938153, -0.356563782, 1.781477937, -1.821255978, 1.330274429]
  const sum = terms.reduceRight((rest, term) => t * (term + rest), 0)
  return 1 - (Math.exp((-z * z) / 2) / Math.sqrt(2 * Math.PI)) * sum
}
