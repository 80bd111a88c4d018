// A PDF from outside is looked through in a thread of its own, one at a time, which is ended when
// it takes too long: hostile bytes cost some seconds of one processor, never a request of others.
import { Worker } from 'node:worker_threads'
import type { PdfJudgement } from './pdf-judgement.ts'

/** Judges bytes that somebody wants to attach; what they are called says nothing. */
export type CheckPdf = (bytes: Uint8Array) => Promise<PdfJudgement>

const WITHIN_MS = 15_000
const MOST_WAITING = 4
const MEMORY_MB = 512

export function openPdfCheck({ withinMs = WITHIN_MS } = {}): CheckPdf {
  let last: Promise<unknown> = Promise.resolve()
  let waiting = 0
  return (bytes) => {
    if (waiting === MOST_WAITING) return Promise.resolve(no('busy'))
    waiting += 1
    const answer = last.then(() => inThread(bytes, withinMs))
    last = answer.finally(() => {
      waiting -= 1
    })
    return answer
  }
}

function inThread(bytes: Uint8Array, withinMs: number): Promise<PdfJudgement> {
  return new Promise((settle) => {
    const thread = new Worker(new URL('./pdf-thread.ts', import.meta.url), {
      workerData: bytes,
      resourceLimits: { maxOldGenerationSizeMb: MEMORY_MB },
    })
    const end = (judgement: PdfJudgement) => {
      clearTimeout(timer)
      settle(judgement)
      void thread.terminate()
    }
    const timer = setTimeout(() => end(no('slow')), withinMs)
    thread.on('message', end)
    // Out of memory, or bytes that the library has no answer to.
    thread.on('error', () => end(no('broken')))
    thread.on('exit', () => end(no('broken')))
  })
}

function no(is: 'busy' | 'slow' | 'broken'): PdfJudgement {
  return { ok: false, problem: { is } }
}
