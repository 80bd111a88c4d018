// One contract of Keyturn's own files, read and checked: a record to board, or what is wrong with
// it.
import type { z } from 'zod'
import {
  type BoardingProblem,
  type BoardingRecord,
  newContractOpening,
  type ObligorDetails,
  type PastEvent,
} from '#src/domain/account/boarding.ts'
import type { CivilDate } from '#src/domain/calendar.ts'
import type { ContractRules } from '#src/domain/contract/contract-rules.ts'
import type { LateChargeRule, LoanContract } from '#src/domain/contract/loan.ts'
import { type BoardingBasis, type BoardingItem, problem, rejected } from './boarding-item.ts'
import { checkRecord } from './check-record.ts'
import { type KeyturnContract, keyturnContract } from './keyturn-schema.ts'

/** `value` as parsed from `raw` on `line`. Past events and dates are judged as of `today`. */
export function readKeyturnContract(
  value: unknown,
  at: { line: number; raw: string; basis: BoardingBasis },
): BoardingItem {
  const parsed = keyturnContract.safeParse(value, { reportInput: false })
  if (!parsed.success)
    return rejected(at.line, at.raw, parsed.error.issues.slice(0, MOST_PROBLEMS).map(fromIssue(at)))
  const { ruleVersion, start } = parsed.data.contract
  const rules = namedRules(at.basis.rules, { name: ruleVersion, start })
  if (typeof rules === 'string')
    return rejected(at.line, at.raw, [problem(at.line, 'contract.ruleVersion', rules)])
  return checkedItem(toRecord(parsed.data, rules), { ...at, today: at.basis.today })
}

/** A record with its warnings, or its refusals. */
export function checkedItem(
  record: BoardingRecord,
  at: { line: number; raw: string; today: CivilDate },
): BoardingItem {
  const findings = checkRecord(record, at.today)
  const told = (weight: 'refuse' | 'warn'): BoardingProblem[] =>
    findings
      .filter((finding) => finding.weight === weight)
      .map(({ field, reason }) => problem(at.line, field, reason))
  const problems = told('refuse').slice(0, MOST_PROBLEMS)
  return problems.length > 0
    ? rejected(at.line, at.raw, problems)
    : { kind: 'record', line: at.line, record, warnings: told('warn') }
}

/** More than a person reads at once; a hostile record could otherwise answer with thousands. */
const MOST_PROBLEMS = 20

function fromIssue(at: { line: number }) {
  return (issue: z.core.$ZodIssue): BoardingProblem =>
    problem(at.line, issue.path.map(String).join('.') || 'contract', issue.message)
}

/** The rules, or why they cannot be those of a contract that began on `start`. */
function namedRules(
  all: readonly ContractRules[],
  contract: { name: string; start: CivilDate },
): ContractRules | string {
  const rules = all.find(({ name }) => name === contract.name)
  if (!rules) return "The lender's file has no contract rules of this name."
  return rules.effectiveFrom > contract.start
    ? `These rules took effect on ${rules.effectiveFrom}, after the contract began.`
    : rules
}

function toRecord(parsed: KeyturnContract, rules: ContractRules): BoardingRecord {
  const contract = toContract(parsed.contract, rules)
  const { on: openingOn, ...opening } = parsed.opening ?? {
    on: contract.start,
    ...newContractOpening(contract),
  }
  return {
    source: 'keyturn',
    product: 'loan',
    sourceKey: parsed.account.replace(/[ -]/g, ''),
    accountNumber: parsed.account,
    contract,
    opening,
    openingOn,
    obligors: [
      toObligor('primary', parsed.primary),
      ...(parsed.co ? [toObligor('co', parsed.co)] : []),
    ],
    vehicle: parsed.vehicle,
    history: parsed.history.map(toPastEvent).sort(byDate),
    months: [],
  }
}

/** What the contract says itself prevails; the rules it names give what it leaves out. */
function toContract(
  { waterfall, smallRemainder, lateCharge, ...terms }: KeyturnContract['contract'],
  rules: ContractRules,
): LoanContract {
  return {
    kind: 'loan',
    ...terms,
    waterfall: waterfall ?? rules.waterfall,
    smallRemainder: smallRemainder ?? rules.smallRemainder,
    lateCharge: lateCharge === undefined ? rules.lateCharge : toLateCharge(lateCharge),
  }
}

function toLateCharge(
  lateCharge: NonNullable<KeyturnContract['contract']['lateCharge']> | null,
): LateChargeRule | null {
  if (lateCharge === null) return null
  const { percent, ...rule } = lateCharge
  return { ...rule, percentPpb: percent }
}

function toObligor(
  role: ObligorDetails['role'],
  person: KeyturnContract['primary'],
): ObligorDetails {
  return { role, ...person, identityNumber: person.identityNumber.replaceAll('-', '') }
}

function toPastEvent({ on, ...event }: KeyturnContract['history'][number]): PastEvent {
  return { ...event, effectiveDate: on }
}

function byDate(a: PastEvent, b: PastEvent): number {
  return a.effectiveDate < b.effectiveDate ? -1 : a.effectiveDate > b.effectiveDate ? 1 : 0
}
