import { recordStaff } from '#src/identity/staff/staff-log.ts'
import type { StaffPermit } from '#src/identity/staff/staff-policy.ts'
import { readCredit } from '#src/store/desk-money/received-credits.ts'
import type { PostingContext } from './posting-context.ts'

/** A payment of a file with who paid; null when there is none. Written down with who looked. */
export async function viewCredit(
  ctx: PostingContext,
  of: { readonly permit: StaffPermit<'askMoney'>; readonly creditId: string },
): ReturnType<typeof readCredit> {
  const { permit, creditId } = of
  const credit = await readCredit(ctx.db, ctx.vault, creditId)
  if (!credit) return null
  const { session, visit } = permit
  const { vault, wallClock: clock } = ctx
  const line = { staffId: session.staffId, action: 'staffSawAccount', visit } as const
  await ctx.db
    .transaction()
    .execute((tx) => recordStaff(tx, { vault, clock }, { ...line, details: { credit: creditId } }))
  return credit
}
