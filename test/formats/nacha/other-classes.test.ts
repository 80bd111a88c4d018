// Classes that we never write are read all the same: international payments and advices.
// Source: test/testdata/iat-addenda99.ach, adv.ach and contested_addenda.txt of moov-io/ach
// (Apache-2.0), with neutral names of the same length.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { returnsOf } from '#src/formats/nacha/nacha-reading.ts'
import { placesOf, read } from './writing.ts'

const NINES = '9'.repeat(94)

test('an advice has its amounts in columns of its own', () => {
  const reading = read(
    [
      '101 231380104 1210428821908161055A094101Federal Reserve Bank   My Bank Name                   ',
      '5280Company Name, In                    121042882 ADVAccounting      190816   0121042880000001',
      '681231380104744-5678-99    00000005000012104288211131 Name                    0011000010500001',
      '682231380104744-5678-99    00000025000012104288211139 Name                    0011000010500002',
      '828000000200462760200000000000000025000000000000000000050000Company Name, Inc  121042880000001',
      '90000010000010000000200462760200000000000000025000000000000000000050000                       ',
      ...Array.from({ length: 4 }, () => NINES),
    ].join('\n'),
  )
  assert.deepEqual(placesOf(reading), [])
  assert.deepEqual([reading.totals.debits, reading.totals.credits], [250_000, 50_000])
  assert.equal(reading.batches[0]?.items[0]?.account, '744-5678-99')
})

test('a returned international payment names what was returned', () => {
  const reading = read(
    [
      '101 231380104 1210428821901160000A094101Federal Reserve Bank   My Bank Name                   ',
      '5220                FF3               US123456789 IATTRADEPAYMTCADUSD000000   1231380100000001',
      '6221210428820007             0000100000123456789                              1231380100000001',
      '710ANN000000000000100000928383-23938          BEK Enterprises                          0000001',
      '711BEK Solutions                      15 West Place Street                             0000001',
      '712JacobsTown*PA\\                     US*19305\\                                        0000001',
      '713Sample Bank                        01121042882                         US           0000001',
      '714Example Bank                       01231380104                         US           0000001',
      '7159874654932139872121 Front Street                                                    0000001',
      '716LetterTown*AB\\                     CA*80014\\                                        0000001',
      '799R01231380100000001      121042880000100000Authorization Revoked             000000000000000',
      '82200000090012104288000000000000000000100000                                   231380100000001',
      '9000001000002000000090012104288000000000000000000100000                                       ',
      ...Array.from({ length: 7 }, () => NINES),
    ].join('\n'),
  )
  assert.deepEqual(placesOf(reading), [])
  const [only] = returnsOf(reading)
  assert.deepEqual([only?.code, only?.originalTrace], ['R01', '231380100000001'])
  assert.deepEqual([only?.entry.account, only?.entry.amount], ['123456789', 100_000])
  assert.equal(only?.entry.addenda.length, 8)
})

test('a contested dishonored return', () => {
  const reading = read(
    [
      '101 123456780 0610001462203061450A094101                       SimBank                        ',
      '5200SimFintech                          123123123 WEBHammerTime      220307   1364275030000001',
      '621123456780122455799        0000001560               Bruce Sample          S 1364275034310088',
      '799R72123456780000069      75639218   7563921800000010670112345678000007021868 364275034310088',
      '82000000020012345678000000000000000000001560123123123                          364275030000001',
      '9000001000001000000020012345678000000000000000000001560                                       ',
      ...Array.from({ length: 4 }, () => NINES),
    ].join('\n'),
  )
  assert.deepEqual(placesOf(reading), [])
  const [only] = returnsOf(reading)
  assert.deepEqual(
    [only?.stage, only?.earlier, only?.dishonor],
    [
      'contested',
      { trace: '756392180000001', settlementDay: '067', code: 'R01' },
      { trace: '123456780000070', settlementDay: '218', code: 'R68' },
    ],
  )
})
