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
import type { LoanContract } from '#src/domain/contract/loan.ts'
import { type BoardingItem, problem, rejected } from './boarding-item.ts'
import { checkRecord } from './check-record.ts'
import { type KeyturnContract, keyturnContract } from './keyturn-schema.ts'

/** `value` as parsed from `raw` on `line`. Past events and dates are judged as of `today`. */
export function readKeyturnContract(
  value: unknown,
  at: { line: number; raw: string; today: CivilDate },
): BoardingItem {
  const parsed = keyturnContract.safeParse(value, { reportInput: false })
  if (!parsed.success)
    return rejected(at.line, at.raw, parsed.error.issues.slice(0, MOST_PROBLEMS).map(fromIssue(at)))
  return checkedItem(toRecord(parsed.data), at)
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

function toRecord(parsed: KeyturnContract): BoardingRecord {
  const contract = toContract(parsed.contract)
  const { on: openingOn, ...opening } = parsed.opening ?? {
    on: contract.start,
    ...newContractOpening(contract),
  }
  return {
    source: 'keyturn',
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

function toContract({ lateCharge, ...terms }: KeyturnContract['contract']): LoanContract {
  if (lateCharge === null) return { kind: 'loan', ...terms, lateCharge }
  const { percent, ...rule } = lateCharge
  return { kind: 'loan', ...terms, lateCharge: { ...rule, percentPpb: percent } }
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
