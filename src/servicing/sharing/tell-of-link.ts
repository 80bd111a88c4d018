// What the owner of a payoff link is told of it: who it is for, that it was opened, that it is
// locked, that we ended it for them.
import type { Tx } from '#src/store/database.ts'
import type { PayoffLink } from '#src/store/sharing/payoff-links.ts'
import { tellOutside } from '../messages/tell-outside.ts'
import { tellObligor } from '../tell-obligor.ts'
import type { SharingContext } from './sharing-context.ts'

export async function tellOfLink(
  ctx: SharingContext,
  tx: Tx,
  of: {
    readonly link: Pick<PayoffLink, 'accountId' | 'obligorId' | 'givenTo'>
    readonly template:
      | 'payoffLinkMade'
      | 'payoffLinkOpened'
      | 'payoffLinkLocked'
      | 'payoffLinkEnded'
  },
): Promise<void> {
  const { link, template } = of
  const { accountId, obligorId, givenTo: payer } = link
  const owner = { accountId, obligorId }
  const parameters = { payer, at: ctx.wallClock.now() }
  await tellObligor(ctx, tx, { owner, template, parameters })
  // An opening is expected; that somebody was let in, or guessed, must not wait for a sign-in.
  if (template === 'payoffLinkOpened' || template === 'payoffLinkEnded') return
  await tellOutside(ctx, tx, { owner, template, parameters, about: 'receipt' })
}
