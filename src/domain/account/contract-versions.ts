// Which contract an account had when: an extension changes its due dates from its day on.
import type { CivilDate } from '../calendar.ts'
import type { LoanContract } from '../contract/loan.ts'
import type { LoanLedger } from './ledger.ts'

export type ContractVersion = {
  readonly contract: LoanContract
  /** The version holds after `from` and through `until`; null: from the start, for good. */
  readonly from: CivilDate | null
  readonly until: CivilDate | null
}

/** In order; the first is the contract as boarded. */
export function contractVersions({ contract, steps }: LoanLedger): ContractVersion[] {
  const versions: ContractVersion[] = []
  let last: ContractVersion = { contract, from: null, until: null }
  for (const { event, after } of steps) {
    if (after.contract === last.contract) continue
    versions.push({ ...last, until: event.effectiveDate })
    last = { contract: after.contract, from: event.effectiveDate, until: null }
  }
  return [...versions, last]
}
