import assert from 'node:assert/strict'
import { test } from 'node:test'
import identity from '#test/data/identity-numbers.json' with { type: 'json' }
import registry from '#test/data/registry-numbers.json' with { type: 'json' }
import routing from '#test/data/routing-numbers.json' with { type: 'json' }
import vehicles from '#test/data/vehicle-numbers.json' with { type: 'json' }
import { calc } from '../../support/calc.ts'

type Checked = { valid: boolean; reason?: string }

async function checked(kind: string, value: string): Promise<Checked> {
  const { results, exitCode } = await calc('check', { kind, value })
  assert.equal(exitCode, 0, JSON.stringify(results))
  return results[0] as Checked
}

const texts = (list: readonly { text: string }[]) => list.map(({ text }) => text)
const PUBLISHED: Record<string, { valid: readonly string[]; invalid: readonly string[] }> = {
  ssn: { valid: identity.ssnValid, invalid: texts(identity.ssnInvalid) },
  itin: { valid: identity.itinValid, invalid: texts(identity.itinInvalid) },
  ein: { valid: registry.einValid, invalid: texts(registry.einInvalid) },
  sin: { valid: registry.sinValid, invalid: texts(registry.sinInvalid) },
  nino: { valid: registry.ninoValid, invalid: texts(registry.ninoInvalid) },
  idnr: { valid: registry.idNrValid, invalid: texts(registry.idNrInvalid) },
  iban: { valid: registry.ibanValid, invalid: texts(registry.ibanInvalid) },
  bic: { valid: registry.bicValid, invalid: texts(registry.bicInvalid) },
  e164: {
    valid: ['+12075550134', '+4930123456'],
    invalid: ['2075550134', '+0123', '+11075550134'],
  },
}

test('published numbers of each kind; what is wrong has a reason in words', async () => {
  for (const [kind, { valid, invalid }] of Object.entries(PUBLISHED)) {
    for (const value of valid) assert.deepEqual(await checked(kind, value), { valid: true }, value)
    for (const value of invalid) {
      const { valid: isValid, reason } = await checked(kind, value)
      assert.equal(isValid, false, `${kind} ${value}`)
      assert.match(reason ?? '', /^[a-z0-9].* .*[a-zA-Z0-9]$/, value)
    }
  }
})

test('routing and vehicle numbers', async () => {
  for (const { number } of routing.valid) {
    assert.deepEqual(await checked('routing', number), { valid: true })
  }
  for (const { number } of routing.invalid)
    assert.equal((await checked('routing', number)).valid, false)
  for (const { vin } of vehicles.valid) assert.deepEqual(await checked('vin', vin), { valid: true })
  const { reason } = await checked('vin', '1M8GDM9A0KP042788')
  assert.match(reason ?? '', /^position 9 is "0" and should be "X"; a vehicle not built for North/)
})

test('an unknown kind, and a value that is no text', async () => {
  for (const [input, field] of [
    [{ kind: 'passport', value: 'x' }, 'kind'],
    [{ kind: 'vin', value: 17 }, 'value'],
    [{ kind: 'vin', value: 'x'.repeat(1_001) }, 'value'],
    [{ kind: 'vin' }, 'value'],
  ] as const) {
    const { results } = await calc('check', input)
    assert.equal((results[0] as { error: { field: string } }).error.field, field)
  }
})
