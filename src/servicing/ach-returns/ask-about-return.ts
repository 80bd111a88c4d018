import type { ReturnPlan } from '#src/domain/rules/ach-return-plan.ts'
import type { Tx } from '#src/store/database.ts'
import type { ServicingContext } from '../context.ts'
import type { ItemOf } from './item-of.ts'
import { type MoneyTaskKind, openMoneyTask } from './money-task.ts'

/** What a person decides after the payment was taken back, and a return that came too late. */
export async function askAboutReturn(
  ctx: ServicingContext,
  tx: Tx,
  of: ItemOf & { readonly plan: ReturnPlan },
): Promise<void> {
  const { entry, item, plan } = of
  const { accountId, paymentId, purpose } = entry
  const { code, trace, ownTrace, amount, reportId, line, dateOfDeath } = item
  const details = { reportId, line, code, trace, amount, purpose, paymentId, dateOfDeath }
  const ask = (kind: MoneyTaskKind) =>
    openMoneyTask(ctx, tx, { kind, about: `${trace} ${code} ${ownTrace}`, accountId, details })
  if (plan.rule.needsPerson) await ask('returnReview')
  if (plan.isLate) await ask('returnLate')
}
