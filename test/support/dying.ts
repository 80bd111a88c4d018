// A process that ends in the middle: after some statements every further answer of the database is
// an error, as to somebody who is no longer there. What was not committed is rolled back.
import type { KyselyPlugin } from 'kysely'
import type { Bank } from '#src/gateways/bank.ts'
import type { BankContext } from '#src/servicing/ach/bank-context.ts'
import type { Db } from '#src/store/database.ts'

export class Died extends Error {}

/** `steps`: answers of the database and of the bank that still arrive. */
export function dyingAfter<C extends BankContext>(ctx: C, steps: number): C {
  let left = steps
  const step = () => {
    left -= 1
    if (left < 0) throw new Died(`after ${steps} steps`)
  }
  const bank: Bank = {
    ...ctx.bank,
    deliver: async (name, bytes) => {
      step()
      await ctx.bank.deliver(name, bytes)
      step()
    },
  }
  return { ...ctx, db: stepping(ctx.db, step), bank }
}

/** The database alone, of which `steps` answers still arrive. */
export function dyingSteps(db: Db, steps: number): Db {
  let left = steps
  return stepping(db, () => {
    left -= 1
    if (left < 0) throw new Died(`after ${steps} steps`)
  })
}

function stepping(db: Db, step: () => void): Db {
  const plugin: KyselyPlugin = {
    transformQuery: ({ node }) => node,
    transformResult: async ({ result }) => {
      step()
      return result
    },
  }
  return db.withPlugin(plugin)
}
