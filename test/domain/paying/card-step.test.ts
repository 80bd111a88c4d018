// What follows from what the processor says, whatever came before.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { type CardStanding, cardStep } from '#src/domain/paying/card-step.ts'

const OPEN: CardStanding = {
  page: 'open',
  money: 'none',
  dispute: 'none',
  amount: 100,
  refunded: 0,
  declined: null,
}
const held = { ...OPEN, page: 'done', money: 'held' } as const
const taken = { ...held, money: 'taken' } as const
const released = { ...held, money: 'released' } as const
const over = { ...OPEN, page: 'over' } as const

test('money that is held is decided on first, then taken or let go of, never both', () => {
  assert.equal(cardStep('started', OPEN), 'wait')
  assert.equal(cardStep('started', held), 'decide')
  assert.equal(cardStep('taking', held), 'take')
  assert.equal(cardStep('releasing', held), 'release')
  for (const state of ['started', 'taking', 'releasing'] as const) {
    assert.equal(cardStep(state, taken), 'paid', state)
    assert.equal(cardStep(state, released), 'released', state)
    assert.equal(cardStep(state, over), 'notPaid', state)
  }
})

test('what failed keeps nobody’s money: what is held is let go of, what was taken is told', () => {
  assert.equal(cardStep('failed', over), 'wait')
  assert.equal(cardStep('failed', held), 'release')
  assert.equal(cardStep('failed', taken), 'unexpected')
  assert.equal(cardStep('failed', { ...taken, refunded: 100 }), 'wait')
})

test('what was paid goes back by a dispute or a whole refund, and comes back when it is won', () => {
  assert.equal(cardStep('paid', taken), 'wait')
  assert.equal(cardStep('paid', { ...taken, dispute: 'open' }), 'disputed')
  assert.equal(cardStep('paid', { ...taken, dispute: 'lost' }), 'disputed')
  assert.equal(cardStep('paid', { ...taken, dispute: 'won' }), 'wait')
  assert.equal(cardStep('paid', { ...taken, refunded: 40 }), 'partlyRefunded')
  assert.equal(cardStep('paid', { ...taken, refunded: 100 }), 'refunded')
  assert.equal(cardStep('disputed', { ...taken, dispute: 'open' }), 'wait')
  assert.equal(cardStep('disputed', { ...taken, dispute: 'won' }), 'won')
  assert.equal(cardStep('disputed', { ...taken, dispute: 'lost', refunded: 100 }), 'refunded')
  assert.equal(cardStep('refunded', { ...taken, refunded: 100 }), 'wait')
  for (const refunded of [0, 40])
    assert.equal(cardStep('refunded', { ...taken, refunded }), 'refundFailed')
})

test('what one of us sends back is sent while it is there, and not besides a dispute', () => {
  assert.equal(cardStep('paid', taken, 'asked'), 'sendBack')
  assert.equal(cardStep('paid', { ...taken, refunded: 40 }, 'asked'), 'sendBack')
  assert.equal(cardStep('paid', { ...taken, dispute: 'won' }, 'asked'), 'sendBack')
  assert.equal(cardStep('paid', { ...taken, refunded: 100 }, 'asked'), 'refunded')
  for (const dispute of ['open', 'lost'] as const) {
    assert.equal(cardStep('paid', { ...taken, dispute }, 'asked'), 'disputed')
    assert.equal(cardStep('disputed', { ...taken, dispute }, 'asked'), 'wait')
  }
  for (const state of ['started', 'taking', 'refunded'] as const)
    assert.notEqual(cardStep(state, taken, 'asked'), 'sendBack')
})
