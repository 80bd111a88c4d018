import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import type { LeaseContract } from '#src/domain/contract/lease.ts'
import { leaseDisclosure } from '#src/domain/contract/lease-disclosure.ts'
import {
  explainTotalOfPayments,
  explainTotalPayment,
} from '#src/domain/contract/lease-explanation.ts'
import { leaseSchedule } from '#src/domain/contract/lease-schedule.ts'
import type { Explanation } from '#src/domain/explanation.ts'
import { cents, parseDollars, toDollars } from '#src/domain/money.ts'
import leases from '#test/data/leases.json' with { type: 'json' }
import { anyLease } from '#test/support/arbitrary-lease.ts'
import { SAMPLE_LEASE } from '#test/support/signed-lease.ts'

const money = (text: string) => parseDollars(text) ?? assert.fail(text)

test('the sample form of the Federal Reserve, figure by figure', () => {
  for (const form of leases.disclosures) {
    const schedule = leaseSchedule(contractOf(form))
    const shown = leaseDisclosure(schedule)
    const found = {
      adjusted: schedule.contract.adjustedCapitalizedCost,
      depreciation: shown.depreciation,
      rentCharge: shown.rentCharge,
      totalOfBase: shown.totalOfBasePayments,
      totalPayment: shown.totalPayment,
      dueAtSigning: shown.amountDueAtSigning,
      totalOfMonthly: shown.totalOfPeriodicPayments,
      totalOfPayments: shown.totalOfPayments,
    }
    for (const [name, amount] of Object.entries(found)) {
      assert.equal(toDollars(amount), form[name as keyof typeof form], `${form.id} ${name}`)
    }
  }
})

test('the working names every item of the regulation, in its order from the end', () => {
  const [form] = leases.disclosures
  assert.ok(form)
  const tree = explainTotalPayment(leaseSchedule(contractOf(form)))
  assert.deepEqual(
    linesOf(tree).map(({ label, amount, citation }) => [
      label,
      toDollars(amount ?? cents(0)),
      citation,
    ]),
    [
      ['totalPayment', '256.94', '12 CFR 1013.4(f)(11)'],
      ['basePayment', '244.69', '12 CFR 1013.4(f)(9)'],
      ['totalOfBasePayments', '11745.12', '12 CFR 1013.4(f)(7)'],
      ['depreciation', '6450.00', '12 CFR 1013.4(f)(5)'],
      ['adjustedCapitalizedCost', '18800.00', '12 CFR 1013.4(f)(3)'],
      ['grossCapitalizedCost', '22300.00', '12 CFR 1013.4(f)(1)'],
      ['capitalizedCostReduction', '-3500.00', '12 CFR 1013.4(f)(2)'],
      ['residualValue', '-12350.00', '12 CFR 1013.4(f)(4)'],
      ['rentCharge', '5295.12', '12 CFR 1013.4(f)(6)'],
      ['paymentTax', '12.25', 'contract'],
    ],
  )
})

test('wherever the working says that parts add up, they do', () => {
  fc.assert(
    fc.property(anyLease, (contract) => {
      const schedule = leaseSchedule(contract)
      const shown = leaseDisclosure(schedule)
      const trees = [explainTotalPayment(schedule), explainTotalOfPayments(schedule)]
      assert.deepEqual(
        trees.map(({ amount }) => amount),
        [shown.totalPayment, shown.totalOfPayments],
      )
      for (const { rule, amount, parts = [] } of trees.flatMap(linesOf)) {
        if (rule !== 'sumOfParts') continue
        assert.equal(
          parts.reduce((all, part) => all + (part.amount ?? 0), 0),
          amount,
        )
      }
    }),
  )
})

function linesOf(tree: Explanation): Explanation[] {
  return [tree, ...(tree.parts ?? []).flatMap(linesOf)]
}

/** The terms of the form on a lease with dates of its own. */
function contractOf(form: (typeof leases.disclosures)[number]): LeaseContract {
  return {
    ...SAMPLE_LEASE,
    grossCapitalizedCost: money(form.gross),
    capitalizedCostReduction: money(form.reduction),
    adjustedCapitalizedCost: money(form.adjusted),
    residualValue: money(form.residual),
    payments: form.payments,
    basePayment: money(form.basePayment),
    signingCharges: form.signing.map((amount) => ({
      name: 'Title and registration',
      amount: money(amount),
      citation: '12 CFR 1013.4(n)',
    })),
    securityDeposit: money(form.deposit),
    dispositionFee: money(form.disposition),
  }
}
