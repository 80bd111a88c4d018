import { dateInZone } from '#src/domain/calendar.ts'
import { headListName, type ListedHead, writeHeadList } from '#src/formats/audit/head-list.ts'
import { keptFolder } from '#src/gateways/kept-folder.ts'
import { type NamedHead, readHeads } from '#src/store/chain-heads.ts'
import type { Db } from '#src/store/database.ts'
import type { ServicingContext } from '../context.ts'

export type SigningContext = Pick<ServicingContext, 'db' | 'vault' | 'clock' | 'lender'> & {
  /** Outside the database, best where the database's administrators cannot write. */
  readonly auditFolder: string
}

const KINDS = ['account-event', 'account-audit', 'access-audit'] as const
const HEADS_A_PAGE = 1_000

/**
 * Writes the heads of all chains, signed, into today's file; does nothing where it is there. Whoever
 * takes a whole chain away with its head has to take it out of every list as well.
 */
export async function signHeads(ctx: SigningContext): Promise<void> {
  const at = ctx.clock.now()
  const day = dateInZone(at, ctx.lender.timeZone)
  const folder = keptFolder(ctx.auditFolder)
  const name = headListName(day)
  if (await folder.has(name)) return
  await folder.write(name, writeHeadList(ctx.vault, { day, at, heads: allHeads(ctx.db) }))
}

async function* allHeads(db: Db): AsyncGenerator<ListedHead> {
  for (const kind of KINDS)
    for (let after: string | null = null; ; ) {
      const page: NamedHead[] = await readHeads(db, kind, { after, limit: HEADS_A_PAGE })
      for (const { key, head } of page) yield { kind, key, count: head.count, seal: head.seal }
      after = page.at(-1)?.key ?? null
      if (page.length < HEADS_A_PAGE) break
    }
}
