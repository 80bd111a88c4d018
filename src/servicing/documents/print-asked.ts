import type { CivilDate } from '#src/domain/calendar.ts'
import { accepted, type Outcome, refused } from '#src/domain/refusal.ts'
import { askedSheet } from '#src/formats/documents/asked-sheet.ts'
import type { AskedFacts, CommonFacts } from '#src/formats/documents/document-facts.ts'
import { readAutopays } from '#src/store/autopay/autopays.ts'
import type { Owner, ServicingContext } from '../context.ts'
import { loadAccount } from '../load-account.ts'
import { type AccountView, viewAccount } from '../view-account.ts'
import { type AskedAccount, type AskedPaper, askedFigures, papersOnOffer } from './asked-figures.ts'
import { commonFacts } from './common-facts.ts'
import type { PaperContext } from './paper-context.ts'
import { paperSubject } from './paper-subject.ts'
import { printOnce } from './print-once.ts'

/**
 * A paper that the account can have at any time, kept for every obligor; the copy of a permission
 * for the one who gave it. The same figures are the same paper. Refuses what the account has not.
 */
export async function printAsked(
  ctx: PaperContext,
  owner: Owner,
  asked: { readonly paper: AskedPaper; readonly locale: CommonFacts['locale'] },
): Promise<Outcome<{ readonly documentId: string }>> {
  const { paper, locale } = asked
  const { accountId, obligorId } = owner
  const account = await askedAccount(ctx, owner, await viewAccount(ctx, owner))
  const figures = askedFigures(ctx, account, paper)
  if (figures === null) return refused({ code: 'documentNotFound' })
  // Coupons are sent with checks: to where these go is of what they say.
  const said = figures.kind === 'coupons' ? { ...figures, to: ctx.lender.address } : figures
  const same = {
    ...{ accountId, kind: figures.kind, subject: paperSubject(said), locale },
    obligorId: figures.kind === 'autopayCopy' ? obligorId : null,
  }
  const writtenOn: CivilDate = account.view.today
  const printed = await printOnce(ctx, owner, same, async () => {
    const facts: AskedFacts = {
      ...(await commonFacts(ctx, owner, { locale, writtenOn })),
      ...figures,
    }
    return { facts, sheet: askedSheet(facts) }
  })
  return accepted(printed)
}

/** What the account can have now. */
export async function viewOffer(
  ctx: ServicingContext,
  owner: Owner,
  view: AccountView,
): Promise<AskedPaper[]> {
  return papersOnOffer(ctx, await askedAccount(ctx, owner, view))
}

async function askedAccount(
  ctx: ServicingContext,
  { accountId, obligorId }: Owner,
  view: AccountView,
): Promise<AskedAccount> {
  const [{ events }, autopays] = await Promise.all([
    loadAccount(ctx.db, accountId),
    readAutopays(ctx.db, accountId),
  ])
  const autopay = autopays.find((each) => each.obligorId === obligorId) ?? null
  return { view, events, autopay }
}
