// One contract of Keyturn's own files, read and checked: a record to board, or what is wrong with
// it.
import type { z } from 'zod'
import type { BoardingProblem, BoardingRecord } from '#src/domain/account/boarding.ts'
import type { CivilDate } from '#src/domain/calendar.ts'
import type { ContractRules } from '#src/domain/contract/contract-rules.ts'
import { toLease } from '../contracts/lease-record.ts'
import { keyturnLease } from '../contracts/lease-schema.ts'
import { toLoan } from '../contracts/loan-record.ts'
import { keyturnLoan } from '../contracts/loan-schema.ts'
import { type BoardingBasis, type BoardingItem, problem, rejected } from './boarding-item.ts'
import { checkIdentityNumbers } from './check-people.ts'
import { checkRecord } from './check-record.ts'
import type { Finding } from './finding.ts'

type Place = { line: number; raw: string; basis: BoardingBasis }

/** `value` as parsed from `raw` on `line`. Past events and dates are judged as of `today`. */
export function readKeyturnContract(value: unknown, at: Place): BoardingItem {
  return isLease(value)
    ? read(value, at, { schema: keyturnLease, toRecord: toLease })
    : read(value, at, { schema: keyturnLoan, toRecord: toLoan })
}

/** A contract of any other kind, or of none, is judged as a loan. */
function isLease(value: unknown): boolean {
  if (typeof value !== 'object' || value === null || !('contract' in value)) return false
  const { contract } = value
  if (typeof contract !== 'object' || contract === null) return false
  return 'kind' in contract && contract.kind === 'lease'
}

type Signed = { contract: { ruleVersion: string; start: CivilDate } }

function read<T extends Signed>(
  value: unknown,
  at: Place,
  kind: {
    schema: z.ZodType<T>
    toRecord: (parsed: T, rules: ContractRules) => BoardingRecord
  },
): BoardingItem {
  const parsed = kind.schema.safeParse(value, { reportInput: false })
  if (!parsed.success)
    return rejected(at.line, at.raw, parsed.error.issues.slice(0, MOST_PROBLEMS).map(fromIssue(at)))
  const { ruleVersion, start } = parsed.data.contract
  const rules = namedRules(at.basis.rules, { name: ruleVersion, start })
  if (typeof rules === 'string')
    return rejected(at.line, at.raw, [problem(at.line, 'contract.ruleVersion', rules)])
  const record = kind.toRecord(parsed.data, rules)
  const people = checkIdentityNumbers(record, at.basis.identityNumbers)
  return checkedItem(record, { ...at, today: at.basis.today }, [...people])
}

/** A record with its warnings, or its refusals; `found` is what its reader has to say of it. */
export function checkedItem(
  record: BoardingRecord,
  at: { line: number; raw: string; today: CivilDate },
  found: readonly Finding[] = [],
): BoardingItem {
  const findings = [...found, ...checkRecord(record, at.today)]
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
