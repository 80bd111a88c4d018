import { readAuditLines } from '#src/store/accounts/account-audit.ts'
import { chainVerifier } from '#src/store/chain.ts'
import {
  type LinePage,
  type NamedHead,
  readHeadless,
  readHeads,
  type SealedLine,
} from '#src/store/chain-heads.ts'
import type { Db } from '#src/store/database.ts'
import { readAccessLines } from '#src/store/logins/access-audit.ts'
import type { ServicingContext } from '../context.ts'
import { type AuditProblem, firstBroken } from './audit-problem.ts'

export type AuditProof = {
  readonly chains: number
  readonly lines: number
  readonly broken: number
}

export type AuditListener = {
  readonly problem: (found: AuditProblem) => void
  readonly progress: (chains: number) => void
}

const LINES_OF = { 'account-audit': readAuditLines, 'access-audit': readAccessLines } as const
const KINDS = ['account-audit', 'access-audit'] as const

type Kind = (typeof KINDS)[number]
type Context = Pick<ServicingContext, 'db' | 'vault'>

const CHAINS_A_PAGE = 200
const LINES_A_PAGE = 2_000
const MOST_HEADLESS = 1_000

/**
 * Proves the audit of every account, login, staff member and day of unknown names, and tells the
 * first broken link of each chain. It holds one page at a time, however long a chain is.
 */
export async function verifyAudit(ctx: Context, tell: AuditListener): Promise<AuditProof> {
  const total = { chains: 0, lines: 0, broken: 0 }
  const counted: AuditListener['problem'] = (found) => {
    total.broken += 1
    tell.problem(found)
  }
  for (const kind of KINDS) {
    for (let after: string | null = null; ; ) {
      const page: Page = await provePage(ctx, { kind, after, tell: counted })
      total.chains += page.heads.length
      total.lines += page.lines
      tell.progress(total.chains)
      after = page.heads.at(-1)?.key ?? null
      if (page.heads.length < CHAINS_A_PAGE) break
    }
    for (const { key, seq } of await readHeadless(ctx.db, kind, MOST_HEADLESS))
      counted({ chain: { kind, key }, seq, problem: 'missingHead' })
  }
  return total
}

type Page = { readonly heads: readonly NamedHead[]; readonly lines: number }
type Told = { readonly kind: Kind; readonly tell: AuditListener['problem'] }

/** Heads and lines as of one moment: a line that is written meanwhile is no problem. */
function provePage(ctx: Context, of: Told & { after: string | null }): Promise<Page> {
  return ctx.db
    .transaction()
    .setIsolationLevel('repeatable read')
    .setAccessMode('read only')
    .execute(async (tx) => {
      const heads = await readHeads(tx, of.kind, { after: of.after, limit: CHAINS_A_PAGE })
      const lines = await proveChains(ctx, { ...of, heads, db: tx })
      return { heads, lines }
    })
}

async function proveChains(
  ctx: Context,
  of: Told & { heads: readonly NamedHead[]; db: Db },
): Promise<number> {
  const { kind, heads } = of
  const verifiers = new Map(
    heads.map(({ key, head }) => {
      const chain = { kind, key }
      return [key, firstBroken(chain, chainVerifier(ctx.vault, chain, head))] as const
    }),
  )
  let count = 0
  for await (const line of linesOf(of.db, { kind, keys: [...verifiers.keys()] })) {
    verifiers.get(line.key)?.add(line)
    count += 1
  }
  for (const verifier of verifiers.values()) {
    const found = verifier.end()
    if (found) of.tell(found)
  }
  return count
}

async function* linesOf(
  db: Db,
  of: { kind: Kind; keys: readonly string[] },
): AsyncGenerator<SealedLine> {
  for (let after: LinePage['after'] = null; ; ) {
    const page = { keys: of.keys, after, limit: LINES_A_PAGE }
    const lines: SealedLine[] = await LINES_OF[of.kind](db, page)
    yield* lines
    const last = lines.at(-1)
    if (!last || lines.length < LINES_A_PAGE) return
    after = { key: last.key, seq: last.seq }
  }
}
