import type { CivilDate } from '#src/domain/calendar.ts'
import type { Cents } from '#src/domain/money.ts'
import { accepted, type Outcome, refused } from '#src/domain/refusal.ts'
import { appendAccountAudit } from '#src/store/accounts/account-audit.ts'
import {
  insertIntended,
  isIntendedForm,
  moveIntended,
  type PayerContact,
  readOpenIntended,
} from '#src/store/sharing/intended-payoffs.ts'
import { businessDay, payableDates } from '../business-day.ts'
import type { ServicingContext } from '../context.ts'
import { loadLoanForUpdate } from '../load-account.ts'
import { formHash } from './link-secrets.ts'
import { tellOfIntended } from './tell-of-intended.ts'

export type StatedPayoff = {
  readonly payer: string
  readonly amount: Cents
  readonly expectedOn: CivilDate
  /** Where the payer agreed to be told by mail. */
  readonly contact: PayerContact | null
  readonly formKey: string
}

/** Who says it: the owner, or a dealer by the owner's link. */
type By = {
  readonly accountId: string
  readonly obligorId: string
  readonly linkId: string | null
}

/**
 * "My dealer is paying": a payoff that will come, how much and by when. What was said before is
 * replaced. Nothing is taken from what is due, and autopay goes on. Refused on a closed account and
 * for days on which no money can arrive.
 */
export async function statePayoff(
  ctx: ServicingContext,
  by: By,
  stated: StatedPayoff,
): Promise<Outcome<{ readonly isNew: boolean }>> {
  const { accountId, obligorId, linkId } = by
  const { payer, amount, expectedOn, contact } = stated
  const form = { accountId, formHash: formHash(ctx.vault, stated.formKey) }
  return ctx.db.transaction().execute(async (tx) => {
    const { account } = await loadLoanForUpdate(tx, accountId)
    if (await isIntendedForm(tx, form)) return accepted({ isNew: false })
    if (account.status === 'closed') return refused({ code: 'accountClosed' })
    const { first, last } = payableDates(ctx, await businessDay(tx))
    if (expectedOn < first || expectedOn > last)
      return refused({ code: 'quoteDateOutOfRange', first, last })
    const at = ctx.clock.now()
    const before = await readOpenIntended(tx, accountId)
    if (before) await moveIntended(tx, before, { from: before.state, to: 'replaced', at })
    const id = ctx.newId()
    const intended = { accountId, id, obligorId, linkId, payer, amount, expectedOn }
    const eventCount = account.events.count
    await insertIntended(tx, ctx.vault, {
      ...{ ...intended, statedAt: at, changedAt: at, eventCount, contact },
      formHash: form.formHash,
    })
    if (linkId !== null) await tellOfIntended(ctx, tx, { intended, template: 'dealerPaying' })
    await appendAccountAudit(tx, ctx.vault, {
      account,
      entry: {
        at,
        requestId: ctx.requestId,
        actor:
          linkId === null
            ? { kind: 'obligor', id: obligorId }
            : { kind: 'system', id: 'payoff link' },
        action: 'payoff intended',
        details: { intendedId: id, linkId, amount, expectedOn },
      },
    })
    return accepted({ isNew: true })
  })
}
