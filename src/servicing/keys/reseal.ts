import {
  countByKey,
  lockOlderValues,
  replaceValues,
  type SealedValue,
} from '#src/store/sealed-values.ts'
import { type Vault, VaultOpenError } from '#src/vault/vault.ts'
import type { ServicingContext } from '../context.ts'
import type { BoundColumn } from './bound-column.ts'
import { SEALED_COLUMNS } from './sealed-columns.ts'

export type ResealSummary = {
  readonly newest: number
  readonly resealed: number
  /** Values that cannot be opened with the keys there are; they stay as they were. */
  readonly unopened: readonly string[]
  /** How many values each older key still seals. */
  readonly left: ReadonlyMap<number, number>
}

type Context = Pick<ServicingContext, 'db' | 'vault'>

const VALUES_A_PAGE = 200
const MOST_ROUNDS = 5

/**
 * Puts every sealed value under the newest key, some hundred in one commit. It may be stopped at
 * any moment and run again, and runs beside the portal: a row that is in use is left for the next
 * round.
 */
export async function reseal(
  ctx: Context,
  tell: { readonly progress: (resealed: number) => void },
): Promise<ResealSummary> {
  const newest = ctx.vault.newestKey()
  const unopened = new Set<string>()
  let resealed = 0
  for (let round = 0; round < MOST_ROUNDS; round += 1) {
    for (const column of SEALED_COLUMNS)
      for await (const page of resealColumn(ctx, column)) {
        resealed += page.resealed
        for (const name of page.unopened) unopened.add(name)
        tell.progress(resealed)
      }
    const left = sum((await valuesByKey(ctx)).entries().filter(([key]) => key !== newest))
    if (left <= unopened.size) break
  }
  const left = await valuesByKey(ctx)
  left.delete(newest)
  return { newest, resealed, unopened: [...unopened], left }
}

/** How many values of all tables each key has sealed. */
export async function valuesByKey(ctx: Pick<Context, 'db'>): Promise<Map<number, number>> {
  const total = new Map<number, number>()
  for (const column of SEALED_COLUMNS)
    for (const [key, count] of await countByKey(ctx.db, column))
      total.set(key, (total.get(key) ?? 0) + count)
  return total
}

type Page = { readonly resealed: number; readonly unopened: readonly string[] }

async function* resealColumn(ctx: Context, column: BoundColumn): AsyncGenerator<Page> {
  const newest = ctx.vault.newestKey()
  for (let after: readonly string[] | null = null; ; ) {
    const page = { newest, after, limit: VALUES_A_PAGE }
    const done: Page & { held: readonly SealedValue[] } = await ctx.db
      .transaction()
      .execute(async (tx) => {
        const held = await lockOlderValues(tx, column, page)
        const { values, unopened } = renewed(ctx.vault, column, held)
        await replaceValues(tx, column, values)
        return { held, resealed: values.length, unopened }
      })
    yield done
    after = done.held.at(-1)?.name ?? null
    if (done.held.length < VALUES_A_PAGE) return
  }
}

function renewed(vault: Vault, column: BoundColumn, held: readonly SealedValue[]) {
  const values: SealedValue[] = []
  const unopened: string[] = []
  for (const { name, sealed } of held) {
    const context = column.context(name)
    const text = opened(vault, sealed, context)
    if (text === null) unopened.push(`${column.table} ${name.join(' ')}`)
    else values.push({ name, sealed: vault.seal(text, context) })
  }
  return { values, unopened }
}

function opened(vault: Vault, sealed: Buffer, context: string): string | null {
  try {
    return vault.open(sealed, context)
  } catch (error) {
    if (error instanceof VaultOpenError) return null
    throw error
  }
}

function sum(counts: IteratorObject<readonly [number, number]>): number {
  return counts.reduce((total, [, count]) => total + count, 0)
}
