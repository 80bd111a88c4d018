// Reads boarding files made in tests.
import type { BoardingProblem, LeaseRecord, LoanRecord } from '#src/domain/account/boarding.ts'
import { date } from '#src/domain/calendar.ts'
import { type ContractRules, STANDARD_RULES } from '#src/domain/contract/contract-rules.ts'
import { cents, ratePpb } from '#src/domain/money.ts'
import type { BoardingItem, FilingChoices } from '#src/formats/boarding/boarding-item.ts'
import { readBoardingFile } from '#src/formats/boarding/read-boarding-file.ts'

export const TODAY = date('2026-11-24')

/** A lender's rules beside the standard ones. */
export const RULES: readonly ContractRules[] = [
  STANDARD_RULES,
  {
    name: 'LENDER-2025',
    effectiveFrom: date('2025-01-01'),
    citation: 'Contract form 2025',
    waterfall: ['lateCharges', 'interest', 'principal', 'fees'],
    smallRemainder: cents(500),
    lateCharge: {
      graceDays: 10,
      percentPpb: ratePpb(50_000_000),
      minimum: cents(500),
      maximum: null,
      citation: 'Clause 4',
    },
  },
]

/** All items of a file, handed over in chunks of `chunkBytes`. */
export async function itemsOf(
  content: string | Uint8Array,
  options: { name?: string; chunkBytes?: number; trust?: string | null } = {},
): Promise<BoardingItem[]> {
  const { name = 'file', chunkBytes = 512, trust = null } = options
  const choices: FilingChoices = { trust, dayCount: 'actual/365' }
  const file = { name, chunks: chunked(Buffer.from(content), chunkBytes) }
  return collected(
    readBoardingFile(file, choices, { today: TODAY, identityNumbers: 'us', rules: RULES }),
  )
}

/** Problems of a file whose only item is refused. */
export async function problemsOf(content: string | Uint8Array): Promise<BoardingProblem[]> {
  const [item, ...others] = await itemsOf(content)
  if (others.length > 0) throw new Error(`one item expected, found ${others.length + 1}`)
  if (item?.kind === 'rejected') return [...item.problems]
  return item?.kind === 'unreadable' ? [item.problem] : []
}

/** The loan of an item that was accepted. */
export function loanOf(item: BoardingItem | undefined): LoanRecord {
  if (item?.kind !== 'record' || item.record.product !== 'loan') throw new Error('no loan')
  return item.record
}

/** The lease of an item that was accepted. */
export function leaseOf(item: BoardingItem | undefined): LeaseRecord {
  if (item?.kind !== 'record' || item.record.product !== 'lease') throw new Error('no lease')
  return item.record
}

/** The smallest contract that is accepted, as parsed JSON to be changed. */
export function plainContract() {
  return {
    account: 'KT-5001-0001',
    contract: {
      principal: '20000.00',
      rate: '5.49',
      start: '2026-01-15',
      firstDue: '2026-02-15',
      payments: 60,
      payment: '381.93',
    },
    vehicle: { vin: '1M8GDM9AXKP042788', modelYear: 2024, make: 'Aldora', model: 'Vista' },
    primary: { givenName: 'Marisol', familyName: 'Quintero', identityNumber: '987-65-4320' },
  }
}

/** The smallest lease that is accepted; the payment is the Federal Reserve's sample form's. */
export function plainLease() {
  const { vehicle, primary } = plainContract()
  return {
    account: 'KT-6001-0001',
    contract: {
      kind: 'lease',
      grossCapitalizedCost: '18800.00',
      residualValue: '12350.00',
      payments: 48,
      method: 'constant-yield',
      basePayment: '244.69',
      start: '2026-01-15',
    },
    vehicle,
    primary,
  }
}

/** A plain contract with some fields set by path; `undefined` removes one. */
export function changed(
  changes: Record<string, unknown>,
  plain: { account: string } = plainContract(),
): string {
  const contract: Record<string, unknown> = structuredClone(plain)
  for (const [path, value] of Object.entries(changes)) {
    const names = path.split('.')
    const last = names.pop() ?? ''
    let at = contract
    for (const name of names) {
      at[name] ??= {}
      at = at[name] as Record<string, unknown>
    }
    at[last] = value
  }
  return `${JSON.stringify(contract)}\n`
}

async function* chunked(bytes: Uint8Array, size: number): AsyncGenerator<Uint8Array> {
  for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size)
}

export async function collected<T>(items: AsyncIterable<T>): Promise<T[]> {
  const all: T[] = []
  for await (const item of items) all.push(item)
  return all
}
