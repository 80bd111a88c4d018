// Registering and recovering where the lender asks for the birth date instead of the VIN.
import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { type MigratedDatabase, testDatabase } from '#test/support/database.ts'
import {
  BIRTH_DATE,
  movableClock,
  type Person,
  plantAccount,
} from '#test/support/identity-world.ts'
import { Browser, openPortal, type Portal } from '#test/support/portal.ts'
import { wordsOf } from '#test/support/signed-in.ts'

let database: MigratedDatabase
let portal: Portal
let person: Person
let undated: Person

before(async () => {
  database = await testDatabase()
  const registration = { proof: 'birthDate', identityNumbers: 'us' } as const
  portal = await openPortal(database, movableClock(), undefined, { registration })
  ;[person, undated] = await plantAccount(database, 'KT-3041-7741')
})
after(async () => {
  await portal.close()
  await database.close()
})

const proofOf = ({ accountNumber, lastFour }: Person, birthDate: string) => {
  return { accountNumber, lastFour, birthDate }
}

test('the page asks for the birth date and never for the VIN, in both languages', async () => {
  const english = wordsOf((await new Browser(portal).get('/register')).text)
  assert.match(english, /Birth date/)
  assert.doesNotMatch(english, /VIN/)
  const spanish = await new Browser(portal).get('/register?lang=es')
  assert.match(wordsOf(spanish.text), /Fecha de nacimiento La suya: mes, día y año\./)
  assert.match(spanish.text, /<input[^>]* id="birthDate"[^>]* autocomplete="bday"/)
  const door = wordsOf((await new Browser(portal).get('/sign-in')).text)
  assert.match(
    door,
    /Have your account number, the last 4 digits of your SSN or ITIN and your birth/,
  )
})

test('a birth date as a browser sends it, and as people write it, is the same', async () => {
  for (const typed of [BIRTH_DATE, '4/27/1985', ' 04/27/1985 ']) {
    const answer = await new Browser(portal).submit('/register', proofOf(person, typed))
    assert.equal(answer.headers.get('location'), '/register/contact', typed)
  }
})

test('what is no date comes back with what was typed', async () => {
  for (const typed of ['', '1985', '31/31/1985']) {
    const answer = await new Browser(portal).submit('/register', proofOf(person, typed))
    assert.equal(answer.status, 422)
    assert.match(answer.text, /Type your birth date with month, day and year/)
    assert(answer.text.includes(`value="${person.accountNumber}"`))
  }
})

test('a wrong answer, a missing birth date and the VIN instead of it get one page', async () => {
  const pageFor = async (fields: Record<string, string>) => {
    const answer = await new Browser(portal).submit('/register', fields)
    return [answer.status, /<section class="k-errors".*?<\/section>/s.exec(answer.text)?.[0]]
  }
  const wrong = await pageFor(proofOf(person, '1985-04-28'))
  assert.equal(wrong[0], 422)
  assert.match(String(wrong[1]), /could not match these three.*our file may be without your birth/s)
  assert.match(String(wrong[1]), /\(800\) 555-0142/)
  assert.deepEqual(await pageFor(proofOf(undated, BIRTH_DATE)), wrong)
  assert.deepEqual(await pageFor({ ...proofOf(person, BIRTH_DATE), lastFour: '0000' }), wrong)
  const { vin } = person
  assert.deepEqual(await pageFor({ ...proofOf(undated, '1985-04-28'), vin }), wrong)
  assert.deepEqual(await pageFor({ ...proofOf(person, BIRTH_DATE), accountNumber: 'KT-0' }), wrong)
})

test('recovering asks for the same', async () => {
  const page = await new Browser(portal).get('/recover')
  assert.match(wordsOf(page.text), /Birth date/)
  assert.doesNotMatch(wordsOf(page.text), /VIN/)
})
