// The lease of the Federal Reserve's sample form, with dates and charges of our own.
import { date } from '#src/domain/calendar.ts'
import type { LeaseContract } from '#src/domain/contract/lease.ts'
import { cents, ratePpb } from '#src/domain/money.ts'

/** 48 x 244.69 and 12.25 of tax, the first at signing on 2026-01-15. */
export const SAMPLE_LEASE: LeaseContract = {
  kind: 'lease',
  grossCapitalizedCost: cents(2_230_000),
  capitalizedCostReduction: cents(350_000),
  adjustedCapitalizedCost: cents(1_880_000),
  residualValue: cents(1_235_000),
  payments: 48,
  frequency: 'monthly',
  timing: 'in-advance',
  method: { kind: 'constant-yield', rate: null },
  basePayment: cents(24_469),
  // The form prints the tax in dollars; this rate gives them.
  paymentTaxes: [{ name: 'Monthly tax', percentPpb: ratePpb(50_064_000), citation: 'contract' }],
  start: date('2026-01-15'),
  firstDue: date('2026-01-15'),
  secondDue: null,
  termMonths: 48,
  rounding: 'half-up',
  signingCharges: [
    { name: 'Title', amount: cents(7_500), citation: '12 CFR 1013.4(n)' },
    { name: 'Registration', amount: cents(6_000), citation: '12 CFR 1013.4(n)' },
  ],
  acquisitionFee: cents(0),
  securityDeposit: cents(35_000),
  dispositionFee: cents(40_000),
  purchaseOption: null,
  mileage: null,
  lateCharge: {
    graceDays: 10,
    percentPpb: ratePpb(50_000_000),
    minimum: cents(0),
    maximum: null,
    citation: 'contract, clause 9',
  },
  ruleVersion: 'standard',
}
