// Password hashing takes 64 MiB and a core for each run: more at once than the machine has cores
// only makes all of them late, and an endless queue is a way to take the service down. Beyond the
// queue the answer is an honest "busy". Browsers that are known have a queue of their own and go
// first, so that strangers who fill theirs keep no owner waiting.

export type QueueAnswer<T> =
  | { readonly done: true; readonly value: T }
  /** In how many whole seconds those who wait now will be done, at the pace of late; at least 1. */
  | { readonly done: false; readonly retryAfterSeconds: number }

export type WorkQueue = {
  /** Runs the work now or when its turn comes; `done: false` at once when the queue is full. */
  readonly run: <T>(work: () => Promise<T>, turn?: Turn) => Promise<QueueAnswer<T>>
}

export type Turn = 'first' | 'inOrder'

/** What one core of today takes for a password, until a run has been timed. */
const guessedMs = 150
/** Of what a run took; the newest counts for a tenth. */
const weight = 0.1

export function createWorkQueue(limits: { atOnce: number; waiting: number }): WorkQueue {
  const turns: Record<Turn, (() => void)[]> = { first: [], inOrder: [] }
  let running = 0
  let runMs: number | null = null

  async function takeTurn(turn: Turn): Promise<void> {
    if (running < limits.atOnce) {
      running += 1
      return
    }
    // The one who leaves hands over the place, so that `running` never dips between two of them.
    await new Promise<void>((resolve) => turns[turn].push(resolve))
  }

  function leave(): void {
    const next = turns.first.shift() ?? turns.inOrder.shift()
    if (next) next()
    else running -= 1
  }

  async function timed<T>(work: () => Promise<T>): Promise<T> {
    const start = performance.now()
    const value = await work()
    const took = performance.now() - start
    runMs = runMs === null ? took : runMs + weight * (took - runMs)
    return value
  }

  function secondsUntilDone(): number {
    const before = turns.first.length + turns.inOrder.length + running
    return Math.max(1, Math.ceil((before * (runMs ?? guessedMs)) / limits.atOnce / 1000))
  }

  return {
    async run(work, turn = 'inOrder') {
      if (running >= limits.atOnce && turns[turn].length >= limits.waiting)
        return { done: false, retryAfterSeconds: secondsUntilDone() }
      await takeTurn(turn)
      try {
        return { done: true, value: await timed(work) }
      } finally {
        leave()
      }
    },
  }
}
