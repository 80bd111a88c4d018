// A book whose processes are killed: opened anew each time, from its address, keys and folder.
import { randomUUIDv7 } from 'node:crypto'
import { join } from 'node:path'
import { readConfig } from '#src/config.ts'
import { type MovableClock, movableClock } from '#src/demo/movable-clock.ts'
import { answerAsBank } from '#src/demo/sandbox-bank.ts'
import { bankFolder } from '#src/gateways/bank-folder.ts'
import type { BankContext } from '#src/servicing/ach/bank-context.ts'
import type { Mover } from '#src/servicing/closing/close-through.ts'
import { connect } from '#src/store/database.ts'
import { openQueue } from '#src/store/queue/queue.ts'
import { vaultOfFile } from '#src/vault/key-file.ts'

/** `home` holds keys.json, the clock and the bank's folder. */
export type BookPlace = { readonly url: string; readonly home: string }

export type KilledBook = {
  readonly ctx: BankContext
  readonly mover: MovableClock & Mover
  readonly close: () => Promise<void>
}

export async function openKilledBook({ url, home }: BookPlace): Promise<KilledBook> {
  const db = connect({ url, max: 6, applicationName: 'keyturn kills' })
  const vault = vaultOfFile(join(home, 'keys.json'))
  const queue = await openQueue(db)
  const folder = join(home, 'bank')
  const clock = movableClock(home)
  const { lender } = readConfig({})
  const own = { clock, newId: () => randomUUIDv7(), lender, requestId: 'kills' }
  return {
    ctx: { db, vault, queue, ...own, bank: bankFolder(folder) },
    mover: { ...clock, answer: (day) => answerAsBank(folder, day) },
    close: async () => {
      await queue.close()
      await db.destroy()
    },
  }
}
