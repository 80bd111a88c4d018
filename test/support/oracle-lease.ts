// A lease walked one month at a time in exact fractions, to judge the closed forms of src: it
// imports nothing from there.

/** A fraction n / d with a positive denominator; never reduced, never rounded. */
export type Exact = { readonly n: bigint; readonly d: bigint }

export type OracleLease = {
  readonly adjustedCapitalizedCost: number
  readonly residualValue: number
  readonly payments: number
  readonly timing: 'in-advance' | 'in-arrears'
  readonly rounding: 'half-up' | 'half-even' | 'cut'
}

/**
 * The payment that brings the lease to its residual. After each month the balance is a - b x
 * payment; the two are carried through the term and solved at its end.
 */
export function walkedPayment(lease: OracleLease, yearlyRate: Exact): Exact {
  // Everything is kept over d^months, so that a and b stay whole.
  const [growth, d] = [yearlyRate.d * 12n + yearlyRate.n, yearlyRate.d * 12n]
  let [a, b, scale] = [BigInt(lease.adjustedCapitalizedCost), 0n, 1n]
  for (let month = 0; month < lease.payments; month += 1) {
    if (lease.timing === 'in-advance') b += scale
    a *= growth
    b *= growth
    scale *= d
    if (lease.timing === 'in-arrears') b += scale
  }
  return { n: a - BigInt(lease.residualValue) * scale, d: b }
}

/** What is left after the last payment when nothing is ever rounded. */
export function walkedEnd(lease: OracleLease, payment: number, yearlyRate: Exact): Exact {
  const [growth, d] = [yearlyRate.d * 12n + yearlyRate.n, yearlyRate.d * 12n]
  let [balance, scale] = [BigInt(lease.adjustedCapitalizedCost), 1n]
  for (let month = 0; month < lease.payments; month += 1) {
    if (lease.timing === 'in-advance') balance -= BigInt(payment) * scale
    balance *= growth
    scale *= d
    if (lease.timing === 'in-arrears') balance -= BigInt(payment) * scale
  }
  return { n: balance, d: scale }
}

/** Worth today of equal payments at the end of each month and of a residual a month after them. */
export function presentValue(
  flow: { payment: number; payments: number; residual: number },
  yearlyRate: Exact,
): Exact {
  const [growth, d] = [yearlyRate.d * 12n + yearlyRate.n, yearlyRate.d * 12n]
  let worth: Exact = { n: BigInt(flow.residual) * d, d: growth }
  for (let month = 0; month < flow.payments; month += 1) {
    worth = { n: (worth.n + BigInt(flow.payment) * worth.d) * d, d: worth.d * growth }
  }
  return worth
}

/** Whole cents by the named rule; written with the remainder, not with the floor of src. */
export function centsOf(exact: Exact, rounding: OracleLease['rounding']): number {
  const sign = exact.n < 0n ? -1n : 1n
  const n = exact.n * sign
  const rest = n % exact.d
  const whole = (n - rest) / exact.d
  const beyond = rest * 2n - exact.d
  const isOdd = whole % 2n === 1n
  const up =
    rounding !== 'cut' && (beyond > 0n || (beyond === 0n && (rounding === 'half-up' || isOdd)))
  return Number(sign * (whole + (up ? 1n : 0n)))
}

/** Rents of the months, each rounded, the last one what is left of the whole rent. */
export function walkedRents(
  lease: OracleLease,
  payment: number,
  monthly: (balance: number) => Exact,
): number[] {
  const rents: number[] = []
  let balance = lease.adjustedCapitalizedCost
  while (rents.length < lease.payments - 1) {
    const base = lease.timing === 'in-advance' ? balance - payment : balance
    const rent = centsOf(monthly(base), lease.rounding)
    rents.push(rent)
    balance += rent - payment
  }
  return [...rents, lease.residualValue - balance + payment]
}

export type Poured = {
  /** What is still missing of each installment. */
  readonly missing: readonly number[]
  readonly lateCharges: number
  readonly fees: number
  readonly held: number
}

type Owing = { missing: number[]; lateCharges: number; fees: number; held: number }

/**
 * Pours payments cent by cent into what a lessee owes: what was directed to charges, installments up
 * to the next due date, charges, then the installments after it; the rest is held.
 */
export function pour(
  owed: { dues: readonly string[]; total: number; lateCharges: number; fees: number },
  payments: readonly { amount: number; toCharges: number; on: string }[],
): Poured {
  const state: Owing = { ...owed, missing: owed.dues.map(() => owed.total), held: 0 }
  for (const { amount, toCharges, on } of payments) {
    const next = owed.dues.findIndex((due) => due >= on)
    const through = next === -1 ? owed.dues.length : next + 1
    for (let cent = 0; cent < amount; cent += 1) {
      const directed = cent < toCharges && takeCharge(state)
      if (directed || takeInstallment(state, through) || takeCharge(state)) continue
      if (!takeInstallment(state, owed.dues.length)) state.held += 1
    }
  }
  return state
}

function takeCharge(state: Owing): boolean {
  if (state.lateCharges > 0) state.lateCharges -= 1
  else if (state.fees > 0) state.fees -= 1
  else return false
  return true
}

function takeInstallment(state: Owing, through: number): boolean {
  const open = state.missing.findIndex((missing) => missing > 0)
  if (open === -1 || open >= through) return false
  state.missing[open] = (state.missing[open] ?? 0) - 1
  return true
}
