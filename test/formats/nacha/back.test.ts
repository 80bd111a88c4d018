// What comes back from the bank: returns, notifications of change, and what banks say between them.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import {
  changesOf,
  isTrustworthy,
  type ReadReturn,
  returnsOf,
} from '#src/formats/nacha/nacha-reading.ts'
import { golden, placesOf, read } from './writing.ts'

const BACK = golden('returns-and-changes')

test('returns name the entry, the reason and what is told with it', () => {
  const reading = read(BACK)
  assert.deepEqual(placesOf(reading), [])
  const returns = [...returnsOf(reading)]
  const [first, estate] = returns
  assert.deepEqual(facts(first), {
    code: 'R01',
    stage: 'returned',
    originalTrace: '073000220000001',
    dateOfDeath: null,
    originalRdfi: '23138010',
    information: '',
    trace: '231380100000101',
    earlier: null,
    dishonor: null,
  })
  assert.equal(first?.entry.amount, 51_234)
  assert.equal(first?.entry.identification, 'PAY-0000000001')
  assert.equal(first?.batch.settlementDay, '342')
  assert.equal(first?.batch.companyId, '1234567890')
  assert.deepEqual(
    [estate?.code, estate?.dateOfDeath, estate?.information],
    ['R15', '2026-11-30', 'ESTATE'],
  )
})

test('dishonored and contested returns name the returns before them', () => {
  const [, , dishonored, contested] = [...returnsOf(read(BACK))]
  const earlier = { trace: '231380100000101', settlementDay: '342', code: 'R01' }
  assert.deepEqual(
    [dishonored?.code, dishonored?.stage, dishonored?.earlier, dishonored?.dishonor],
    ['R68', 'dishonored', earlier, null],
  )
  assert.deepEqual(
    [contested?.code, contested?.stage, contested?.earlier, contested?.dishonor],
    ['R73', 'contested', earlier, { trace: '073000220000201', settlementDay: '343', code: 'R68' }],
  )
})

test('changes bring their data, refused ones the code that is refused', () => {
  const changes = [...changesOf(read(BACK))].map(
    ({ code, corrected, originalTrace, trace, refusedCode }) =>
      [code, corrected, originalTrace, trace, refusedCode] as const,
  )
  const data = '2313801041242415    37'
  assert.deepEqual(changes, [
    ['C07', data, '073000220000001', '231380100000103', ''],
    ['C65', data, '073000220000002', '231380100000104', 'C07'],
  ])
})

test('a code that nobody knows is read; the rules decide what becomes of it', () => {
  const reading = read(BACK.replace('799R01', '799R96'))
  assert.deepEqual(placesOf(reading), [])
  assert.equal([...returnsOf(reading)][0]?.code, 'R96')
})

test('a return without any header is not lost', () => {
  const lines = BACK.split('\n').slice(2, 4)
  const reading = read(lines.join('\n'))
  assert.equal([...returnsOf(reading)][0]?.originalTrace, '073000220000001')
  assert.deepEqual(placesOf(reading), [
    '1 file header',
    '1 batch header',
    '2 batch control',
    '2 file control',
    '2 padding',
  ])
  assert.equal(isTrustworthy(reading), false)
})

function facts(found: ReadReturn | undefined): ReadReturn {
  assert.ok(found)
  const { code, stage, originalTrace, dateOfDeath, originalRdfi } = found
  const { information, trace, earlier, dishonor } = found
  const dates = { originalTrace, dateOfDeath, originalRdfi }
  return { code, stage, ...dates, information, trace, earlier, dishonor }
}
