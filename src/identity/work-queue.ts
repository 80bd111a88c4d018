// Password hashing takes 64 MiB and a core for each run: more at once than the machine has cores
// only makes all of them late, and an endless queue is a way to take the service down. Beyond the
// queue the answer is an honest "busy".

export type QueueAnswer<T> = { readonly done: true; readonly value: T } | { readonly done: false }

export type WorkQueue = {
  /** Runs the work now or when its turn comes; `done: false` at once when the queue is full. */
  readonly run: <T>(work: () => Promise<T>) => Promise<QueueAnswer<T>>
}

export function createWorkQueue(limits: { atOnce: number; waiting: number }): WorkQueue {
  const turns: (() => void)[] = []
  let running = 0

  async function takeTurn(): Promise<void> {
    if (running < limits.atOnce) {
      running += 1
      return
    }
    // The one who leaves hands over the place, so that `running` never dips between two of them.
    await new Promise<void>((resolve) => turns.push(resolve))
  }

  function leave(): void {
    const next = turns.shift()
    if (next) next()
    else running -= 1
  }

  return {
    async run(work) {
      if (running >= limits.atOnce && turns.length >= limits.waiting) return { done: false }
      await takeTurn()
      try {
        return { done: true, value: await work() }
      } finally {
        leave()
      }
    },
  }
}
