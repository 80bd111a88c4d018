// Asks the processor what became of a visit to its page, and keeps the card that was saved there.
import { assert } from '#src/domain/assert.ts'
import { addDays, addMonths, type CivilDate, parseDate } from '#src/domain/calendar.ts'
import { cardBrand } from '#src/domain/paying/card-brand.ts'
import { CardProcessorDown, type SavedCard } from '#src/gateways/cards/card.ts'
import { type CardSetup, endCardSetup, readCardSetup } from '#src/store/cards/card-setups.ts'
import {
  type CardToken,
  findSavedCard,
  insertSavedCard,
  openCardToken,
  renewSavedCard,
} from '#src/store/cards/saved-cards.ts'
import type { Tx } from '#src/store/database.ts'
import type { CardContext } from '../cards/card-context.ts'
import { noteFunding } from '../funding/note-funding.ts'
import { loadForUpdate } from '../load-account.ts'

type Which = { readonly accountId: string; readonly id: string }

/**
 * Nothing is believed but what the processor answers now. Ended anywhere and run again, one visit
 * keeps one card. The same card saved again is charged by its new token; a credit card is not kept
 * where the lender takes debit cards alone, and the processor forgets it.
 */
export async function followCardSetup(ctx: CardContext, which: Which): Promise<void> {
  const setup = await readCardSetup(ctx.db, which)
  if (setup?.state !== 'open' || setup.sessionId === null) return
  const { page, saved } = await ctx.card.lookAtSetup(setup.sessionId)
  if (saved) return keepOrRefuse(ctx, setup, saved)
  if (page !== 'open') await end(ctx, setup, { state: 'over', reason: 'notSaved' })
}

/** For whoever comes back from the page. `down`: the processor does not answer. */
export async function lookAtCardSetup(
  ctx: CardContext,
  which: Which,
): Promise<'answered' | 'down'> {
  try {
    await followCardSetup(ctx, which)
    return 'answered'
  } catch (error) {
    if (error instanceof CardProcessorDown) return 'down'
    throw error
  }
}

const NEVER_OPENED_AFTER_MS = 60 * 60_000

/** Whoever began it has pressed again, or gone. False where it is not that old, or has its page. */
export async function endUnopenedSetup(ctx: CardContext, which: Which): Promise<boolean> {
  const setup = await readCardSetup(ctx.db, which)
  if (setup?.state !== 'open' || setup.sessionId !== null) return false
  if (Date.parse(setup.createdAt) > Date.parse(ctx.clock.now()) - NEVER_OPENED_AFTER_MS)
    return false
  await end(ctx, setup, { state: 'over', reason: 'notOpened' })
  return true
}

async function keepOrRefuse(ctx: CardContext, setup: CardSetup, saved: SavedCard): Promise<void> {
  const expiresOn = lastDayOf(saved.card.expires)
  const isTaken = ctx.lender.cards.accept === 'any' || saved.card.funding === 'debit'
  if (!isTaken || expiresOn === null || !/^\d{4}$/.test(saved.card.lastFour)) {
    // Forgotten first: told twice, the processor answers the same.
    await ctx.card.forget(saved.token)
    return end(ctx, setup, { state: 'refused', reason: isTaken ? 'notUsable' : 'notDebit' })
  }
  const replaced = await ctx.db
    .transaction()
    .execute((tx) => keep(ctx, tx, { setup, saved, expiresOn }))
  if (replaced && replaced.customer !== saved.token.customer) await ctx.card.forget(replaced)
}

/** Answers with the token that the card was charged by before, if it was kept already. */
async function keep(
  ctx: CardContext,
  tx: Tx,
  of: { setup: CardSetup; saved: SavedCard; expiresOn: CivilDate },
): Promise<CardToken | null> {
  const { setup, saved, expiresOn } = of
  const { accountId, obligorId } = setup
  const owner = { accountId, obligorId }
  const { token, fingerprint, card } = saved
  const { account } = await loadForUpdate(tx, accountId)
  if ((await readCardSetup(tx, setup))?.state !== 'open') return null
  const known = await findSavedCard(tx, ctx.vault, { ...owner, fingerprint })
  const id = known ?? ctx.newId()
  const at = ctx.clock.now()
  const brand = cardBrand(card.brand)
  const { lastFour } = card
  const before = known === null ? null : await openCardToken(tx, ctx.vault, { accountId, id })
  if (known !== null) await renewSavedCard(tx, ctx.vault, { accountId, id, expiresOn, token })
  else
    await insertSavedCard(tx, ctx.vault, {
      ...{ ...owner, id, brand, lastFour, expiresOn, token, fingerprint, at },
      idempotencyKey: `card ${setup.id}`,
    })
  const end = { accountId, id: setup.id, state: 'kept', fundingAccountId: id, at } as const
  assert(await endCardSetup(tx, end), 'a visit of a held account is still open')
  await noteFunding(ctx, tx, {
    ...{ account, owner, funding: { id, kind: 'card', bankName: brand, lastFour } },
    template: 'cardKept',
    action: known ? 'card kept again' : 'card kept',
  })
  return before
}

function end(
  ctx: CardContext,
  { accountId, id }: CardSetup,
  to: { readonly state: 'refused' | 'over'; readonly reason: string },
): Promise<void> {
  return ctx.db.transaction().execute(async (tx) => {
    await endCardSetup(tx, { accountId, id, at: ctx.clock.now(), ...to })
  })
}

/** "12/2028": a card is good through the last day of its month. */
function lastDayOf(expires: string): CivilDate | null {
  const [month, year] = expires.split('/')
  const first = parseDate(`${year}-${month}-01`)
  return first && addDays(addMonths(first, 1), -1)
}
