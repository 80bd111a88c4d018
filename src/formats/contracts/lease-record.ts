// A lease of Keyturn's own files as a record to board.
import type { LeaseRecord, PastEvent } from '#src/domain/account/boarding.ts'
import type { LeaseOpening } from '#src/domain/account/event.ts'
import { addMonths } from '#src/domain/calendar.ts'
import type { ContractRules } from '#src/domain/contract/contract-rules.ts'
import type { LeaseContract, RentMethod } from '#src/domain/contract/lease.ts'
import { minus, ZERO_CENTS } from '#src/domain/money.ts'
import type { KeyturnLease } from './lease-schema.ts'
import { byDate, commonOf, toLateCharge } from './record-values.ts'

export function toLease(parsed: KeyturnLease, rules: ContractRules): LeaseRecord {
  const contract = toContract(parsed.contract, rules)
  const { on: openingOn, ...opening } = parsed.opening ?? { on: contract.start, ...NOTHING_PAID }
  return {
    ...commonOf(parsed),
    product: 'lease',
    contract,
    opening,
    openingOn,
    history: parsed.history.map(toPastEvent).sort(byDate),
  }
}

const NOTHING_PAID: LeaseOpening = {
  installmentsPaid: 0,
  paidTowardNext: ZERO_CENTS,
  lateCharges: ZERO_CENTS,
  fees: ZERO_CENTS,
  suspense: ZERO_CENTS,
}

function toContract(
  { moneyFactor, rate, method, lateCharge, ...terms }: KeyturnLease['contract'],
  rules: ContractRules,
): LeaseContract {
  const { grossCapitalizedCost, capitalizedCostReduction, start, timing, payments } = terms
  return {
    ...terms,
    adjustedCapitalizedCost:
      terms.adjustedCapitalizedCost ?? minus(grossCapitalizedCost, capitalizedCostReduction),
    method: toMethod({ method, moneyFactor, rate }),
    paymentTaxes: terms.paymentTaxes.map(({ percent, ...tax }) => ({
      ...tax,
      percentPpb: percent,
    })),
    firstDue: terms.firstDue ?? (timing === 'in-advance' ? start : addMonths(start, 1)),
    termMonths: terms.termMonths ?? payments,
    lateCharge: toLateCharge(lateCharge, rules),
  }
}

function toMethod({
  method,
  moneyFactor,
  rate,
}: Pick<KeyturnLease['contract'], 'method' | 'moneyFactor' | 'rate'>): RentMethod {
  return method === 'money-factor'
    ? { kind: 'money-factor', moneyFactorPpb: moneyFactor ?? 0 }
    : { kind: 'constant-yield', rate }
}

/** Money for a lease prepays installments: there is nothing else for it to choose. */
function toPastEvent({ on, ...event }: KeyturnLease['history'][number]): PastEvent {
  return event.kind === 'payment'
    ? { ...event, effectiveDate: on, extra: 'installments', extraAmount: null }
    : { ...event, effectiveDate: on }
}
