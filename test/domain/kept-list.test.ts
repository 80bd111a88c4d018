import assert from 'node:assert/strict'
import { test } from 'node:test'
import { keptList } from '#src/domain/kept-list.ts'

type Item = { readonly value: number }

test('a list is worked out once, as far as it is asked for, whoever asks', () => {
  let made = 0
  const upTo = keptList(function* ({ last }: { readonly last: number }): Generator<Item> {
    for (let value = 1; value <= last; value += 1) {
      made += 1
      yield { value }
    }
  })
  const three = { last: 3 }
  const [first] = upTo(three)
  assert.deepEqual(first, { value: 1 })
  assert.equal(made, 1)
  const slow = upTo(three)
  assert.equal(slow.next().value?.value, 1)
  assert.deepEqual(
    [...upTo(three)].map(({ value }) => value),
    [1, 2, 3],
  )
  assert.deepEqual(
    [...slow].map(({ value }) => value),
    [2, 3],
  )
  assert.equal(made, 3)
  assert.equal([...upTo({ last: 3 })].length, 3)
  assert.equal(made, 6, 'another key, even an equal one, has a list of its own')
  const begun = upTo(three)
  assert.equal(begun.next().value?.value, 1)
  assert.equal([...upTo({ last: 2 })].length, 2)
  assert.deepEqual(
    [...begun].map(({ value }) => value),
    [2, 3],
    'whoever has begun comes to the end, whatever others ask meanwhile',
  )
})

test('a list that cannot be worked out fails for everyone, not only for the first', () => {
  const broken = keptList(function* (_: object): Generator<Item> {
    yield { value: 1 }
    throw new Error('no more')
  })
  const key = {}
  for (let time = 0; time < 3; time += 1) assert.throws(() => [...broken(key)], /no more/)
})

test('keys that are told to be the same have one list', () => {
  let made = 0
  const kept = keptList(
    function* ({ last }: { readonly last: number }): Generator<Item> {
      made += 1
      yield { value: last }
    },
    (known, asked) => known.last === asked.last,
  )
  assert.deepEqual([...kept({ last: 1 }), ...kept({ last: 1 })], [{ value: 1 }, { value: 1 }])
  assert.equal(made, 1)
  assert.deepEqual([...kept({ last: 2 })], [{ value: 2 }])
  assert.equal(made, 2)
})
