import type { BoardingProblem } from '#src/domain/account/boarding.ts'
import { unreachable } from '#src/domain/assert.ts'
import type {
  BoardingFile,
  BoardingItem,
  FilingChoices,
} from '#src/formats/boarding/boarding-item.ts'
import { readBoardingFile } from '#src/formats/boarding/read-boarding-file.ts'
import type { RejectOutcome } from '#src/formats/boarding/rejects.ts'
import type { ServicingContext } from '../context.ts'
import { boardRecords } from './board-records.ts'
import { boardingBasis } from './boarding-basis.ts'
import { type Boardable, type Boarded, sourceNumber } from './boarding-outcome.ts'

export type BoardingSummary = {
  readonly boarded: number
  /** Months of history added to accounts that were there before. */
  readonly monthsAdded: number
  readonly alreadyThere: number
  readonly rejected: number
  readonly warnings: number
  /** Papers that its contracts name; `attachNamedPapers` attaches them. */
  readonly papers: number
  /** Why the file could not be read to its end; what came before it is boarded. */
  readonly unreadable: BoardingProblem | null
}

export type BoardingTold = {
  /** Each problem and warning, with the raw record where it is known; may wait. */
  readonly reject: (outcome: RejectOutcome, problem: BoardingProblem, raw: string) => Promise<void>
  /** After every batch. */
  readonly progress: (soFar: BoardingSummary) => void
}

/**
 * Boards the contracts of a file as of the business day, the good ones in batches as they are
 * read. Safe to run again and after being interrupted: what is on the books stays as it is.
 */
export async function boardFile(
  ctx: ServicingContext,
  job: { file: BoardingFile; choices: FilingChoices },
  told: BoardingTold,
): Promise<BoardingSummary> {
  const basis = await boardingBasis(ctx)
  const { today } = basis
  const tally = new Tally(told)
  let batch = new Batch()
  const flush = async () => {
    for (const result of await boardRecords(ctx, batch.records, today)) await tally.result(result)
    batch = new Batch()
    told.progress(tally.summary())
  }
  for await (const item of readBoardingFile(job.file, job.choices, basis)) {
    await tally.item(item)
    if (item.kind !== 'record') continue
    if (!batch.takes(item)) await flush()
    batch.add(item)
  }
  await flush()
  return tally.summary()
}

/** Counts what became of each record and tells what is wrong with it. */
class Tally {
  readonly #told: BoardingTold
  readonly #counts = {
    boarded: 0,
    monthsAdded: 0,
    alreadyThere: 0,
    rejected: 0,
    warnings: 0,
    papers: 0,
  }
  #unreadable: BoardingProblem | null = null

  constructor(told: BoardingTold) {
    this.#told = told
  }

  summary(): BoardingSummary {
    return { ...this.#counts, unreadable: this.#unreadable }
  }

  async item(item: BoardingItem): Promise<void> {
    switch (item.kind) {
      case 'unreadable':
        this.#unreadable = item.problem
        return this.#tell('unreadable', [item.problem], '')
      case 'rejected':
        this.#counts.rejected += 1
        return this.#tell('rejected', item.problems, item.raw)
      case 'record':
        this.#counts.warnings += item.warnings.length
        this.#counts.papers += item.record.papers.length
        return this.#tell('warning', item.warnings, sourceNumber(item.record))
      default:
        return unreachable(item)
    }
  }

  async result({ outcome, problems, record }: Boarded): Promise<void> {
    this.#counts[outcome.kind] += outcome.kind === 'monthsAdded' ? outcome.months : 1
    const weight = outcome.kind === 'rejected' ? 'rejected' : 'warning'
    if (weight === 'warning') this.#counts.warnings += problems.length
    await this.#tell(weight, problems, sourceNumber(record))
  }

  async #tell(outcome: RejectOutcome, problems: readonly BoardingProblem[], raw: string) {
    for (const problem of problems) await this.#told.reject(outcome, problem, raw)
  }
}

const MOST_RECORDS = 200
/** Histories can be long: this many events are held at once. */
const MOST_EVENTS = 4000

/**
 * Records for one transaction, each contract at most once, so that the second of two sees what the
 * first did.
 */
class Batch {
  readonly records: Boardable[] = []
  readonly #sources = new Set<string>()
  #events = 0

  takes({ record }: Boardable): boolean {
    return (
      this.records.length < MOST_RECORDS &&
      this.#events < MOST_EVENTS &&
      !this.#sources.has(sourceNumber(record))
    )
  }

  add({ line, record }: Boardable): void {
    this.records.push({ line, record })
    this.#sources.add(sourceNumber(record))
    this.#events += 1 + record.history.length + record.months.length
  }
}
