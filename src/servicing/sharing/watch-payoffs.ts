import type { CivilDate } from '#src/domain/calendar.ts'
import type { IntendedStanding } from '#src/domain/paying/intended-payoff.ts'
import { appendAccountAudit } from '#src/store/accounts/account-audit.ts'
import type { Tx } from '#src/store/database.ts'
import {
  accountsWithIntended,
  type IntendedPayoff,
  moveIntended,
  readOpenIntended,
} from '#src/store/sharing/intended-payoffs.ts'
import { businessDay } from '../business-day.ts'
import type { ServicingContext } from '../context.ts'
import { loadLoanForUpdate, settled } from '../load-account.ts'
import { standingOf } from './intended-view.ts'
import { tellOfIntended, tellPayer } from './tell-of-intended.ts'

const ACCOUNTS_A_PAGE = 200

/**
 * What became of each payoff that is waited for: there, short, or late, each told once to both
 * sides. An account is one commit, so it may be ended anywhere and run again. Answers how many
 * moved.
 */
export async function watchPayoffs(ctx: ServicingContext): Promise<number> {
  let moved = 0
  for (let after: string | null = null; ; ) {
    const ids: string[] = await accountsWithIntended(ctx.db, { after, limit: ACCOUNTS_A_PAGE })
    for (const accountId of ids) if (await watch(ctx, accountId)) moved += 1
    after = ids.at(-1) ?? null
    if (ids.length < ACCOUNTS_A_PAGE) return moved
  }
}

function watch(ctx: ServicingContext, accountId: string): Promise<boolean> {
  return ctx.db.transaction().execute(async (tx) => {
    const loaded = await loadLoanForUpdate(tx, accountId)
    const intended = await readOpenIntended(tx, accountId)
    if (!intended) return false
    const today: CivilDate = await businessDay(tx)
    const standing = standingOf(settled(ctx, loaded, today), intended, today)
    if (!(await move(ctx, tx, { intended, standing }))) return false
    await appendAccountAudit(tx, ctx.vault, {
      account: loaded.account,
      entry: {
        at: ctx.clock.now(),
        requestId: ctx.requestId,
        actor: { kind: 'system', id: 'watch payoffs' },
        action: `intended payoff ${standing.is}`,
        details: { intendedId: intended.id },
      },
    })
    return true
  })
}

async function move(
  ctx: ServicingContext,
  tx: Tx,
  of: { intended: IntendedPayoff; standing: IntendedStanding },
): Promise<boolean> {
  const { intended, standing } = of
  if (standing.is === 'expected' || standing.is === intended.state) return false
  const change = { from: intended.state, to: standing.is, at: ctx.clock.now() } as const
  if (standing.is === 'late') {
    if (!(await moveIntended(tx, intended, change))) return false
    await tellOfIntended(ctx, tx, { intended, template: 'payoffLate' })
    await tellPayer(ctx, tx, { intended, template: 'payerLate' })
    return true
  }
  const { arrival } = standing
  if (standing.is === 'arrived') {
    if (!(await moveIntended(tx, intended, { ...change, arrival }))) return false
    await tellOfIntended(ctx, tx, { intended, template: 'payoffArrived' })
    return true
  }
  const { missing } = standing
  if (!(await moveIntended(tx, intended, { ...change, arrival, missing }))) return false
  await tellOfIntended(ctx, tx, { intended, template: 'payoffShort', missing })
  await tellPayer(ctx, tx, { intended, template: 'payerShort', missing })
  return true
}
