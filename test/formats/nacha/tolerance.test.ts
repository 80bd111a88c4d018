// However a bank delivers it: line ends, blanks, encodings, small letters, and classes of others.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { isTrustworthy } from '#src/formats/nacha/nacha-reading.ts'
import { readNacha } from '#src/formats/nacha/read-nacha.ts'
import { golden, placesOf, read } from './writing.ts'

const GOOD = golden('web-debits')

test('line ends of any kind, none at all, a byte order mark, an end-of-file mark', () => {
  const same = (bytes: Uint8Array) => {
    const reading = readNacha(bytes)
    assert.deepEqual(reading, read(GOOD))
  }
  for (const end of ['\r\n', '\r', '\n', '']) same(Buffer.from(GOOD.replaceAll('\n', end)))
  same(Buffer.from(`\ufeff${GOOD}`))
  same(Buffer.from(`${GOOD}\u001a`))
  same(Buffer.from(GOOD.trimEnd()))
  same(Buffer.from(`${GOOD}\n  \n`))
})

test('Latin-1 and UTF-8 names are read the same', () => {
  const named = GOOD.replace('JOSE NUNEZ', 'JOSÉ NUÑEZ')
  for (const bytes of [Buffer.from(named, 'latin1'), Buffer.from(named)]) {
    const reading = readNacha(bytes)
    assert.deepEqual(reading.problems, [])
    assert.equal(reading.batches[0]?.items[0]?.name, 'JOSÉ NUÑEZ')
  }
})

test('what is cut off or missing at the edges is told and leaves no doubt', () => {
  const bare = read(
    GOOD.split('\n')
      .map((line) => (/^9+$/.test(line) ? '' : line.trimEnd()))
      .join('\n'),
  )
  assert.deepEqual(placesOf(bare), ['1 record length', '6 record length', '6 padding'])
  assert.equal(isTrustworthy(bare), true)
  assert.deepEqual(bare.batches, read(GOOD).batches)
  const long = read(GOOD.replace(/^(6.*)$/gm, '$1   '))
  assert.deepEqual(placesOf(long), ['3 record length', '4 record length'])
  assert.equal(isTrustworthy(long), true)
})

test('small letters where capitals belong are read and told', () => {
  const back = golden('returns-and-changes')
  const small = read(back.replace('A094101', 'a094101').replace('799R01', '799r01'))
  assert.deepEqual(placesOf(small), ['1 file id modifier', '4 return reason code'])
  assert.equal(isTrustworthy(small), true)
  assert.equal(small.header?.modifier, 'A')
  const web = read(golden('reversals').replace('WEBREVERSAL', 'webReversal'))
  assert.deepEqual(placesOf(web), ['2 standard entry class code', '2 company entry description'])
  assert.equal(web.batches[0]?.class, 'WEB')
})

test('what puts a file in doubt', () => {
  const cases: readonly (readonly [from: string, to: string, ...places: string[]])[] = [
    ['627231380104', '627231380105', '3 check digit'],
    ['627231380104', '6272313801X4', '3 receiving bank', '5 entry hash', '6 entry hash'],
    ['627231380104', '660231380104', '3 transaction code', '5 total debits', '6 total debits'],
    ['627231380104', '622231380104', '3 transaction code', ...SIDES],
    ['0000051234', '00000512 4', '3 amount', '5 total debits', '6 total debits'],
    ['0000051234', '0000000000', '3 amount', '5 total debits', '6 total debits'],
    ['0073000220000002', '0073000220000001', '4 trace number'],
    ['0073000220000002', '0073000230000002', '4 trace number'],
    ['0073000220000002', '1073000220000002', '4 addenda record indicator'],
    ['0073000220000002', 'X073000220000002', '4 addenda record indicator'],
    ['5225', '5299', '2 service class code', '5 service class code'],
    ['WEBLOAN', 'WEDLOAN', '2 standard entry class code'],
    ['LOAN PYMT', '000000000', '2 company entry description'],
    ['8225000002', '8225000003', '5 entry and addenda count'],
    ['9000001000001', '9000002000002', '6 batch count', '6 block count'],
    ['9000001000001', '9A00001000001', '6 batch count'],
    ['94101', '94102', '1 format code'],
    ['261204', '261304', '1 file creation date'],
    ['JOSE NUNEZ', 'JOSE\u0000NUNEZ', '3 characters'],
    ['0073000220000002', '0073000220000002X', '4 record length'],
    ['6272', '4272', '3 record type', ...WITHOUT_FIRST],
  ]
  for (const [from, to, ...places] of cases) {
    assert.ok(GOOD.includes(from), from)
    const reading = read(GOOD.replace(from, to))
    assert.deepEqual(placesOf(reading), places, `${from} to ${to}`)
    assert.equal(isTrustworthy(reading), false, to)
  }
})

const SIDES = ['5 total debits', '5 total credits', '6 total debits', '6 total credits']
const FIGURES = ['entry and addenda count', 'entry hash', 'total debits']
const WITHOUT_FIRST = ['5', '6'].flatMap((line) => FIGURES.map((field) => `${line} ${field}`))

test('garbage is answered within bounds', () => {
  const reading = read('x\n'.repeat(5_000))
  assert.equal(reading.problems.length, 1_000)
  // Each line has a wrong length and a wrong type; header, control and padding come besides.
  assert.equal(reading.unlisted, 9_002)
  assert.deepEqual(placesOf(read('')), ['1 file'])
  assert.deepEqual(placesOf(read('9'.repeat(94))), ['1 file header', ...NOTHING])
})

const NOTHING = ['1 padding', '1 file control', '1 padding']
