// Files as a bank sends them back, written by columns: returns and notifications of change about
// entries of ours. Imports nothing from src.

export type Back = {
  /** "R01" or "C01". */
  readonly code: string
  /** Of our entry. */
  readonly trace: string
  readonly amount?: number
  readonly corrected?: string
  /** Six digits, YYMMDD. */
  readonly dateOfDeath?: string
  /** Of the bank: the same number is the same return. */
  readonly number?: number
}

const RDFI = '23138010'
const OURS = 7_300_022

/** One batch of returns, one of changes where there are any; `settlementDay` as operators write it. */
export function bankReturns(backs: readonly Back[], settlementDay = ''): Buffer {
  const groups = [/^R/, /^C/]
    .map((kind) => backs.filter(({ code }) => kind.test(code)))
    .filter((group) => group.length > 0)
  const batches = groups.map((group, at) => batch(group, { number: at + 1, settlementDay }))
  const before = [fileHeader(), ...batches.flat()]
  const control =
    `9${zeros(batches.length, 6)}${zeros(Math.ceil((before.length + 1) / 10), 6)}` +
    `${zeros(backs.length * 2, 8)}${zeros(backs.length * OURS, 10)}` +
    `${zeros(debitsOf(backs), 12)}${zeros(0, 12)}`
  const lines = [...before, control.padEnd(94)]
  while (lines.length % 10 !== 0) lines.push('9'.repeat(94))
  return Buffer.from(`${lines.join('\n')}\n`)
}

function fileHeader(): string {
  const names = `${'LENDER'.padEnd(23)}${'SAMPLE BANK'.padEnd(23)}`
  return `101 123456780 0730002282612080600A094101${names}`.padEnd(94)
}

function batch(
  backs: readonly Back[],
  at: { readonly number: number; readonly settlementDay: string },
): string[] {
  const isReturn = backs[0]?.code.startsWith('R') ?? true
  const service = isReturn ? '225' : '220'
  const own = `1234567890${isReturn ? 'WEB' : 'COR'}${'AUTO PAYMT'.padEnd(16)}`
  const end = `${RDFI}${zeros(at.number, 7)}`
  const header = `5${service}${'LENDER'.padEnd(36)}${own}261207${at.settlementDay.padEnd(3)}1${end}`
  const control =
    `8${service}${zeros(backs.length * 2, 6)}${zeros(backs.length * OURS, 10)}` +
    `${zeros(isReturn ? debitsOf(backs) : 0, 12)}${zeros(0, 12)}1234567890${' '.repeat(25)}${end}`
  const lines = backs
    .map((back, index) => ({ ...back, number: back.number ?? index + 1 }))
    .sort((a, b) => a.number - b.number)
    .flatMap((back) => entryAndAddenda(back))
  return [header, ...lines, control]
}

function entryAndAddenda(back: Back & { readonly number: number }): string[] {
  const { code, trace, amount = 0, corrected = '', dateOfDeath = '' } = back
  const own = `${RDFI}${zeros(back.number, 7)}`
  const isReturn = code.startsWith('R')
  const account = '123456789'.padEnd(17)
  const name = 'SOMEBODY'.padEnd(24)
  const entry =
    `6${isReturn ? '26' : '21'}073000228${account}${zeros(isReturn ? amount : 0, 10)}` +
    `${' '.repeat(15)}${name}1${own}`
  const about = `${code}${trace}${dateOfDeath.padEnd(6)}${RDFI}`
  return [
    entry,
    isReturn ? `799${about}${' '.repeat(44)}${own}` : `798${about}${corrected.padEnd(44)}${own}`,
  ]
}

function debitsOf(backs: readonly Back[]): number {
  return backs.reduce((sum, { code, amount = 0 }) => sum + (code.startsWith('R') ? amount : 0), 0)
}

function zeros(value: number, size: number): string {
  return String(value).padStart(size, '0')
}
