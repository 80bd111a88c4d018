// Hash chains: each row's seal covers the row and the head before it, and the head covers the
// seal and how many rows there are. Whoever has the database but not the keys cannot change,
// insert or remove a row, not even the last.
import { equal, type Vault } from '#src/vault/vault.ts'
import { canonicalJson } from './canonical.ts'

/** A kind of chain and whose it is: events or audit of an account, or an access chain by name. */
export type Chain = {
  readonly kind: 'account-event' | 'account-audit' | 'access-audit'
  readonly key: string
}

export type ChainHead = { readonly count: number; readonly seal: Buffer }

export type Link = { readonly seq: number; readonly seal: Buffer; readonly head: ChainHead }

/** A row as it is stored: `record` holds all that its seal covers. */
export type SealedRecord = {
  readonly seq: number
  readonly seal: Uint8Array
  readonly record: Readonly<Record<string, unknown>>
}

/**
 * `head`: the rows are whole, but the kept head is not theirs. `beyondHead`: more rows than the
 * head knows.
 */
export type ChainProblem = {
  readonly problem: 'missing' | 'changed' | 'beyondHead' | 'head'
  readonly seq: number
}

export function emptyHead(vault: Vault, chain: Chain): ChainHead {
  return headOf(vault, chain, { count: 0, seal: Buffer.alloc(0) })
}

/** The next link of the chain: `seq` and `seal` go into the row, `head` beside the account. */
export function extendChain(
  vault: Vault,
  chain: Chain,
  at: { readonly head: ChainHead; readonly record: Readonly<Record<string, unknown>> },
): Link {
  const seq = at.head.count + 1
  const seal = sealOf(vault, chain, { head: at.head.seal, seq, record: at.record })
  return { seq, seal, head: headOf(vault, chain, { count: seq, seal }) }
}

/** What is wrong with a chain, by row; nothing when it is whole. Rows are in order of seq. */
export function verifyChain(
  vault: Vault,
  chain: Chain,
  stored: { readonly rows: readonly SealedRecord[]; readonly head: ChainHead },
): ChainProblem[] {
  const problems: ChainProblem[] = []
  let before: readonly ChainHead[] = [emptyHead(vault, chain)]
  let expected = 1
  for (const row of stored.rows) {
    for (; expected < row.seq; expected += 1) {
      problems.push({ problem: 'missing', seq: expected })
      // The head before the next row is lost: whether that row was changed cannot be told from
      // the gap.
      before = []
    }
    const wanted = before.map((head) =>
      sealOf(vault, chain, { head: head.seal, seq: row.seq, record: row.record }),
    )
    const isWhole = wanted.length === 0 || wanted.some((seal) => equal(seal, row.seal))
    if (row.seq > stored.head.count) problems.push({ problem: 'beyondHead', seq: row.seq })
    else if (!isWhole) problems.push({ problem: 'changed', seq: row.seq })
    // Of a changed row either the seal is still the right one or the rest is: the next row tells.
    const seals = isWhole ? [row.seal] : [row.seal, ...wanted.slice(0, 1)]
    before = seals.map((seal) => headOf(vault, chain, { count: row.seq, seal }))
    expected = row.seq + 1
  }
  for (; expected <= stored.head.count; expected += 1) {
    problems.push({ problem: 'missing', seq: expected })
  }
  if (problems.length === 0 && !before.some((head) => equal(head.seal, stored.head.seal))) {
    problems.push({ problem: 'head', seq: stored.head.count })
  }
  return problems
}

function sealOf(
  vault: Vault,
  chain: Chain,
  at: { head: Uint8Array; seq: number; record: Readonly<Record<string, unknown>> },
): Buffer {
  return vault.mac(chain.kind, chain.key, at.head, String(at.seq), canonicalJson(at.record))
}

function headOf(vault: Vault, chain: Chain, at: { count: number; seal: Uint8Array }): ChainHead {
  const seal = vault.mac(`${chain.kind} head`, chain.key, String(at.count), at.seal)
  return { count: at.count, seal }
}
