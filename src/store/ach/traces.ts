// From the trace number that a return names to the account of the entry that came back.
import type { Vault } from '#src/vault/vault.ts'
import { claimNumbers, findAccountsByNumbers } from '../accounts/directory.ts'
import type { Db, Tx } from '../database.ts'

/** Seven digits, none of them all zeros: then they go round. */
export const NUMBERS_OF_A_ROUND = 9_999_999

/** How often the numbers had gone round when an entry got its own. */
export function roundOf(firstNumber: number): number {
  return Math.floor(firstNumber / NUMBERS_OF_A_ROUND)
}

/** Takes the traces of entries for their accounts. Each is given once in a round. */
export async function claimTraces(
  tx: Tx,
  vault: Vault,
  of: {
    readonly round: number
    readonly entries: readonly { readonly trace: string; readonly accountId: string }[]
  },
): Promise<void> {
  const claims = of.entries.map(({ trace, accountId }) => {
    return { kind: 'trace' as const, number: numberOf(trace, of.round), accountId }
  })
  const taken = await claimNumbers(tx, vault, claims)
  if (taken.length > 0)
    throw new Error(`broken invariant: ${taken.length} traces were taken before`)
}

/**
 * The account of each trace that an entry of ours has: the newest, where the numbers went round
 * meanwhile.
 */
export async function findAccountsByTraces(
  db: Db,
  vault: Vault,
  traces: readonly string[],
): Promise<Map<string, string>> {
  const last = await db
    .selectFrom('ach_file')
    .select((row) => row.fn.max('first_number').as('first_number'))
    .executeTakeFirst()
  const newest = roundOf(last?.first_number ?? 0)
  const found = new Map<string, string>()
  // A bank returns what is at most some months old: of this round or the one before.
  for (const round of newest > 0 ? [newest - 1, newest] : [0]) {
    const byNumber = new Map(traces.map((trace) => [numberOf(trace, round), trace]))
    const numbers = [...byNumber.keys()]
    for (const [number, accountId] of await findAccountsByNumbers(db, vault, {
      kind: 'trace',
      numbers,
    }))
      found.set(byNumber.get(number) ?? number, accountId)
  }
  return found
}

/** In the first round the trace itself. */
function numberOf(trace: string, round: number): string {
  return round === 0 ? trace : `${trace}/${round}`
}
