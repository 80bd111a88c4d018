// Progress of boarding: a bar where a person watches, else a line now and then.
import { SingleBar } from 'cli-progress'
import type { BoardingSummary } from '#src/servicing/boarding/board-file.ts'

const RECORDS_PER_LINE = 10_000

export function boardingProgress(
  path: string,
  source: { totalBytes: number; readBytes: () => number },
): { show: (soFar: BoardingSummary) => void; stop: () => void } {
  return process.stderr.isTTY ? bar(path, source) : lines(path)
}

function bar(path: string, source: { totalBytes: number; readBytes: () => number }) {
  const shown = new SingleBar({
    format: `${path} {bar} {percentage}% · {records} records`,
    clearOnComplete: true,
    hideCursor: true,
  })
  shown.start(source.totalBytes, 0, { records: 0 })
  return {
    show: (soFar: BoardingSummary) => shown.update(source.readBytes(), { records: seen(soFar) }),
    stop: () => shown.stop(),
  }
}

function lines(path: string) {
  let next = RECORDS_PER_LINE
  return {
    show: (soFar: BoardingSummary) => {
      const records = seen(soFar)
      if (records < next) return
      process.stderr.write(`${path}: ${records.toLocaleString('en-US')} records\n`)
      next = records - (records % RECORDS_PER_LINE) + RECORDS_PER_LINE
    },
    stop: () => undefined,
  }
}

function seen({ boarded, monthsAdded, alreadyThere, rejected }: BoardingSummary): number {
  return boarded + monthsAdded + alreadyThere + rejected
}
