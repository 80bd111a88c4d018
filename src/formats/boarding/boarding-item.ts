// What every reader of a boarding file yields, in the order of the file.
import type { BoardingProblem, BoardingRecord } from '#src/domain/account/boarding.ts'
import type { CivilDate } from '#src/domain/calendar.ts'
import type { ContractRules } from '#src/domain/contract/contract-rules.ts'
import type { DayCount } from '#src/domain/contract/day-count.ts'
import type { IdentityRegion } from '#src/domain/regions/identity-numbers.ts'

export type BoardingItem =
  /** A contract that can be boarded; `warnings` say what is odd about it. */
  | {
      readonly kind: 'record'
      readonly line: number
      readonly record: BoardingRecord
      readonly warnings: readonly BoardingProblem[]
    }
  /** A record that cannot be boarded; `raw` is its text, which may hold identity numbers. */
  | {
      readonly kind: 'rejected'
      readonly line: number
      readonly problems: readonly BoardingProblem[]
      readonly raw: string
    }
  /** From here on the file cannot be read; always the last item. */
  | { readonly kind: 'unreadable'; readonly problem: BoardingProblem }

/** A boarding file: its name and its bytes in pieces. */
export type BoardingFile = {
  readonly name: string
  readonly chunks: AsyncIterable<Uint8Array>
}

/**
 * What records are judged by: the business day, the region of their people's identity numbers, and
 * the rules a contract may name.
 */
export type BoardingBasis = {
  readonly today: CivilDate
  readonly identityNumbers: IdentityRegion
  readonly rules: readonly ContractRules[]
}

/** What a public filing does not say and the person who boards it decides. */
export type FilingChoices = {
  /** Null: taken from the file's name, such as trust-2017-1_2017-01.xml. */
  readonly trust: string | null
  readonly dayCount: DayCount
}

export function problem(line: number, field: string, reason: string): BoardingProblem {
  return { line, field, reason }
}

export function unreadable(line: number, field: string, reason: string): BoardingItem {
  return { kind: 'unreadable', problem: problem(line, field, reason) }
}

export function rejected(
  line: number,
  raw: string,
  problems: readonly BoardingProblem[],
): BoardingItem {
  return { kind: 'rejected', line, problems, raw }
}
