// A bank for simulations: reads our files by columns, as a bank does, and sends back what it was
// told to. Imports nothing from src.
import { type Back, bankReturns } from '../bank-returns.ts'

export type BankEntry = {
  readonly trace: string
  readonly account: string
  readonly amount: number
  readonly description: string
  readonly file: string
  /** The day on which the file wants it settled. */
  readonly settles: string
  /** What it came back with, and on which day. */
  code: string | null
  backOn: string | null
}

export type SimulatedBank = ReturnType<typeof simulatedBank>

export function simulatedBank() {
  const entries = new Map<string, BankEntry>()
  const files = new Map<string, Buffer>()
  const waiting = new Map<string, Buffer>()
  const codes = new Map<string, string[]>()
  return {
    entries,
    files,
    /** What the next debits of a bank account come back with: "" for one that is paid. */
    expect: (account: string, next: readonly string[]) => codes.set(account, [...next]),
    deliver: async (name: string, bytes: AsyncIterable<Uint8Array>) => {
      const parts: Uint8Array[] = []
      for await (const part of bytes) parts.push(part)
      const whole = Buffer.concat(parts)
      const known = files.get(name)
      if (known?.equals(whole)) return
      if (known) throw new Error(`${name} came again with other bytes`)
      files.set(name, whole)
      for (const entry of entriesOf(name, whole)) take(entries, codes, entry)
    },
    incoming: async () => [...waiting.keys()].sort(),
    fetch: async (name: string) => waiting.get(name) ?? Buffer.alloc(0),
    markTaken: async (name: string) => void waiting.delete(name),
    /** Leaves a file of all returns that are ready after the cutoff of a day. */
    answer: async (day: string) => {
      const back = [...entries.values()].filter(
        (entry) => entry.backOn === null && isReady(entry, day),
      )
      if (back.length === 0) return
      for (const entry of back) entry.backOn = day
      waiting.set(`returns-${day}.ach`, bankReturns(back.map(backOf)))
    },
  }
}

const returned = { number: 0 }

function backOf({ code, trace, amount }: BankEntry): Back {
  returned.number += 1
  return { code: code ?? '', trace, amount, number: returned.number }
}

/** For lack of funds on the next day, as unauthorized after two weeks; never at weekends. */
function isReady({ code, settles }: BankEntry, day: string): boolean {
  if (code === null) return false
  const waits = code === 'R01' || code === 'R09' ? 1 : 14
  const ready = new Date(Date.parse(`${settles}T12:00:00Z`) + waits * 86_400_000)
  const weekday = new Date(`${day}T12:00:00Z`).getUTCDay()
  return weekday !== 0 && weekday !== 6 && ready.toISOString().slice(0, 10) <= day
}

function take(
  entries: Map<string, BankEntry>,
  codes: Map<string, string[]>,
  entry: BankEntry,
): void {
  if (entries.has(entry.trace)) throw new Error(`${entry.trace} stands in two files`)
  entries.set(entry.trace, { ...entry, code: codes.get(entry.account)?.shift() || null })
}

function entriesOf(file: string, bytes: Buffer): BankEntry[] {
  let [description, settles] = ['', '']
  return bytes
    .toString('latin1')
    .split(/\r?\n/)
    .flatMap((line) => {
      if (line.startsWith('5')) {
        description = line.slice(53, 63).trim()
        settles = line.slice(69, 75).replace(/^(..)(..)(..)$/, '20$1-$2-$3')
      }
      if (!line.startsWith('6') || Number(line.slice(29, 39)) === 0) return []
      const entry = { file, description, settles, code: null, backOn: null }
      const [account, trace] = [line.slice(12, 29).trim(), line.slice(79, 94)]
      return [{ ...entry, account, trace, amount: Number(line.slice(29, 39)) }]
    })
}
