// The problems of a file while it is read, within a bound.
import type { NachaProblem } from './nacha-reading.ts'

const MOST_LISTED = 1_000

export class ProblemList {
  readonly listed: NachaProblem[] = []
  unlisted = 0

  /** Something that puts what the file says in doubt. */
  doubt(line: number, field: string, message: string): void {
    this.#add({ line, field, message, doubt: 'content' })
  }

  /** Something that is written otherwise than the rules say. */
  form(line: number, field: string, message: string): void {
    this.#add({ line, field, message, doubt: 'form' })
  }

  /** Holds a number that is written against the one that was counted. */
  compare(
    at: { readonly line: number; readonly field: string },
    written: number | null,
    counted: number,
  ): void {
    if (written === null) this.doubt(at.line, at.field, 'This is not a number.')
    else if (written !== counted) {
      this.doubt(at.line, at.field, `This is ${written}, and should be ${counted}.`)
    }
  }

  /** In the order of lines: what ends later may concern an earlier line. */
  sorted(): readonly NachaProblem[] {
    return this.listed.sort((a, b) => a.line - b.line)
  }

  #add(problem: NachaProblem): void {
    if (this.listed.length < MOST_LISTED) this.listed.push(problem)
    else this.unlisted += 1
  }
}
