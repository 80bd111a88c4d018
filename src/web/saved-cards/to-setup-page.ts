import { openSetupPage } from '#src/servicing/saved-cards/open-setup-page.ts'
import type { CardVisit } from '../cards/card-visit.ts'

/** Leads to the processor's page; to our own where nothing is left to be done there. */
export async function toSetupPage(visit: CardVisit, setupId: string): Promise<Response> {
  const { c, ctx, owner, reader, base } = visit
  const { portalOrigin } = c.get('web').config
  const place = `${base}/cards/visits/${setupId}`
  const back = `${portalOrigin}${place}`
  const opened = await openSetupPage(ctx, owner, {
    setupId,
    words: { locale: reader.locale, doneUrl: back, backUrl: back },
  })
  if (!opened.ok) return c.redirect(`${place}?down=yes`, 303)
  return c.redirect(opened.value ?? place, 303)
}
