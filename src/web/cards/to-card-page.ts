import { openCardPage } from '#src/servicing/cards/open-card-page.ts'
import type { AccountView } from '#src/servicing/view-account.ts'
import type { CardVisit } from './card-visit.ts'

/** Leads to the processor's page; to our own where nothing can be paid there, which says why. */
export async function toCardPage(
  visit: CardVisit,
  view: AccountView,
  paymentId: string,
): Promise<Response> {
  const { c, ctx, owner, reader, base } = visit
  const { portalOrigin } = c.get('web').config
  const place = `${base}/card-payments/${paymentId}`
  const w = reader.words.cards
  const opened = await openCardPage(ctx, owner, {
    paymentId,
    words: {
      locale: reader.locale,
      doneUrl: `${portalOrigin}${place}`,
      backUrl: `${portalOrigin}${place}`,
      paymentName: w.pageName(view.accountEnding),
      feeName: w.feeName,
    },
  })
  if (!opened.ok) return c.redirect(`${place}?down=yes`, 303)
  return c.redirect(opened.value ?? place, 303)
}
