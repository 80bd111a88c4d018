// The clock of a demo's money: wall time and how far a person moved it on, kept in a file of the
// home, so that portal, desk, worker and commands of one clone all see it.
import { readFileSync, renameSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

export type MovableClock = {
  readonly now: () => string
  /** Moves on to an ISO instant; one that is past changes nothing: it never goes back. */
  readonly advanceTo: (instant: string) => void
}

// Another process sees a move this much later, at most.
const READ_AGAIN_MS = 250

/** Reads the file of `home` at most every quarter of a second; without one it is wall time. */
export function movableClock(home: string): MovableClock {
  const file = join(home, 'clock.json')
  let read = { at: Number.NEGATIVE_INFINITY, ahead: 0 }
  const ahead = () => {
    const at = performance.now()
    if (at - read.at >= READ_AGAIN_MS) read = { at, ahead: readAhead(file) }
    return read.ahead
  }
  return {
    now: () => new Date(Date.now() + ahead()).toISOString(),
    advanceTo: (instant) => {
      const wanted = Date.parse(instant) - Date.now()
      if (wanted <= readAhead(file)) return
      writeAhead(file, wanted)
      read = { at: performance.now(), ahead: wanted }
    },
  }
}

function readAhead(file: string): number {
  let text: string
  try {
    text = readFileSync(file, 'utf8')
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return 0
    throw error
  }
  const aheadMs = aheadOf(text)
  if (aheadMs === null) throw new Error(`${file} does not say how far the demo's clock was moved`)
  return aheadMs
}

function aheadOf(text: string): number | null {
  try {
    const { aheadMs } = JSON.parse(text)
    return Number.isSafeInteger(aheadMs) && aheadMs >= 0 ? aheadMs : null
  } catch {
    return null
  }
}

// Under another name first: a reader never meets half of it.
function writeAhead(file: string, aheadMs: number): void {
  const unfinished = `${file}.${process.pid}.new`
  writeFileSync(unfinished, JSON.stringify({ aheadMs }), { mode: 0o600 })
  renameSync(unfinished, file)
}
