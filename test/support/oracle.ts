// An account walked one night at a time, to judge the replay of src: it imports nothing from there.
// The United States Rule: unpaid interest waits beside the principal and never earns interest (12
// CFR 1026 App. J (a)(3)).
import { type Conventions, interestUnits, nextDay, UNIT, wholeCents } from './oracle-nights.ts'

type Buckets = { interest: number; principal: number; lateCharges: number; fees: number }
export type OracleSplit = Buckets & { recovered: number; suspense: number }
export type OracleDay = Buckets & {
  chargedOff: number | null
  suspense: number
  payoff: number
  perDiemUnits: bigint
}

type OracleContract = Conventions & {
  readonly rate: number
  readonly carryFractions: boolean
  readonly waterfall: readonly (keyof Buckets)[]
  readonly smallRemainder: number
}

type OracleOpening = Buckets & {
  readonly suspense: number
  readonly interestPaidThrough: string
}

type OraclePayload =
  | { readonly kind: 'boarded'; readonly contract: OracleContract; readonly opening: OracleOpening }
  | { readonly kind: 'payment'; readonly amount: number; readonly toCharges: number }
  | { readonly kind: 'fee' | 'lateCharge'; readonly amount: number }
  | {
      readonly kind: 'adjustment'
      readonly bucket: keyof Buckets | 'suspense'
      readonly amount: number
    }
  | { readonly kind: 'release'; readonly amount: number }
  | { readonly kind: 'proceeds'; readonly amount: number; readonly expenses: number }
  | { readonly kind: 'extension' | 'chargeOff' | 'remainder' }
  | { readonly kind: 'rate'; readonly rate: number }
  | { readonly kind: 'reversal'; readonly of: string }

export type OracleEvent = {
  readonly id: string
  readonly seq: number
  readonly effectiveDate: string
  readonly postedAt: string
  readonly payload: OraclePayload
}

export type OracleAnswer = {
  /** End of each day from the opening to `through`. */
  readonly days: ReadonlyMap<string, OracleDay>
  readonly splits: ReadonlyMap<string, OracleSplit>
}

type State = {
  contract: OracleContract
  principal: number
  rate: number
  lateCharges: number
  fees: number
  suspense: number
  /** What is owed without interest since the account was given up; null before. */
  chargedOff: number | null
  /**
   * Interest that waits from before the period, in units; below zero when a fraction was rounded up
   * and is carried.
   */
  waiting: bigint
  /** The nights since then, all at one price. */
  period: { since: string; principal: number; rate: number }
}

/** The account at the end of every day, as known at `knownAt` (any time when absent). */
export function walk(
  events: readonly OracleEvent[],
  upTo: { through: string; knownAt?: string },
): OracleAnswer {
  const known = events.filter((e) => upTo.knownAt === undefined || e.postedAt <= upTo.knownAt)
  const standing = withoutReversed(known)
  const boarded = standing.find((e) => e.payload.kind === 'boarded')?.payload
  if (boarded?.kind !== 'boarded') throw new Error('no boarding')
  const state = open(boarded)
  const byDay = Map.groupBy(standing, (e) => e.effectiveDate)
  const days = new Map<string, OracleDay>()
  const splits = new Map<string, OracleSplit>()
  for (let day = state.period.since; day <= upTo.through; day = nextDay(day)) {
    for (const event of chargesFirst(byDay.get(day) ?? [])) {
      const split = happen(state, day, event.payload)
      if (split) splits.set(event.id, split)
    }
    days.set(day, endOf(state, day))
    spendNight(state, day)
  }
  return { days, splits }
}

/** A late charge comes with its day, whenever it was recorded. */
function chargesFirst(events: readonly OracleEvent[]): OracleEvent[] {
  const isCharge = (event: OracleEvent) => event.payload.kind === 'lateCharge'
  return [...events.filter(isCharge), ...events.filter((event) => !isCharge(event))]
}

/** What is left when every reversal that stands has taken its event away, in order of recording. */
function withoutReversed(events: readonly OracleEvent[]): OracleEvent[] {
  const gone = new Set<string>()
  const newestFirst = [...events].sort((a, b) => b.seq - a.seq)
  for (const { id, payload } of newestFirst) {
    if (payload.kind === 'reversal' && !gone.has(id)) gone.add(payload.of)
  }
  return newestFirst.reverse().filter((e) => !gone.has(e.id))
}

function open(boarded: OraclePayload & { kind: 'boarded' }): State {
  const { contract, opening } = boarded
  return {
    contract,
    principal: opening.principal,
    rate: contract.rate,
    lateCharges: opening.lateCharges,
    fees: opening.fees,
    suspense: opening.suspense,
    chargedOff: null,
    waiting: BigInt(opening.interest) * UNIT,
    period: {
      since: opening.interestPaidThrough,
      principal: opening.principal,
      rate: contract.rate,
    },
  }
}

