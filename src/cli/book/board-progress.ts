// Progress of boarding: a bar where a person watches, else a line now and then.
import { SingleBar } from 'cli-progress'

/** What is counted, and after how many of it a line is written. */
export type Counted = { readonly name: string; readonly perLine: number }

export const RECORDS: Counted = { name: 'records', perLine: 10_000 }
/** Each is judged in a thread of its own: about three a second. */
export const PAPERS: Counted = { name: 'papers', perLine: 100 }

export function boardingProgress(
  path: string,
  source: { totalBytes: number; readBytes: () => number },
  counted: Counted,
): { show: (count: number) => void; stop: () => void } {
  return process.stderr.isTTY ? bar(path, source, counted) : lines(path, counted)
}

function bar(
  path: string,
  source: { totalBytes: number; readBytes: () => number },
  { name }: Counted,
) {
  const shown = new SingleBar({
    format: `${path} {bar} {percentage}% · {count} ${name}`,
    clearOnComplete: true,
    hideCursor: true,
  })
  shown.start(source.totalBytes, 0, { count: 0 })
  return {
    show: (count: number) => shown.update(source.readBytes(), { count }),
    stop: () => shown.stop(),
  }
}

function lines(path: string, { name, perLine }: Counted) {
  let next = perLine
  return {
    show: (count: number) => {
      if (count < next) return
      process.stderr.write(`${path}: ${count.toLocaleString('en-US')} ${name}\n`)
      next = count - (count % perLine) + perLine
    },
    stop: () => undefined,
  }
}
