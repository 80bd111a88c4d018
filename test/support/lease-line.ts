// A signed lease as a line of Keyturn JSON Lines: what boarding reads must be this contract again.
import type { LeaseContract } from '#src/domain/contract/lease.ts'
import { toDollars, toPercent } from '#src/domain/money.ts'

export function leaseLine(
  contract: LeaseContract,
  more: { account: string; history?: readonly { on: string; amount: string }[] },
): string {
  const { method, paymentTaxes, signingCharges, purchaseOption, mileage, lateCharge } = contract
  const { account, history = [] } = more
  return `${JSON.stringify({
    account,
    contract: {
      ...contract,
      ...dollarsOf(contract),
      method: method.kind,
      ...(method.kind === 'money-factor'
        ? { moneyFactor: `0.${String(method.moneyFactorPpb).padStart(9, '0')}` }
        : { rate: method.rate === null ? null : toPercent(method.rate) }),
      paymentTaxes: paymentTaxes.map(({ percentPpb, ...tax }) => ({
        ...tax,
        percent: toPercent(percentPpb),
      })),
      signingCharges: signingCharges.map((charge) => ({
        ...charge,
        amount: toDollars(charge.amount),
      })),
      purchaseOption: purchaseOption && {
        price: toDollars(purchaseOption.price),
        fee: toDollars(purchaseOption.fee),
      },
      mileage: mileage && { ...mileage, excessPerMile: toDollars(mileage.excessPerMile) },
      lateCharge: lateCharge && {
        graceDays: lateCharge.graceDays,
        percent: toPercent(lateCharge.percentPpb),
        minimum: toDollars(lateCharge.minimum),
        maximum: lateCharge.maximum === null ? null : toDollars(lateCharge.maximum),
        citation: lateCharge.citation,
      },
    },
    vehicle: { vin: '1M8GDM9AXKP042788', modelYear: 2024, make: 'Aldora', model: 'Vista' },
    primary: { givenName: 'Marisol', familyName: 'Quintero', identityNumber: '987-65-4320' },
    history: history.map((payment) => ({ kind: 'payment', ...payment })),
  })}\n`
}

function dollarsOf(contract: LeaseContract): Record<string, string> {
  const names = [
    'grossCapitalizedCost',
    'capitalizedCostReduction',
    'adjustedCapitalizedCost',
    'residualValue',
    'basePayment',
    'acquisitionFee',
    'securityDeposit',
    'dispositionFee',
  ] as const
  return Object.fromEntries(names.map((name) => [name, toDollars(contract[name])]))
}
