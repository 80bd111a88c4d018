// What an owner shares of a payoff, and what somebody who was given it does.
import type { Walk } from './portal-walks.ts'

export const SHARING_WALK: Walk = {
  wants: 'to share a payoff, as a dealer to see it and say when it is paid, and to end both',
  walk: async (hand, world) => {
    const base = await world.enter(hand, 'elena.marsh')
    const links = `${base}/payoff/links`
    await hand.open(links)
    await hand.refused(links)
    await hand.tick('kind', 'insurer')
    await hand.fill({ givenTo: 'Cove Insurance' })
    await hand.send(links, /\/payoff\/links$/)
    const address = await hand.page.locator('main .k-long-code').textContent()
    const code = await hand.page.locator('main .k-figure.k-code').textContent()
    await hand.open(new URL(address ?? '').pathname)
    await hand.refused('/shared/code')
    await hand.fill({ code: code ?? '' })
    await hand.send('/shared/code', /^\/shared$/)
    await hand.refused('/shared/payoff')
    await hand.fill({ payer: 'Cove Insurance', email: 'claims@cove.example' })
    await hand.tick('consent')
    await hand.send('/shared/payoff', /^\/shared\?done=said/)
    await hand.send('/shared/end', /^\/shared\?done=left/)
    const paying = `${base}/payoff/dealer`
    await hand.open(paying)
    await hand.send(`${paying}/end`, /done=ended/)
    await hand.refused(paying)
    await hand.fill({ payer: 'Harbor Street Motors' })
    await hand.send(paying, /done=said/)
    await hand.send(`${paying}/end`, /done=ended/)
    await hand.open(links)
    await hand.send(`${links}/`, /done=ended/)
  },
}
