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
  const verifier = chainVerifier(vault, chain, stored.head)
  for (const row of stored.rows) problems.push(...eachMissing(verifier.add(row)))
  problems.push(...eachMissing(verifier.end()))
  return problems
}

/** A gap is one problem here: `through` is the last row that is missing. */
export type ChainGap = ChainProblem & { readonly through: number }

export type ChainVerifier = {
  /** Takes the next row, in order of seq; nothing of it is kept but its seal. */
  readonly add: (row: SealedRecord) => ChainGap[]
  /** What only shows when there are no more rows. */
  readonly end: () => ChainGap[]
}

/** Proves a chain row by row, however long it is. */
export function chainVerifier(vault: Vault, chain: Chain, head: ChainHead): ChainVerifier {
  let before: readonly ChainHead[] = [emptyHead(vault, chain)]
  let expected = 1
  let isWhole = true
  const told = (problems: readonly ChainGap[]) => {
    if (problems.length > 0) isWhole = false
    return [...problems]
  }
  return {
    add: (row) => {
      const problems: ChainGap[] = []
      if (row.seq > expected) {
        problems.push({ problem: 'missing', seq: expected, through: row.seq - 1 })
        // The head before this row is lost: whether it was changed cannot be told from the gap.
        before = []
      }
      const { problem, seals } = judge(vault, chain, { row, before, head })
      if (problem) problems.push({ problem, seq: row.seq, through: row.seq })
      before = seals.map((seal) => headOf(vault, chain, { count: row.seq, seal }))
      expected = row.seq + 1
      return told(problems)
    },
    end: () => {
      const { count, seal } = head
      if (expected <= count) return told([{ problem: 'missing', seq: expected, through: count }])
      const isTheirs = before.some((known) => equal(known.seal, seal))
      return isWhole && !isTheirs ? [{ problem: 'head', seq: count, through: count }] : []
    },
  }
}

/** The head that a chain had when the row of `seq` was its last. */
export function headAt(
  vault: Vault,
  chain: Chain,
  row: { readonly seq: number; readonly seal: Uint8Array },
): ChainHead {
  return headOf(vault, chain, { count: row.seq, seal: row.seal })
}

/** Of a changed row either the seal is still the right one or the rest is: the next row tells. */
function judge(
  vault: Vault,
  chain: Chain,
  of: { row: SealedRecord; before: readonly ChainHead[]; head: ChainHead },
): { problem: ChainProblem['problem'] | null; seals: readonly Uint8Array[] } {
  const { seq, seal, record } = of.row
  const wanted = of.before.map((head) => sealOf(vault, chain, { head: head.seal, seq, record }))
  const isWhole = wanted.length === 0 || wanted.some((each) => equal(each, seal))
  const seals = isWhole ? [seal] : [seal, ...wanted.slice(0, 1)]
  if (seq > of.head.count) return { problem: 'beyondHead', seals }
  return { problem: isWhole ? null : 'changed', seals }
}

function eachMissing(gaps: readonly ChainGap[]): ChainProblem[] {
  return gaps.flatMap(({ problem, seq, through }) =>
    Array.from({ length: through - seq + 1 }, (_, at) => ({ problem, seq: seq + at })),
  )
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
