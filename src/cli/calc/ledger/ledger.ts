// `keyturn calc ledger`: the life of a loan from its events, by the law that services accounts.
// Example: 20000.00 at 5 % from 2026-01-15, 377.42 paid on 2026-02-15: 31 days of interest, 84.93,
// and 292.49 of principal.
import { explainStep } from '#src/domain/account/activity.ts'
import type { LoanLedger } from '#src/domain/account/ledger.ts'
import { explainQuote } from '#src/domain/account/quote.ts'
import { roundToCents } from '#src/domain/money.ts'
import { interestExactly } from '#src/domain/rules/position.ts'
import {
  type AnswerRow,
  type LedgerAnswer,
  ledgerAnswer,
} from '#src/formats/ledger/ledger-answer.ts'
import { type Computed, calculation, type Refused, refuse } from '../calculation.ts'
import { type Reason, reasonOf } from '../reason.ts'
import { ledgerOf } from './ledger-events.ts'
import { type LedgerInput, ledgerForm } from './ledger-input.ts'
import { misfit } from './ledger-misfit.ts'

export const ledger = calculation(ledgerForm, (input): Computed => {
  const refused = misfit(input)
  if (refused) return refuse(refused)
  const account = ledgerOf(input)
  // What a ledger holds already is computed as it was recorded.
  const tooMuch = input.expected === null ? belowZero(account, input) : null
  if (tooMuch) return refuse(tooMuch)
  const answer = ledgerAnswer(account, input)
  return {
    ok: true,
    result: { ...answer, ...(input.expected && { differences: differences(input, answer) }) },
    explain: () => reasonFor(account, input),
  }
})

/** A correction that takes away more than was there. */
function belowZero(account: LoanLedger, { events }: LedgerInput): Refused | null {
  for (const { event, after } of account.steps) {
    if (event.payload.kind !== 'adjustment') continue
    const { principal, lateCharges, fees, suspense, contract } = after
    const exact = interestExactly(after, after.accruedThrough)
    const interest = roundToCents(exact, contract.rounding)
    if (Math.min(interest, principal, lateCharges, fees, suspense) >= 0) continue
    const index = events.findIndex(({ id }, at) => event.id === (id ?? `#${at + 1}`))
    return { field: `events[${index}].amount`, message: 'This takes away more than there is.' }
  }
  return null
}

type Difference = { readonly at: string; readonly expected?: string; readonly computed?: string }

/** Where the answer is not what was expected: figure by figure, and lines that only one has. */
function differences({ expected }: LedgerInput, answer: LedgerAnswer): Difference[] {
  return (['postings', 'balances', 'payoffs'] as const).flatMap((name) => {
    const [wanted, computed] = [expected?.[name] ?? [], answer[name]]
    const count = Math.max(wanted.length, computed.length)
    return Array.from({ length: count }, (_, at) => at).flatMap((at) =>
      rowDifferences(`${name}[${at}]`, { expected: wanted[at], computed: computed[at] }),
    )
  })
}

function rowDifferences(
  at: string,
  { expected = {}, computed = {} }: Record<'expected' | 'computed', AnswerRow | undefined>,
): Difference[] {
  const names = new Set([...Object.keys(expected), ...Object.keys(computed)])
  return [...names].flatMap((name) => {
    const [wanted, found] = [expected[name], computed[name]]
    if (wanted === found) return []
    const row = { ...(wanted !== undefined && { expected: wanted }) }
    return [{ at: `${at}.${name}`, ...row, ...(found !== undefined && { computed: found }) }]
  })
}

function reasonFor(account: LoanLedger, { payoffOn }: LedgerInput): Reason {
  const steps = account.steps.flatMap((step) => {
    const reason = explainStep(step)
    const { id, effectiveDate } = step.event
    return reason ? [withInputs(reasonOf(reason), { event: id, effective: effectiveDate })] : []
  })
  const quotes = payoffOn.map((on) => reasonOf(explainQuote(account, on)))
  return { label: 'ledger', inputs: {}, rule: 'replayOfEvents', parts: [...steps, ...quotes] }
}

function withInputs(reason: Reason, inputs: Reason['inputs']): Reason {
  return { ...reason, inputs: { ...inputs, ...reason.inputs } }
}
