import assert from 'node:assert/strict'
import { test } from 'node:test'
import {
  type Chain,
  type ChainHead,
  type ChainProblem,
  emptyHead,
  extendChain,
  type SealedRecord,
  verifyChain,
} from '#src/store/chain.ts'
import { generateKeys, parseKeys } from '#src/vault/keys.ts'
import { createVault } from '#src/vault/vault.ts'

const vault = createVault(parseKeys(generateKeys()))
const chain: Chain = { kind: 'account-event', key: 'account 1' }

function chainOf(texts: readonly string[]): { rows: SealedRecord[]; head: ChainHead } {
  let head = emptyHead(vault, chain)
  const rows = texts.map((text) => {
    const record = { text }
    const link = extendChain(vault, chain, { head, record })
    head = link.head
    return { seq: link.seq, seal: link.seal, record }
  })
  return { rows, head }
}

const whole = chainOf(['a', 'b', 'c', 'd'])

function problemsOf(rows: readonly SealedRecord[], head = whole.head): ChainProblem[] {
  return verifyChain(vault, chain, { rows, head })
}

test('a whole chain has no problem, an empty one neither', () => {
  assert.deepEqual(problemsOf(whole.rows), [])
  assert.deepEqual(problemsOf([], emptyHead(vault, chain)), [])
})

test('each row that is changed is named', () => {
  for (const { seq } of whole.rows) {
    const rows = whole.rows.map((row) =>
      row.seq === seq ? { ...row, record: { text: 'x' } } : row,
    )
    assert.deepEqual(problemsOf(rows), [{ problem: 'changed', seq }])
  }
})

test('each row that is missing is named, the last ones too', () => {
  for (const { seq } of whole.rows) {
    const rows = whole.rows.filter((row) => row.seq !== seq)
    assert.deepEqual(problemsOf(rows), [{ problem: 'missing', seq }])
  }
  assert.deepEqual(
    problemsOf([]),
    [1, 2, 3, 4].map((seq) => ({ problem: 'missing', seq })),
  )
})

test('a row taken away with the numbers moved up is noticed', () => {
  const rows = whole.rows.toSpliced(1, 1).map((row, at) => ({ ...row, seq: at + 1 }))
  assert.deepEqual(problemsOf(rows), [
    { problem: 'changed', seq: 2 },
    { problem: 'changed', seq: 3 },
    { problem: 'missing', seq: 4 },
  ])
})

test('a row put behind the last is noticed', () => {
  const longer = chainOf(['a', 'b', 'c', 'd', 'e'])
  assert.deepEqual(problemsOf(longer.rows), [{ problem: 'beyondHead', seq: 5 }])
})

test('a cut end with the count put back is noticed: no head is made without the keys', () => {
  const forged = { count: 3, seal: whole.head.seal }
  assert.deepEqual(problemsOf(whole.rows.slice(0, 3), forged), [{ problem: 'head', seq: 3 }])
  const fromRow = { count: 3, seal: Buffer.from(whole.rows[2]?.seal ?? []) }
  assert.deepEqual(problemsOf(whole.rows.slice(0, 3), fromRow), [{ problem: 'head', seq: 3 }])
})

test('rows of another account, kind or key do not pass', () => {
  const others: readonly Chain[] = [
    { kind: 'account-event', key: 'account 2' },
    { kind: 'account-audit', key: 'account 1' },
  ]
  for (const other of others) {
    assert.equal(verifyChain(vault, other, whole)[0]?.problem, 'changed')
  }
  const stranger = createVault(parseKeys(generateKeys()))
  assert.equal(verifyChain(stranger, chain, whole)[0]?.problem, 'changed')
})
