// Asks a server on the loopback for pages from a process of its own, so that asking is not counted
// as answering.
import { fork } from 'node:child_process'
import { join } from 'node:path'

export type Request = { readonly path: string; readonly headers: Readonly<Record<string, string>> }

export type LoadOrder = {
  readonly port: number
  readonly requests: readonly Request[]
  readonly connections: number
  /** How many requests are sent in all, round and round. */
  readonly count: number
}

export type LoadAnswer = {
  readonly failures: number
  readonly latenciesMs: readonly number[]
}

export type Load = {
  readonly run: (order: LoadOrder) => Promise<LoadAnswer>
  readonly end: () => void
}

/** Starts the asking process; it serves one order after the other. */
export function startLoad(): Load {
  const child = fork(join(import.meta.dirname, '..', 'load-process.ts'))
  return {
    run: (order) =>
      new Promise((resolve, reject) => {
        const ended = () => reject(new Error('the process that asks has ended'))
        child.once('exit', ended)
        child.once('message', (answer: LoadAnswer) => {
          child.off('exit', ended)
          resolve(answer)
        })
        child.send(order)
      }),
    end: () => child.disconnect(),
  }
}
