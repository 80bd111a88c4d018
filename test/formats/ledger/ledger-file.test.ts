// The ledger that a customer downloads is computed again to the same cents by `keyturn calc ledger`,
// which is given nothing but the file.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { extend } from '#src/domain/account/extend.ts'
import { loanLedger } from '#src/domain/account/ledger.ts'
import { openCharges } from '#src/domain/account/waivers.ts'
import { addDays, date } from '#src/domain/calendar.ts'
import { cents } from '#src/domain/money.ts'
import { ledgerFile } from '#src/formats/ledger/ledger-file.ts'
import { calc } from '#test/support/calc.ts'
import { newTestId } from '#test/support/database.ts'
import { someHistories, type WrittenHistory } from '#test/support/histories.ts'

const TODAY = date('2026-11-24')
const PORTION = 120

type Found = { readonly differences?: readonly unknown[]; readonly error?: unknown }

function fileOf({ events }: WrittenHistory) {
  const postedAt = '2026-11-24T12:00:00.000Z'
  const at = { through: TODAY, postedAt, newId: newTestId }
  return ledgerFile(events, { ledger: loanLedger(extend(events, [], at).ledger), on: TODAY })
}

test('random histories: not one figure differs', async () => {
  const histories = someHistories({ count: PORTION, seed: 20_261_124, today: TODAY })
  const { exitCode, results } = await calc('ledger', histories.map(fileOf))
  const wrong = results.flatMap((each, at) => {
    const { differences, error } = each as Found
    return differences?.length === 0 ? [] : [{ at, error, differences }]
  })
  assert.deepEqual(wrong.slice(0, 3), [])
  assert.equal(exitCode, 0)
})

test('a figure that was altered is named, and so is a line that is missing', async () => {
  const [history] = someHistories({ count: 1, seed: 7, today: TODAY })
  assert.ok(history)
  const file = fileOf(history)
  const [balance] = file.expected.balances
  const expected = {
    ...file.expected,
    balances: [{ ...balance, principal: '0.01' }],
    payoffs: [],
  }
  const { results } = await calc('ledger', { ...file, expected })
  const { differences = [] } = results[0] as Found
  assert.deepEqual(differences[0], {
    at: 'balances[0].principal',
    expected: '0.01',
    computed: balance?.principal,
  })
  assert.ok(differences.some((each) => (each as { at: string }).at === 'payoffs[0].total'))
})

test('forgiven late charges, money held and moved: the same cents', async () => {
  const histories = someHistories({ count: 60, seed: 99, today: TODAY })
  let forgiven = 0
  const files = histories.map((history) => {
    const postedAt = '2026-11-24T11:00:00.000Z'
    const made = extend(history.events, [], { through: TODAY, postedAt, newId: newTestId })
    const [charge] = openCharges(loanLedger(made.ledger))
    if (charge) forgiven += 1
    const waiver = charge && {
      effectiveDate: addDays(charge.effectiveDate, 1),
      payload: {
        kind: 'adjustment',
        bucket: 'lateCharges',
        amount: cents(-charge.open),
        reason: 'goodwill',
        charge: charge.eventId,
      } as const,
    }
    const held = loanLedger(made.ledger).position.suspense
    const release = held > 0 && {
      effectiveDate: TODAY,
      payload: { kind: 'release', amount: held, to: 'refund' } as const,
    }
    const facts = [waiver, release].filter((fact) => fact !== undefined && fact !== false)
    const next = extend(made.events, facts, { through: TODAY, postedAt, newId: newTestId })
    return ledgerFile(next.events, { ledger: loanLedger(next.ledger), on: TODAY })
  })
  assert.ok(forgiven > 5, `${forgiven} charges are forgiven`)
  const { results } = await calc('ledger', files)
  const wrong = results.map((each) => (each as Found).differences ?? each).filter(notEmpty)
  assert.deepEqual(wrong.slice(0, 3), [])
})

function notEmpty(value: unknown): boolean {
  return !Array.isArray(value) || value.length > 0
}
