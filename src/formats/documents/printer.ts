// Sheets to PDF in a thread of its own: the 10 to 30 ms that a paper takes would hold up every
// request.
import { Worker } from 'node:worker_threads'
import type { Printed } from './printing-thread.ts'
import type { Sheet } from './sheet.ts'

export type Printer = {
  /** Bytes of a PDF; throws where the template and the sheet do not fit. */
  readonly print: (sheet: Sheet) => Promise<Buffer>
}

type Waiting = {
  readonly resolve: (bytes: Buffer) => void
  readonly reject: (error: Error) => void
}

/**
 * One thread, begun with the first paper, that reads templates and fonts once (a tenth of a
 * second). It keeps no process alive that is done; a thread that dies is begun again with the next
 * paper.
 */
export function openPrinter(): Printer {
  let thread: Thread | null = null
  return {
    print: (sheet) => {
      thread ??= openThread(() => {
        thread = null
      })
      return thread.print(sheet)
    },
  }
}

type Thread = { readonly print: Printer['print'] }

function openThread(ended: () => void): Thread {
  const worker = new Worker(new URL('./printing-thread.ts', import.meta.url))
  const waiting = new Map<number, Waiting>()
  let last = 0
  worker.unref()
  worker.on('message', ({ id, bytes, problem }: Printed) => {
    const of = waiting.get(id)
    waiting.delete(id)
    if (waiting.size === 0) worker.unref()
    if (bytes) of?.resolve(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength))
    else of?.reject(new Error(problem))
  })
  worker.on('error', (error) => fail(waiting, error))
  worker.on('exit', () => {
    ended()
    fail(waiting, new Error('the printing thread ended'))
  })
  return {
    print: (sheet) =>
      new Promise((resolve, reject) => {
        last += 1
        waiting.set(last, { resolve, reject })
        worker.ref()
        worker.postMessage({ id: last, sheet })
      }),
  }
}

function fail(waiting: Map<number, Waiting>, error: unknown): void {
  const cause = error instanceof Error ? error : new Error(String(error))
  for (const { reject } of waiting.values()) reject(cause)
  waiting.clear()
}
