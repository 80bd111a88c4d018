// A card saved on the page of the demo's processor, as an obligor saves it.
import assert from 'node:assert/strict'
import type { CardContext } from '#src/servicing/cards/card-context.ts'
import type { Owner } from '#src/servicing/context.ts'
import { followCardSetup } from '#src/servicing/saved-cards/follow-card-setup.ts'
import { openSetupPage } from '#src/servicing/saved-cards/open-setup-page.ts'
import { startCardSetup } from '#src/servicing/saved-cards/start-card-setup.ts'
import { readCardSetup } from '#src/store/cards/card-setups.ts'
import { useCard } from './card-world.ts'
import { newTestId } from './database.ts'

/** The id under which the card is kept. */
export async function savedCard(ctx: CardContext, owner: Owner, card = 'debit'): Promise<string> {
  const { setupId, url } = await onSetupPage(ctx, owner)
  assert.equal(await useCard(url, card), 303)
  const which = { accountId: owner.accountId, id: setupId }
  await followCardSetup(ctx, which)
  const setup = await readCardSetup(ctx.db, which)
  assert(setup?.fundingAccountId, `the card is kept, not ${setup?.state} ${setup?.stateReason}`)
  return setup.fundingAccountId
}

export async function onSetupPage(
  ctx: CardContext,
  owner: Owner,
): Promise<{ readonly setupId: string; readonly url: string }> {
  const started = await startCardSetup(ctx, owner, setupOrder())
  assert(started.ok, 'it can be started')
  const { setupId } = started.value
  const url = await setupPageOf(ctx, owner, setupId)
  assert(url, 'it has a page')
  return { setupId, url }
}

export function setupOrder() {
  const authorizationText = 'I allow you to keep this card.'
  return { agreed: 'yes', authorizationText, idempotencyKey: newTestId() } as const
}

export async function setupPageOf(
  ctx: CardContext,
  owner: Owner,
  setupId: string,
): Promise<string | null> {
  const words = {
    locale: 'en',
    doneUrl: 'http://localhost:3000/done',
    backUrl: 'http://localhost:3000/back',
  } as const
  const opened = await openSetupPage(ctx, owner, { setupId, words })
  assert(opened.ok, 'the processor answers')
  return opened.value
}
