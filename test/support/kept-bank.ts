import type { Bank } from '#src/gateways/bank.ts'

/** A bank in memory: what it was given, and what it leaves for us. */
export type KeptBank = Bank & {
  readonly delivered: Map<string, Buffer>
  readonly waiting: Map<string, Buffer>
}

export function keptBank(): KeptBank {
  const delivered = new Map<string, Buffer>()
  const waiting = new Map<string, Buffer>()
  return {
    delivered,
    waiting,
    deliver: async (name, bytes) => {
      const parts: Uint8Array[] = []
      for await (const part of bytes) parts.push(part)
      delivered.set(name, Buffer.concat(parts))
    },
    incoming: async () => [...waiting.keys()].sort(),
    fetch: async (name) => {
      const bytes = waiting.get(name)
      if (!bytes) throw new Error(`the bank left no ${name}`)
      return bytes
    },
    markTaken: async (name) => void waiting.delete(name),
  }
}
