// What a schema cannot see: whether the parts of one record agree with each other.
// Example: a first due date before the start of the contract is refused; an unusual installment is
// a warning.
import type { BoardingRecord } from '#src/domain/account/boarding.ts'
import type { CivilDate } from '#src/domain/calendar.ts'
import { checkBasePayment, checkLeaseOpening, checkLeaseTerms } from './check-lease.ts'
import { checkLoanOpening, checkLoanTerms, checkPayment } from './check-loan.ts'
import { checkObligors, checkVehicle } from './check-people.ts'
import { type Finding, refuse } from './finding.ts'

/**
 * Findings on one record, as of `today`; empty when all is well. A filing's figures are facts:
 * they only warn.
 */
export function checkRecord(record: BoardingRecord, today: CivilDate): Finding[] {
  const terms = [...checkTerms(record, today)]
  const people = [
    ...checkVehicle(record.vehicle),
    ...checkObligors(record),
    ...checkPapers(record, today),
  ]
  // Figures mean nothing on terms that cannot be.
  if (terms.length > 0) return [...terms, ...people]
  const figures = [...checkFigures(record)]
  return [
    ...(record.source === 'abs-ee' ? figures.map(asWarning) : figures),
    ...checkHistory(record, today),
    ...people,
  ]
}

function checkTerms(record: BoardingRecord, today: CivilDate): Iterable<Finding> {
  return record.product === 'loan'
    ? checkLoanTerms(record.contract, today)
    : checkLeaseTerms(record.contract, today)
}

function* checkFigures(record: BoardingRecord): Generator<Finding> {
  if (record.product === 'lease') {
    yield* checkBasePayment(record.contract)
    return yield* checkLeaseOpening(record)
  }
  // A filing names the installment of one month only.
  if (record.source === 'keyturn') yield* checkPayment(record.contract)
  yield* checkLoanOpening(record)
}

function asWarning(finding: Finding): Finding {
  return { ...finding, weight: 'warn' }
}

function* checkHistory(record: BoardingRecord, today: CivilDate): Generator<Finding> {
  if (record.openingOn > today) yield refuse('opening.on', 'The opening position is in the future.')
  for (const [index, event] of record.history.entries()) {
    const field = `history.${index}.on`
    if (event.effectiveDate < record.openingOn)
      yield refuse(field, 'Before the opening position, which already contains it.')
    if (event.effectiveDate > today) yield refuse(field, 'A past event lies in the future.')
    if (event.kind === 'payment' && (event.extraAmount ?? 0) > event.amount)
      yield refuse(`history.${index}.extraAmount`, 'More extra than was paid.')
    if (event.kind === 'proceeds' && event.expenses > event.amount)
      yield refuse(`history.${index}.expenses`, 'The expenses are more than the proceeds.')
  }
}

/** Whether their files are there and may be kept is judged when they are attached. */
function* checkPapers({ papers, obligors }: BoardingRecord, today: CivilDate): Generator<Finding> {
  for (const [index, { on, seenBy, file }] of papers.entries()) {
    const field = (name: string) => `papers.${index}.${name}`
    if (on > today) yield refuse(field('on'), 'A paper bears no day in the future.')
    if (seenBy !== 'everybody' && !obligors.some(({ role }) => role === seenBy))
      yield refuse(field('seenBy'), 'The contract has nobody of this kind.')
    if (papers.findIndex((other) => other.file === file) < index)
      yield refuse(field('file'), 'This file is named twice.')
  }
}
