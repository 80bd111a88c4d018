import assert from 'node:assert/strict'
import { test } from 'node:test'
import { isZipOfState, STATES, toState } from '#src/domain/regions/us-address.ts'

test('the fifty states, the District, territories, freely associated states and the military', () => {
  assert.equal(Object.keys(STATES).length, 50 + 1 + 5 + 3 + 3)
})

test('a state by its letters or its name', () => {
  for (const typed of ['OH', 'oh', ' Ohio ', 'OHIO']) assert.equal(toState(typed), 'OH', typed)
  assert.equal(toState('new  york'), 'NY')
  assert.equal(toState('District of Columbia'), 'DC')
  for (const typed of ['', 'O', 'Ontario', 'ZZ', 'OH 43085', 'constructor', '__proto__'])
    assert.equal(toState(typed), null, typed)
})

// Where capitols, post offices and bases are.
test('ZIP codes that every state has', () => {
  const known: [string, string][] = [
    ['AL', '36104'],
    ['AK', '99801'],
    ['AZ', '85007'],
    ['AR', '72201'],
    ['CA', '95814'],
    ['CO', '80203'],
    ['CT', '06106'],
    ['DE', '19901'],
    ['DC', '20500'],
    ['FL', '32399'],
    ['GA', '30334'],
    ['HI', '96813'],
    ['ID', '83702'],
    ['IL', '62701'],
    ['IN', '46204'],
    ['IA', '50319'],
    ['KS', '66612'],
    ['KY', '40601'],
    ['LA', '70802'],
    ['ME', '04330'],
    ['MD', '21401'],
    ['MA', '02133'],
    ['MI', '48933'],
    ['MN', '55155'],
    ['MS', '39201'],
    ['MO', '65101'],
    ['MT', '59620'],
    ['NE', '68509'],
    ['NV', '89701'],
    ['NH', '03301'],
    ['NJ', '08608'],
    ['NM', '87501'],
    ['NY', '12207'],
    ['NY', '00501'],
    ['NY', '06390'],
    ['NC', '27601'],
    ['ND', '58505'],
    ['OH', '43215'],
    ['OK', '73105'],
    ['OR', '97301'],
    ['PA', '17120'],
    ['RI', '02903'],
    ['SC', '29201'],
    ['SD', '57501'],
    ['TN', '37243'],
    ['TX', '78701'],
    ['TX', '88510'],
    ['UT', '84114'],
    ['VT', '05633'],
    ['VA', '23219'],
    ['WA', '98504'],
    ['WV', '25305'],
    ['WI', '53703'],
    ['WY', '82002'],
    ['PR', '00901'],
    ['VI', '00802'],
    ['GU', '96910'],
    ['AS', '96799'],
    ['MP', '96950'],
    ['AE', '09128'],
    ['AP', '96350'],
    ['AA', '34002'],
  ]
  for (const [state, postalCode] of known)
    assert.ok(isZipOfState({ state, postalCode }), `${state} ${postalCode}`)
  assert.equal(isZipOfState({ state: 'OH', postalCode: '04101' }), false)
  assert.equal(isZipOfState({ state: 'ME', postalCode: '43085' }), false)
  assert.equal(isZipOfState({ state: 'nowhere', postalCode: '43085' }), false)
})
