// A loan of Keyturn's own files as a record to board.
import {
  type LoanRecord,
  newContractOpening,
  type PastEvent,
} from '#src/domain/account/boarding.ts'
import type { ContractRules } from '#src/domain/contract/contract-rules.ts'
import type { LoanContract } from '#src/domain/contract/loan.ts'
import type { KeyturnLoan } from './loan-schema.ts'
import { byDate, commonOf, toLateCharge } from './record-values.ts'

export function toLoan(parsed: KeyturnLoan, rules: ContractRules): LoanRecord {
  const contract = toContract(parsed.contract, rules)
  const { on: openingOn, ...opening } = parsed.opening ?? {
    on: contract.start,
    ...newContractOpening(contract),
  }
  return {
    ...commonOf(parsed),
    product: 'loan',
    contract,
    opening,
    openingOn,
    history: parsed.history.map(toPastEvent).sort(byDate),
  }
}

/** What the contract says itself prevails; the rules it names give what it leaves out. */
function toContract(
  { waterfall, smallRemainder, lateCharge, ...terms }: KeyturnLoan['contract'],
  rules: ContractRules,
): LoanContract {
  return {
    ...terms,
    waterfall: waterfall ?? rules.waterfall,
    smallRemainder: smallRemainder ?? rules.smallRemainder,
    lateCharge: toLateCharge(lateCharge, rules),
  }
}

function toPastEvent({ on, ...event }: KeyturnLoan['history'][number]): PastEvent {
  return { ...event, effectiveDate: on }
}
