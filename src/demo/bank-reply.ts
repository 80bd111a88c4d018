// What the bank of a demo writes: returns, corrections and acknowledgments, by the columns of the
// ACH layout (94 characters a line, ten lines a block).

/** An entry of our file, with its batch and what the bank says of it. */
export type Reply = {
  readonly entry: string
  readonly batch: string
  /** "R01", or "C01" with the number that is right. */
  readonly code: string
  readonly corrected: string
}

/** `day` as "2026-12-07"; each entry comes back in a batch of its own. */
export function replyFile(header: string, replies: readonly Reply[], day: string): Buffer {
  const batches = replies.map((reply, index) => batchOf(reply, { number: index + 1, day }))
  const lines = [headerOf(header, day), ...batches.flatMap(({ lines: own }) => own)]
  const total = (of: (batch: Batch) => number) => batches.reduce((sum, each) => sum + of(each), 0)
  const blocks = Math.ceil((lines.length + 1) / 10)
  const hash = total((each) => each.hash) % 10_000_000_000
  const control =
    `9${digits(batches.length, 6)}${digits(blocks, 6)}${digits(batches.length * 2, 8)}` +
    `${digits(hash, 10)}${digits(
      total((each) => each.debits),
      12,
    )}` +
    `${digits(
      total((each) => each.credits),
      12,
    )}`
  lines.push(control.padEnd(94))
  while (lines.length % 10 !== 0) lines.push('9'.repeat(94))
  return Buffer.from(`${lines.join('\n')}\n`, 'latin1')
}

/** In the words of docs/operating/BANK.md. */
export function acknowledgment(file: string, control: string): Buffer {
  const dollars = (from: number) => (Number(control.slice(from, from + 12)) / 100).toFixed(2)
  const counted = [`debits: ${dollars(31)}`, `credits: ${dollars(43)}`]
  return Buffer.from(`KEYTURN-ACK 1\nfile: ${file}\nstatus: accepted\n${counted.join('\n')}\n`)
}

/** From the bank to us: the two places of our file's header change sides. */
function headerOf(ours: string, day: string): string {
  const made = day.slice(2).replaceAll('-', '')
  const places = `${ours.slice(13, 23)}${ours.slice(3, 13)}`
  const names = `${ours.slice(63, 86)}${ours.slice(40, 63)}`
  return `101${places}${made}0600A094101${names}`.padEnd(94)
}

type Batch = {
  readonly lines: readonly string[]
  readonly hash: number
  readonly debits: number
  readonly credits: number
}

function batchOf(reply: Reply, at: { number: number; day: string }): Batch {
  const { entry, batch, code, corrected } = reply
  const isChange = code.startsWith('C')
  const isDebit = /[78]/.test(entry.slice(2, 3))
  const amount = isChange ? 0 : Number(entry.slice(29, 39))
  const [debits, credits] = isDebit && !isChange ? [amount, 0] : [0, amount]
  const service = isDebit && !isChange ? '225' : '220'
  const theirs = entry.slice(3, 11)
  const trace = `${theirs}${digits(at.number, 7)}`
  const end = `${theirs}${digits(at.number, 7)}`
  const kind = isChange ? 'COR' : batch.slice(50, 53)
  const about = `${batch.slice(4, 50)}${kind}${batch.slice(53, 75)}`
  const ours = entry.slice(79, 87)
  const hash = Number(ours)
  const counts = `${digits(2, 6)}${digits(hash, 10)}${digits(debits, 12)}${digits(credits, 12)}`
  const back = `${entry.slice(1, 2)}${service === '225' ? '6' : '1'}`
  const receiver = `${ours}${checkDigit(ours)}${entry.slice(12, 29)}${digits(amount, 10)}`
  const naming = `${code}${entry.slice(79, 94)}${' '.repeat(6)}${theirs}`
  return {
    ...{ hash, debits, credits },
    lines: [
      `5${service}${about}${dayOfYear(at.day)}1${end}`,
      `6${back}${receiver}${entry.slice(39, 78)}1${trace}`,
      `7${isChange ? '98' : '99'}${naming}${corrected.padEnd(44)}${trace}`,
      `8${service}${counts}${batch.slice(40, 50)}${' '.repeat(25)}${end}`,
    ],
  }
}

/** ABA: the weights 3, 7, 1 make the sum of all nine divisible by ten. */
function checkDigit(eight: string): number {
  const weights = [3, 7, 1]
  const sum = [...eight].reduce((all, digit, at) => all + Number(digit) * (weights[at % 3] ?? 0), 0)
  return (10 - (sum % 10)) % 10
}

function dayOfYear(day: string): string {
  const first = Date.parse(`${day.slice(0, 4)}-01-01T12:00:00Z`)
  return digits(Math.round((Date.parse(`${day}T12:00:00Z`) - first) / 86_400_000) + 1, 3)
}

function digits(value: number, size: number): string {
  return String(value).padStart(size, '0')
}
