// Time, processor time and memory of a piece of work in this process.

import { median } from './result.ts'

export type Measured = {
  readonly perSecond: number
  readonly seconds: number
  readonly cpuMsPerOperation: number
  readonly peakMemoryMb: number
}

const SAMPLE_EVERY_MS = 20

/** Runs `work`, which does `operations`, and watches this process while it does. */
export async function measured(
  operations: number,
  work: () => Promise<unknown>,
): Promise<Measured> {
  let peak = process.memoryUsage.rss()
  const sample = () => {
    peak = Math.max(peak, process.memoryUsage.rss())
  }
  const timer = setInterval(sample, SAMPLE_EVERY_MS)
  const cpuBefore = process.cpuUsage()
  const begun = performance.now()
  try {
    await work()
  } finally {
    clearInterval(timer)
  }
  const seconds = (performance.now() - begun) / 1000
  const cpu = process.cpuUsage(cpuBefore)
  sample()
  return {
    seconds,
    perSecond: operations / seconds,
    cpuMsPerOperation: (cpu.user + cpu.system) / 1000 / operations,
    peakMemoryMb: peak / 1_000_000,
  }
}

export type Repetitions<Ours, Limit> = {
  readonly ours: readonly Ours[]
  readonly limit: readonly Limit[]
}

const REPETITIONS = 3

/** Ours, the limit, ours, the limit ...: what else the machine does meanwhile meets both. */
export async function interleaved<Ours, Limit>(
  ours: () => Promise<Ours>,
  limit: () => Promise<Limit>,
  repetitions = REPETITIONS,
): Promise<Repetitions<Ours, Limit>> {
  const found: { ours: Ours[]; limit: Limit[] } = { ours: [], limit: [] }
  for (let repetition = 1; repetition <= repetitions; repetition += 1) {
    found.ours.push(await ours())
    found.limit.push(await limit())
  }
  return found
}

/**
 * The two columns of a result that describe our process: processor time in the middle, memory at
 * its highest.
 */
export function ofOurProcess(runs: readonly Measured[]): {
  cpuMsPerOperation: number
  peakMemoryMb: number
} {
  return {
    cpuMsPerOperation: median(runs.map((run) => run.cpuMsPerOperation)),
    peakMemoryMb: Math.max(...runs.map((run) => run.peakMemoryMb)),
  }
}
