import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import type { ObligorDetails } from '#src/domain/account/boarding.ts'
import {
  type ContactChange,
  changeContacts,
  contactsOfPeople,
  MOST_CONTACTS,
  type PersonContacts,
  withContacts,
} from '#src/domain/account/person-contacts.ts'

const person: ObligorDetails = {
  role: 'primary',
  givenName: 'Elena',
  familyName: 'Marsh',
  identityNumber: '987654320',
  birthDate: null,
  email: 'a@example.com',
  phone: '+16145550100',
  address: null,
  locale: 'en',
}

const texts = ['a', 'A', 'b', 'c', 'd'].map((name) => `${name}@example.com`)
const text = fc.constantFrom(...texts)
const method = fc.constantFrom('sms' as const, 'email' as const)
const change: fc.Arbitrary<ContactChange> = fc.oneof(
  fc.record({ kind: fc.constant('added' as const), method, to: text }),
  fc.record({ kind: fc.constant('replaced' as const), method, from: text, to: text }),
  fc.record({ kind: fc.constant('removed' as const), method, from: text }),
)

function isSound(contacts: PersonContacts): boolean {
  return [contacts.sms, contacts.email].every(
    (known) =>
      known.length <= MOST_CONTACTS &&
      new Set(known.map((one) => one.toLowerCase())).size === known.length,
  )
}

test('whatever is changed in whatever order: no contact twice, never too many, never none', () => {
  fc.assert(
    fc.property(fc.array(change, { maxLength: 30 }), (changes) => {
      let contacts = contactsOfPeople([person])
      for (const next of changes) {
        const answer = changeContacts(contacts, next)
        if (!answer.ok) continue
        contacts = answer.value
        assert.ok(isSound(contacts))
        assert.ok(contacts.sms.length + contacts.email.length > 0)
        assert.deepEqual(contactsOfPeople([withContacts(person, contacts)]), contacts)
      }
    }),
  )
})

test('a change touches one contact and nothing else of the person', () => {
  const contacts = { sms: ['+1', '+2'], email: ['a@example.com'] }
  const after = changeContacts(contacts, { kind: 'replaced', method: 'sms', from: '+1', to: '+3' })
  assert.deepEqual(after, { ok: true, value: { sms: ['+3', '+2'], email: ['a@example.com'] } })
  assert.ok(after.ok)
  const { phone, otherPhones, ...rest } = withContacts(person, after.value)
  assert.deepEqual([phone, otherPhones], ['+3', ['+2']])
  const { phone: _, ...before } = person
  assert.deepEqual(rest, before)
})

test('what is gone, there already, one too many or the last is refused', () => {
  const one = { sms: ['+1'], email: [] }
  const full = { sms: ['+1', '+2', '+3'], email: [] }
  const codeOf = (contacts: PersonContacts, next: ContactChange) => {
    const answer = changeContacts(contacts, next)
    return answer.ok ? 'accepted' : answer.refusal.code
  }
  const method = 'sms'
  assert.equal(codeOf(one, { kind: 'removed', method, from: '+2' }), 'contactGone')
  assert.equal(codeOf(one, { kind: 'replaced', method, from: '+2', to: '+3' }), 'contactGone')
  assert.equal(codeOf(one, { kind: 'added', method, to: '+1' }), 'contactSame')
  assert.equal(codeOf(one, { kind: 'replaced', method, from: '+1', to: '+1' }), 'contactSame')
  assert.equal(codeOf(full, { kind: 'added', method, to: '+4' }), 'contactsFull')
  assert.equal(codeOf(full, { kind: 'replaced', method, from: '+2', to: '+4' }), 'accepted')
  assert.equal(codeOf(one, { kind: 'removed', method, from: '+1' }), 'lastContact')
})
