// What loans and leases of Keyturn's own files have in common, in the forms of the domain.
import type { BoardingRecord, ObligorDetails, PastEvent } from '#src/domain/account/boarding.ts'
import type { ContractRules } from '#src/domain/contract/contract-rules.ts'
import type { LateChargeRule } from '#src/domain/contract/loan.ts'
import type { Common, LateCharge, Obligor } from './contract-parts.ts'

/** Numbers, people and vehicle of a record. */
export function commonOf(
  parsed: Common,
): Pick<
  BoardingRecord,
  'source' | 'sourceKey' | 'accountNumber' | 'obligors' | 'vehicle' | 'months' | 'papers'
> {
  return {
    source: 'keyturn',
    sourceKey: parsed.account.replace(/[ -]/g, ''),
    accountNumber: parsed.account,
    obligors: [
      toObligor('primary', parsed.primary),
      ...(parsed.co ? [toObligor('co', parsed.co)] : []),
    ],
    vehicle: parsed.vehicle,
    months: [],
    papers: parsed.papers,
  }
}

/** The contract's own late charge, null where it says that there is none, else that of its rules. */
export function toLateCharge(
  stated: LateCharge | null | undefined,
  rules: ContractRules,
): LateChargeRule | null {
  if (stated === undefined) return rules.lateCharge
  if (stated === null) return null
  const { percent, ...rule } = stated
  return { ...rule, percentPpb: percent }
}

export function byDate(a: PastEvent, b: PastEvent): number {
  return a.effectiveDate < b.effectiveDate ? -1 : a.effectiveDate > b.effectiveDate ? 1 : 0
}

function toObligor(role: ObligorDetails['role'], person: Obligor): ObligorDetails {
  return {
    role,
    ...person,
    identityNumber: person.identityNumber.replace(/[\s-]/g, '').toUpperCase(),
  }
}
