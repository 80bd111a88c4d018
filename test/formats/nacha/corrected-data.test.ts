import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { test } from 'node:test'
import fc from 'fast-check'
import { parseCorrected } from '#src/formats/nacha/corrected-data.ts'
import { accountKind, meaningOf } from '#src/formats/nacha/entry-codes.ts'

type Expected = Readonly<Record<string, string | number>> | null

const { correctedData, transactionCodes } = JSON.parse(
  readFileSync('test/data/ach-codes.json', 'utf8'),
) as {
  correctedData: { code: string; data: string; expected: Expected }[]
  transactionCodes: Record<string, Record<string, number> | string>
}

/** moov-io/ach addenda98_test.go, TestCorrectedData__ParseCorrectedData. */
for (const { code, data, expected } of correctedData) {
  test(`${code} ${JSON.stringify(data)}`, () => {
    const parsed = parseCorrected(code, data)
    if (expected === null) return assert.equal(parsed, null)
    const { transaction_code: transactionCode, ...rest } = expected
    assert.deepEqual(parsed, {
      ...rest,
      ...(transactionCode !== undefined && {
        transactionCode: String(transactionCode),
        kind: 'checking',
      }),
    })
  })
}

test('data that is not what its code says changes nothing', () => {
  for (const [code, data] of [
    ['C01', '123456789012345678'],
    ['C01', '123 456'],
    ['C02', '987654321'],
    ['C02', '98765432'],
    ['C03', '987654320'],
    ['C03', '987654321 123456'],
    ['C05', '20'],
    ['C05', '52'],
    ['C06', '123456 99'],
    ['C07', '987654321 123 37'],
    ['C13', 'anything'],
    ['C61', '987654320'],
  ] as const) {
    assert.equal(parseCorrected(code, data), null, `${code} ${data}`)
  }
  assert.deepEqual(parseCorrected('C06', '00-12  37'), {
    account: '00-12',
    transactionCode: '37',
    kind: 'savings',
  })
  const anyCode = fc.integer({ min: 0, max: 99 }).map((n) => `C${String(n).padStart(2, '0')}`)
  fc.assert(
    fc.property(anyCode, fc.string({ unit: 'binary', maxLength: 40 }), (code, data) => {
      const parsed = parseCorrected(code, data)
      assert.ok((parsed?.account ?? '').length <= 17)
      assert.match(parsed?.routing ?? '987654320', /^\d{9}$/)
    }),
  )
})

test('transaction codes: kind and direction as the table of the source has them', () => {
  const kinds = { checking: 'checking', savings: 'savings', general_ledger: null, loan: null }
  let seen = 0
  for (const [group, kind] of Object.entries(kinds)) {
    const codes = transactionCodes[group]
    assert.ok(codes instanceof Object)
    for (const [name, code] of Object.entries(codes)) {
      seen += 1
      const meaning = meaningOf(String(code))
      assert.equal(meaning?.direction, name.startsWith('debit') ? 'debit' : 'credit', name)
      assert.equal(meaning?.isZero, /prenote|zero_dollar/.test(name), name)
      assert.equal(meaning?.isBack, name.includes('return_noc'), name)
      assert.equal(accountKind(String(code)), kind, name)
    }
  }
  assert.equal(seen, 30)
  for (const code of ['', '2', '20', '25', '30', '35', '57', '80', '89', '99', '7A']) {
    assert.equal(meaningOf(code), null, code)
  }
})
