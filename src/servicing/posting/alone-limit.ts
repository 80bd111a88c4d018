// What whoever asked may carry out themselves.

import { addDays, type CivilDate } from '#src/domain/calendar.ts'
import { ALONE_DAYS, needsSecondPerson } from '#src/domain/orders/desk-limits.ts'
import { accountsOf, type MoneyOrderKind } from '#src/domain/orders/money-order.ts'
import { mayEver } from '#src/identity/staff/staff-policy.ts'
import type { Db } from '#src/store/database.ts'
import type { MoneyRequest } from '#src/store/desk-money/money-requests.ts'
import { tallyOfFile } from '#src/store/desk-money/received-credits.ts'
import { movedAlone } from '#src/store/desk-money/request-lists.ts'
import type { StaffRole } from '#src/store/staff/staff.ts'
import { deskLimitsOn } from '../lender-rules.ts'
import type { PostingContext } from './posting-context.ts'

/** Who may ask for what. */
export function mayAsk(role: StaffRole, kind: MoneyOrderKind): boolean {
  return mayEver(role, kind === 'extend' || kind === 'chargeOff' ? 'askForAct' : 'askMoney')
}

/** Money that comes in; all else of those who may decide about what others ask for. */
export function mayDoAlone(role: StaffRole, kind: MoneyOrderKind): boolean {
  if (!mayEver(role, 'carryOutMoney') || !mayAsk(role, kind)) return false
  return kind === 'post' || mayEver(role, 'decideMoney')
}

/** With what the same person moved alone before; exact while that person's row is held. */
export async function isAboveAlone(
  ctx: Pick<PostingContext, 'lender'>,
  db: Db,
  of: { readonly request: MoneyRequest; readonly by: string; readonly today: CivilDate },
): Promise<boolean> {
  const { request, by, today } = of
  const { order } = request
  // A file counts as a whole, on each account that it has money for.
  const accountIds =
    order.kind === 'file' ? (await tallyOfFile(db, order.fileId)).accountIds : accountsOf(order)
  const moved = await movedAlone(db, {
    ...{ by, accountIds, on: today },
    since: addDays(today, 1 - ALONE_DAYS),
  })
  return needsSecondPerson(deskLimitsOn(ctx.lender, today), { amount: request.amount, moved })
}
