// Offers to put off payments as staff see them. That somebody looked is written down.
import type { Cents } from '#src/domain/money.ts'
import type { DefermentFacts } from '#src/formats/documents/document-facts.ts'
import type { StaffPermit } from '#src/identity/staff/staff-policy.ts'
import { lockAccount } from '#src/store/accounts/accounts.ts'
import { readObligors } from '#src/store/accounts/obligors.ts'
import { readOfKind } from '#src/store/documents/papers-of-kind.ts'
import { businessDay } from '../business-day.ts'
import { defermentState } from '../checking/deferment-state.ts'
import { noteAct } from '../desk-account/note-act.ts'
import { type DeskServicing, noteView } from '../desk-account/note-view.ts'
import type { PaperContext } from '../documents/paper-context.ts'
import { defermentRulesOn } from '../lender-rules.ts'
import { loadAccount } from '../load-account.ts'
import {
  type DefermentAsOf,
  type DefermentRefusal,
  defermentFigures,
  refusalOf,
} from './deferment-figures.ts'

type Permit = StaffPermit<'draftDeferment'>

export type DefermentsView = {
  readonly accountId: string
  readonly accountEnding: string
  /** Why there can be none whatever the months; null: there can. */
  readonly refusal: DefermentRefusal | null
  readonly mostMonths: number
  readonly validDays: number
  readonly fee: { readonly amount: Cents; readonly citation: string } | null
  /** In which the first who owes reads. */
  readonly locale: 'en' | 'es'
  /** Of the months that were asked for; null: none were. */
  readonly asked: DefermentAsOf | DefermentRefusal | null
  /** Newest first. */
  readonly offers: readonly {
    readonly id: string
    readonly facts: DefermentFacts
    readonly state: 'genuine' | 'superseded' | 'expired'
  }[]
}

/** Null: no such account. */
export async function viewDeferments(
  ctx: DeskServicing,
  of: { readonly permit: Permit; readonly accountId: string; readonly months: number | null },
): Promise<DefermentsView | null> {
  const { accountId, permit, months } = of
  const account = await ctx.db.transaction().execute(async (tx) => {
    const found = await lockAccount(tx, accountId)
    if (found)
      await noteView(tx, ctx, { account: found, permit, action: 'deferments viewed', details: {} })
    return found
  })
  if (!account) return null
  const kind = 'defermentAgreement' as const
  const [kept, loaded, [first], today] = await Promise.all([
    readOfKind(ctx.db, ctx.vault, { accountId, kind }),
    loadAccount(ctx.db, accountId),
    readObligors(ctx.db, ctx.vault, accountId),
    businessDay(ctx.db),
  ])
  return {
    accountId,
    accountEnding: account.accountNumber.slice(-4),
    refusal: refusalOf(loaded),
    ...defermentRulesOn(ctx.lender, today),
    locale: first?.details.locale ?? 'en',
    asked: months === null ? null : await defermentFigures(ctx, { accountId, months }),
    offers: await Promise.all(
      kept.map(async (one) => {
        const facts = JSON.parse(one.facts) as DefermentFacts
        return { id: one.id, facts, state: await defermentState(ctx, one, facts) }
      }),
    ),
  }
}

/** One of them as it was printed; null: the account has none such. */
export async function openDeferment(
  ctx: DeskServicing & Pick<PaperContext, 'files'>,
  of: { readonly permit: Permit; readonly accountId: string; readonly documentId: string },
): Promise<{ readonly facts: DefermentFacts; readonly bytes: Buffer } | null> {
  const { accountId, documentId, permit } = of
  const kind = 'defermentAgreement' as const
  const kept = (await readOfKind(ctx.db, ctx.vault, { accountId, kind })).find(
    ({ id }) => id === documentId,
  )
  if (!kept) return null
  await ctx.db.transaction().execute((tx) =>
    noteAct(ctx, tx, {
      ...{ permit, accountId, action: 'paper opened', staffAction: 'staffOpenedPaper' },
      details: { paper: documentId },
      about: { paper: documentId },
    }),
  )
  const facts = JSON.parse(kept.facts) as DefermentFacts
  return { facts, bytes: await ctx.files.get(kept.digest) }
}
