import assert from 'node:assert/strict'
import { test } from 'node:test'
import { isEmailAddress, toEmailAddress } from '#src/domain/email-address.ts'

test('e-mail addresses as people type them', () => {
  const read: [string, string][] = [
    [' Ana.B@Example.COM ', 'Ana.B@example.com'],
    ["o'brien+car@mail.example.org", "o'brien+car@mail.example.org"],
    ['a@b.co', 'a@b.co'],
  ]
  for (const [typed, kept] of read) assert.equal(toEmailAddress(typed), kept, typed)
})

test('what is no address, more than one, or would end a header', () => {
  const wrong = [
    '',
    'ana',
    'ana@',
    'ana@example',
    '@example.com',
    'ana@@example.com',
    'ana@b@example.com',
    'ana b@example.com',
    'ana@exam ple.com',
    'ana@example.com, bo@example.com',
    'ana@example.com\r\nBcc: x@example.com',
    '<ana@example.com>',
    '-ana@example.com',
    'ana@.com',
    'ana@example..com',
    'año@example.com',
    `${'a'.repeat(65)}@example.com`,
    `a@${'b'.repeat(250)}.com`,
  ]
  for (const typed of wrong) assert.equal(toEmailAddress(typed), null, typed)
  assert.equal(isEmailAddress(' a@b.co'), false)
})
