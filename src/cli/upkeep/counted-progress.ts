// Progress of long work whose end is not known: a line that is written over where a person
// watches, else a line now and then.
const COUNT_PER_LINE = 10_000

export type CountedProgress = {
  readonly show: (count: number) => void
  readonly stop: () => void
}

/** `what` in the plural: "chains". */
export function countedProgress(what: string): CountedProgress {
  const { stderr } = process
  const told = (count: number) => `${count.toLocaleString('en-US')} ${what}`
  if (stderr.isTTY)
    return {
      show: (count) => void stderr.write(`\r${told(count)} ...`),
      stop: () => void stderr.write('\r\x1b[K'),
    }
  let next = COUNT_PER_LINE
  return {
    show: (count) => {
      if (count < next) return
      stderr.write(`${told(count)}\n`)
      next = count - (count % COUNT_PER_LINE) + COUNT_PER_LINE
    },
    stop: () => undefined,
  }
}
