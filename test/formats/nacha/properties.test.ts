// Whatever is written is read back as it was, and a checker of its own finds every figure right.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { cents } from '#src/domain/money.ts'
import type { AchBatch, AchEntry, AchPurpose } from '#src/formats/nacha/ach-file.ts'
import { hasAchText, toAchText } from '#src/formats/nacha/ach-text.ts'
import { writeNacha } from '#src/formats/nacha/write-nacha.ts'
import { checkAch } from '#test/support/ach-checker.ts'
import { anyFile } from './arbitrary-file.ts'
import { batch, debit, file, read, written } from './writing.ts'

test('written, checked and read: the same values', () => {
  fc.assert(
    fc.property(anyFile, (batches) => {
      const { text, totals } = written(file(batches))
      const checked = checkAch(text)
      assert.deepEqual(checked.problems, [])
      const reading = read(text)
      assert.deepEqual(reading.problems, [])
      assert.deepEqual(
        reading.batches.map(({ class: of, description, effective, items }) => ({
          of,
          description,
          effective,
          items: items.map((item) => [
            item.routing,
            item.account,
            item.amount,
            item.identification,
            item.name,
            item.code.startsWith('2') ? 'checking' : 'savings',
            item.discretionaryData,
            item.trace,
          ]),
        })),
        batches.map((one) => ({
          of: classOf(one),
          description: descriptionOf(one.purpose),
          effective: one.effective,
          items: [...one.entries].map((entry) => valuesOf(entry, one)),
        })),
      )
      assert.equal(
        BigInt(totals.debits),
        checked.batches.reduce((sum, { debits }) => sum + debits, 0n),
      )
      assert.equal(totals.blocks * 10, text.split('\n').length - 1)
    }),
    { numRuns: 150 },
  )
})

test('names are written in plain capitals', () => {
  const names: readonly (readonly [string, string])[] = [
    ['José Núñez', 'JOSE NUNEZ'],
    ['Straße', 'STRASSE'],
    ['Ægir Ørsted-Þór', 'AEGIR ORSTED-THOR'],
    ['Łukasz Đorđević', 'LUKASZ DORDEVIC'],
    ["O’Brien – O'Neil", "O'BRIEN - O'NEIL"],
    ['İpek Işık', 'IPEK ISIK'],
    ['Smith & Sons, Inc. #2', 'SMITH & SONS, INC. 2'],
    ['李 Wei', 'WEI'],
    ['\u0007 \n', ''],
  ]
  for (const [name, plain] of names) assert.equal(toAchText(name), plain)
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (name) => {
      assert.match(toAchText(name), /^$|^[!-~]([ -~]*[!-~])?$/)
      assert.equal(toAchText(toAchText(name)), toAchText(name))
      assert.equal(hasAchText(name), toAchText(name) !== '')
    }),
  )
})

test('the hash is cut on the left, as the network has it', () => {
  const entries = Array.from({ length: 101 }, (_, at) =>
    debit(1, { sequence: at + 1, receiver: { ...debit(1).receiver, routing: '322271627' } }),
  )
  const purpose = { kind: 'debits', class: 'PPD', description: 'LOAN' } as const
  const many = Array.from({ length: 4 }, (_, at) => batch(purpose, entries, { number: at + 1 }))
  const { totals, text } = written(file(many))
  assert.equal(BigInt(totals.entryHash), (32_227_162n * 404n) % 10_000_000_000n)
  assert.ok(32_227_162 * 404 > 10_000_000_000)
  assert.deepEqual(read(text).problems, [])
})

test('100,000 entries come line after line', () => {
  let asked = 0
  function* entries() {
    for (let at = 1; at <= 100_000; at += 1) {
      asked = at
      yield debit(at, { sequence: at })
    }
  }
  const purpose = { kind: 'debits', class: 'PPD', description: 'LOAN' } as const
  const lines = writeNacha(file([batch(purpose, entries())]))
  for (let at = 0; at < 100; at += 1) lines.next()
  assert.equal(asked, 98)
  let last = lines.next()
  while (!last.done) last = lines.next()
  assert.equal(last.value.entries, 100_000)
  assert.equal(last.value.debits, cents((100_000 * 100_001) / 2))
})

function classOf({ purpose }: AchBatch): string {
  return 'class' in purpose ? purpose.class : 'PPD'
}

function descriptionOf(purpose: AchPurpose): string {
  if ('description' in purpose) return purpose.description
  const words = { accountCheck: 'ACCTVERIFY', retries: 'RETRY PYMT', returnFees: 'RETURN FEE' }
  return purpose.kind === 'reversals' ? 'REVERSAL' : words[purpose.kind]
}

function valuesOf(entry: AchEntry, { company }: AchBatch): unknown[] {
  const { receiver, recurrence } = entry
  return [
    receiver.routing,
    receiver.account,
    entry.amount,
    entry.identification,
    toAchText(receiver.name).slice(0, 22).trim(),
    receiver.kind,
    recurrence === null ? '' : recurrence === 'single' ? 'S' : 'R',
    `${company.odfi}${String(entry.sequence).padStart(7, '0')}`,
  ]
}
