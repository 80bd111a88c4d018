// Work that runs on all connections at once, each with a stream of its own; and the same statements
// on bare pg.
import pg from 'pg'
import { type Measured, measured } from './measure.ts'
import { countStatements, recorded, replayInOrder, type Statement } from './statement-record.ts'
import { type Book, inCopy, type World } from './world.ts'

/** What one connection does, step by step. */
export type Stream<Step> = readonly Step[]

/** The first steps of each stream are not timed: they prepare statements and warm the code. */
const WARM_UP_STEPS = 10

export type TimedStreams = Measured & { readonly p99Ms: number }

/** Runs each stream in order, all streams at once. */
export async function runStreams<Step>(
  streams: readonly Stream<Step>[],
  run: (step: Step, stream: number) => Promise<unknown>,
): Promise<TimedStreams> {
  const each = (part: (stream: Stream<Step>) => Stream<Step>, step: typeof run) =>
    Promise.all(
      streams.map(async (stream, index) => {
        for (const one of part(stream)) await step(one, index)
      }),
    )
  await each((stream) => stream.slice(0, WARM_UP_STEPS), run)
  const timed = streams.map((stream) => stream.slice(WARM_UP_STEPS))
  const operations = timed.reduce((total, stream) => total + stream.length, 0)
  const latencies: number[] = []
  const result = await measured(operations, () =>
    each(
      (stream) => stream.slice(WARM_UP_STEPS),
      async (step, index) => {
        const begun = performance.now()
        await run(step, index)
        latencies.push(performance.now() - begun)
      },
    ),
  )
  return { ...result, p99Ms: percentile(latencies, 0.99) }
}

export function percentile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b)
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? NaN
}

export type Recording = {
  readonly streams: readonly Stream<readonly Statement[]>[]
  /** Of one step, the most that any took. */
  readonly statements: number
  /** One step's statements, to be shown. */
  readonly sample: readonly Statement[]
}

/** Does every step once on a copy of the template and keeps what it sent. */
export async function recordStreams<Step>(
  world: World,
  template: string,
  work: {
    streams: readonly Stream<Step>[]
    run: (book: Book, step: Step) => Promise<unknown>
  },
): Promise<Recording> {
  const streams = await inCopy(world, template, (book) =>
    Promise.all(
      work.streams.map(async (stream) => {
        const steps: Statement[][] = []
        for (const step of stream)
          steps.push((await recorded(() => work.run(book, step))).statements)
        return steps
      }),
    ),
  )
  const counts = streams.flat().map(countStatements)
  return { streams, statements: Math.max(...counts), sample: streams[0]?.[0] ?? [] }
}

/**
 * Sends a recording to a copy of the template it was made on: the same rows, with nothing of ours
 * in between.
 */
export function replay(
  world: World,
  template: string,
  recording: Recording,
): Promise<TimedStreams> {
  return inCopy(world, template, async ({ database }) => {
    const clients = await Promise.all(
      recording.streams.map(async () => {
        const client = new pg.Client({ connectionString: database.urls.app })
        await client.connect()
        return client
      }),
    )
    try {
      return await runStreams(recording.streams, async (statements, index) => {
        const client = clients[index]
        if (client) await replayInOrder(client, statements)
      })
    } finally {
      await Promise.all(clients.map((client) => client.end()))
    }
  })
}
