// What the buttons of the demo processor's page do.
import type { Hono } from 'hono'
import { cardPage, confirmPage, overPage, type PageProblem } from './hosted-page.tsx'
import type { Processor } from './processor-api.ts'
import type { Paid } from './processor-book.ts'
import { sessionRow } from './processor-rows.ts'
import { TEST_CARDS, type TestCard } from './test-cards.ts'

export function registerHostedPage(app: Hono, at: Processor): void {
  const { book } = at
  app.get('/pay/:session', (c) => {
    const paid = book.find({ session: c.req.param('session') })
    if (!paid) return c.notFound()
    return c.html(paid.page === 'open' ? cardPage(paid, null) : overPage(paid))
  })
  app.post('/pay/:session', async (c) => {
    const paid = book.find({ session: c.req.param('session') })
    if (!paid) return c.notFound()
    if (paid.page !== 'open') return c.html(overPage(paid), 409)
    const form = new URLSearchParams(await c.req.text())
    const card = TEST_CARDS.find(({ id }) => id === form.get('card')) ?? null
    const answer = paid.mode === 'setup' ? answerToSaving(card) : answerTo(card, form.get('do'))
    if (answer === 'ask') return c.html(confirmPage(paid, card?.id ?? ''))
    if (answer !== 'paid') return c.html(cardPage(paid, answer), 422)
    if (paid.mode === 'setup') save(at, paid, card)
    else hold(at, paid, card)
    return c.redirect(paid.doneUrl, 303)
  })
}

function answerTo(card: TestCard | null, pressed: string | null): PageProblem | 'ask' | 'paid' {
  if (!card) return 'chooseOne'
  if (card.does === 'refuse')
    return card.id === 'funds' || card.id === 'expired' ? card.id : 'declined'
  if (card.does === 'pay' || pressed === 'approve') return 'paid'
  return pressed === 'refuse' ? 'notConfirmed' : 'ask'
}

/** A card that its bank refuses only once it is charged can be saved. */
function answerToSaving(card: TestCard | null): PageProblem | 'ask' | 'paid' {
  return card?.later ? 'paid' : answerTo(card, 'approve')
}

function save(at: Processor, paid: Paid, card: TestCard | null): void {
  const customer = paid.session.replace('cs_', 'cus_')
  const saved = at.book.change(paid, { page: 'complete', card, customer })
  at.events.tell('checkout.session.completed', sessionRow(saved, at.origin()))
}

function hold(at: Processor, paid: Paid, card: TestCard | null): void {
  const paidAt = Math.floor(Date.parse(at.now()) / 1000)
  const held = at.book.change(paid, { page: 'complete', money: 'requires_capture', card, paidAt })
  at.events.tell('checkout.session.completed', sessionRow(held, at.origin()))
}