function happen(state: State, day: string, payload: OraclePayload): OracleSplit | null {
  switch (payload.kind) {
    case 'boarded':
    case 'reversal':
    case 'extension':
      return null
    case 'chargeOff':
      giveUp(state, day)
      return null
    case 'proceeds':
      return pay(state, day, { amount: payload.amount - payload.expenses, toCharges: 0 })
    case 'remainder':
      forgive(state, day)
      return null
    case 'payment':
      return pay(state, day, payload)
    case 'fee':
      state.fees += payload.amount
      return null
    case 'lateCharge':
      state.lateCharges += payload.amount
      return null
    case 'rate':
      state.rate = payload.rate
      return null
    case 'adjustment':
      if (payload.bucket === 'interest') state.waiting += BigInt(payload.amount) * UNIT
      else state[payload.bucket] += payload.amount
      return null
    case 'release':
      state.suspense -= payload.amount
      return null
  }
}

/** Money held aside stays there, until together with a payment it closes the account. */
function pay(state: State, day: string, given: { amount: number; toCharges: number }): OracleSplit {
  const due = interestDue(state, day)
  const owes = { ...state, interest: due }
  const split: OracleSplit = {
    interest: 0,
    principal: 0,
    lateCharges: 0,
    fees: 0,
    recovered: 0,
    suspense: 0,
  }
  const take = (bucket: keyof Buckets, most: number) => {
    const part = Math.min(most, owes[bucket] - split[bucket])
    split[bucket] += part
    return part
  }
  const inAll = owedOn(state, day) + (state.chargedOff ?? 0)
  const closes = inAll > 0 && given.amount + state.suspense >= inAll
  let left = given.amount + (closes ? state.suspense : 0)
  split.recovered = Math.min(left, state.chargedOff ?? 0)
  left -= split.recovered
  if (state.chargedOff !== null) state.chargedOff -= split.recovered
  let directed = Math.min(given.toCharges, left)
  for (const bucket of ['lateCharges', 'fees'] as const) {
    const part = take(bucket, directed)
    directed -= part
    left -= part
  }
  for (const bucket of state.contract.waterfall) left -= take(bucket, left)
  split.suspense = left - (closes ? state.suspense : 0)
  if (split.interest > 0) {
    startPeriod(state, day)
    const rest = state.waiting - BigInt(split.interest) * UNIT
    state.waiting = split.interest === due && !state.contract.carryFractions ? 0n : rest
  }
  for (const bucket of ['principal', 'lateCharges', 'fees'] as const) state[bucket] -= split[bucket]
  state.suspense += split.suspense
  return split
}

/** Money held aside goes to the debt; the rest of it stays owed and costs nothing more. */
function giveUp(state: State, day: string): void {
  const owed = owedOn(state, day)
  const held = Math.min(state.suspense, owed)
  empty(state, day)
  state.suspense -= held
  state.chargedOff = (state.chargedOff ?? 0) + owed - held
}

function forgive(state: State, day: string): void {
  const left = owedOn(state, day) - state.suspense
  if (state.chargedOff !== null || left <= 0 || left > state.contract.smallRemainder) return
  empty(state, day)
  state.suspense = 0
}

function empty(state: State, day: string): void {
  startPeriod(state, day)
  state.waiting = 0n
  state.principal = 0
  state.lateCharges = 0
  state.fees = 0
}

function owedOn(state: State, day: string): number {
  return state.principal + interestDue(state, day) + state.lateCharges + state.fees
}

/**
 * Another principal or rate begins another period; most contracts begin one every night, for there
 * a night is a night.
 */
function spendNight(state: State, day: string): void {
  const { period, principal, rate, contract } = state
  if (period.principal !== principal || period.rate !== rate) startPeriod(state, day)
  if (!BY_PERIOD.has(contract.dayCount)) startPeriod(state, nextDay(day))
}

/** Under these a stretch of days is worth something else than its nights one by one. */
const BY_PERIOD: ReadonlySet<string> = new Set(['30/360', 'actual/366-feb29'])

function startPeriod(state: State, day: string): void {
  state.waiting = exactInterest(state, day)
  state.period = { since: day, principal: state.principal, rate: state.rate }
}

function exactInterest(state: State, day: string): bigint {
  const { since, ...price } = state.period
  return state.waiting + interestUnits(state.contract, { ...price, from: since, to: day })
}

/** With one more night, at the price that today ends with. */
function interestTomorrow(state: State, day: string): bigint {
  const next = { ...state, period: { ...state.period } }
  spendNight(next, day)
  return exactInterest(next, nextDay(day))
}

function interestDue(state: State, day: string): number {
  return Math.max(0, wholeCents(exactInterest(state, day), state.contract.rounding))
}

function endOf(state: State, day: string): OracleDay {
  const { principal, lateCharges, fees, suspense, chargedOff } = state
  const interest = interestDue(state, day)
  const payoff = owedOn(state, day) + (chargedOff ?? 0) - suspense
  const perDiemUnits = interestTomorrow(state, day) - exactInterest(state, day)
  return { principal, interest, lateCharges, fees, chargedOff, suspense, payoff, perDiemUnits }
}
