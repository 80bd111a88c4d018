import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { closeEach, type UnclosedAccount } from '#src/servicing/closing/close-each.ts'

const ids = (count: number) => Array.from({ length: count }, (_, at) => `account ${at}`)

test('accounts that fail are named, all others are closed once', async () => {
  const anyBatch = fc.tuple(fc.integer({ min: 1, max: 60 }), fc.uniqueArray(fc.nat(59)))
  await fc.assert(
    fc.asyncProperty(anyBatch, async ([count, bad]) => {
      const all = ids(count)
      const failing = new Set(bad.map((at) => `account ${at}`))
      const closed: string[] = []
      const unclosed: UnclosedAccount[] = []
      const close = async (some: readonly string[]) => {
        const broken = some.find((id) => failing.has(id))
        if (broken) throw new Error(broken)
        closed.push(...some)
      }
      await closeEach(all, { close, unclosed })
      assert.deepEqual(
        closed,
        all.filter((id) => !failing.has(id)),
      )
      assert.deepEqual(
        unclosed.map(({ accountId, error }) => [accountId, String(error)]),
        all.filter((id) => failing.has(id)).map((id) => [id, `Error: ${id}`]),
      )
    }),
  )
})

test('when everything fails it gives up', async () => {
  let tries = 0
  const close = async () => {
    tries += 1
    throw new Error('no database')
  }
  const unclosed: UnclosedAccount[] = []
  const all = ids(5_000)
  await assert.rejects(closeEach(all, { close, unclosed }), /no database/)
  assert.ok(tries < 500, `${tries} tries`)
})
