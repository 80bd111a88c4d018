// The handbook's numbers are those of the code: each table is made here once more and must stand in
// it line by line.

import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { test } from 'node:test'
import { readConfig } from '#src/config.ts'
import { MOST_PAPER_BYTES } from '#src/domain/attached-kinds.ts'
import { MOST_PAGES } from '#src/formats/attached/pdf-judgement.ts'
import { MOST_CREDITS } from '#src/formats/credits/read-credits.ts'
import { MOST_FILE_BYTES } from '#src/http/uploaded-file.ts'
import { BUDGETS } from '#src/identity/attempt-budgets.ts'
import { STEP_UP } from '#src/identity/entry/step-up.ts'
import { levelOf, shownBy } from '#src/identity/levels.ts'
import { momentAfter } from '#src/identity/moments.ts'
import { SEALED_COLUMNS } from '#src/servicing/keys/sealed-columns.ts'

const root = resolve(import.meta.dirname, '../..')
const handbook = readFileSync(resolve(root, 'docs/security/HANDBOOK.md'), 'utf8')

/** The rows of the table under a heading line, without their frame. */
function tableUnder(heading: string): string[] {
  const at = handbook.indexOf(heading)
  assert.ok(at >= 0, heading)
  const lines = handbook.slice(at).split('\n').slice(2)
  return lines.slice(
    0,
    lines.findIndex((line) => !line.startsWith('|')),
  )
}

test('the handbook tells every budget of tries as it is', () => {
  const rows = Object.entries(BUDGETS).map(([scope, budget]) => {
    const { freeTries, forgetAfterHours: hours } = budget
    const wait =
      'waitSeconds' in budget ? `${budget.waitSeconds / 3600} hour each` : 'growing waits'
    const memory = hours % 24 === 0 ? `${hours / 24} days` : `${hours} hour`
    const closes = 'closesAfter' in budget ? String(budget.closesAfter) : 'never'
    return `| \`${scope}\` | ${freeTries} | ${wait} | ${memory} | ${closes} |`
  })
  assert.deepEqual(tableUnder('| what is counted |'), rows)
})

test('the handbook tells what asks again who one is, and what waits while a login is held', () => {
  const rows = Object.entries(STEP_UP).map(
    ([action, { level, whileHeld }]) => `| \`${action}\` | ${level} | ${whileHeld} |`,
  )
  assert.deepEqual(tableUnder('| action | level |'), rows)
})

test('the handbook tells the levels as they are derived', () => {
  const at = '2026-11-24T16:00:00.000Z'
  const after = (minutes: number) => momentAfter(at, { minutes })
  const [password, email, sms, passkey] = (['password', 'email', 'sms', 'passkey'] as const).map(
    (method) => shownBy(method, at),
  )
  assert.ok(password && email && sms && passkey)
  assert.equal(levelOf([], at), 0)
  assert.equal(levelOf([password], at), 1)
  assert.equal(levelOf([password, email], at), 2)
  assert.equal(levelOf([password, sms], after(4)), 3)
  assert.equal(levelOf([password, sms], after(5)), 2)
  assert.equal(levelOf([passkey], after(4)), 3)
  assert.match(handbook, /\| 3 \| the same, and a factor other than e-mail within 5 minutes \|/)
})

test('the handbook tells the limits of sessions as they are set', () => {
  const { session, deskSession } = readConfig({})
  const row = (limit: string, value: string, setting: string) =>
    `| ${limit} | ${value} | \`${setting}\` |`
  const rows = tableUnder('| limit | value | setting |')
  for (const wanted of [
    row('without a request', `${session.idleMinutes} minutes`, 'KEYTURN_SESSION_IDLE_MINUTES'),
    row('in any case', `${session.absoluteHours} hours`, 'KEYTURN_SESSION_HOURS'),
    row(
      'staff, without a request',
      `${deskSession.idleMinutes} minutes`,
      'KEYTURN_DESK_IDLE_MINUTES',
    ),
    row('staff, in any case', `${deskSession.absoluteHours} hours`, 'KEYTURN_DESK_HOURS'),
  ])
    assert.ok(rows.includes(wanted), wanted)
})

test('the handbook names every sealed column', () => {
  const missing = SEALED_COLUMNS.map(({ table, column }) => `\`${table}.${column}\``).filter(
    (name) => !handbook.includes(name),
  )
  assert.deepEqual(missing, [])
})

test('the handbook names every setting that is an address outside', () => {
  const config = readFileSync(resolve(root, 'src/environment.ts'), 'utf8')
  const names = [...config.matchAll(/^ {2}(\w+_(?:URL|ISSUER)):/gm)].map(([, name = '']) => name)
  assert.ok(names.length >= 4)
  assert.deepEqual(
    names.filter((name) => !handbook.includes(`\`${name}\``)),
    [],
  )
})

test('the handbook names the algorithms that the code asks for', () => {
  const vault = ['vault.ts', 'signing.ts']
    .map((file) => readFileSync(resolve(root, 'src/vault', file), 'utf8'))
    .join()
  const passwords = readFileSync(resolve(root, 'src/identity/passwords.ts'), 'utf8')
  assert.ok(vault.includes("'aes-256-gcm'") && vault.includes("hkdfSync('sha256'"))
  assert.ok(passwords.includes('memoryCost: 65_536, timeCost: 3'))
  for (const name of ['AES-256-GCM', 'HKDF-SHA-256', 'HMAC-SHA-256', 'argon2id', 'Ed25519'])
    assert.ok(handbook.includes(name), name)
  assert.match(handbook, /argon2id, 64 MiB, 3 passes/)
})

test('the handbook says something of each thing that has to be written down', () => {
  const chapters = handbook.split(/^## \d+\. /m).slice(1)
  const said = (heading: string) => chapters.find((text) => text.startsWith(heading)) ?? ''
  for (const [heading, words] of [
    ['Input', /schema.*typed from there on/s],
    ['Input', /Fields together are checked/],
    ['Input', /Limits of the business/],
    ['Guessing', /Words that no password may lean on/],
    ['Sessions', /several sessions at once/],
    ['Sessions', /identity provider/],
    ['Who may see what', /Fields that are never shown whole/],
    ['Who may see what', /What around a request counts too/],
    ['Cryptography', /changed\s+yearly/],
    ['What it talks to', /time limit/],
    ['Work that costs', /Hashing passwords/],
    ['Logs', /`access_audit`[\s\S]*`account_audit`[\s\S]*structured log/],
    ['Libraries', /within 3 days/],
  ] as const)
    assert.match(said(heading), words)
})

test('the handbook says which files are taken', () => {
  assert.match(handbook, /at most 2,000,000 bytes and 5,000 lines/)
  assert.deepEqual([MOST_FILE_BYTES, MOST_CREDITS], [2_000_000, 5_000])
  assert.deepEqual([MOST_PAPER_BYTES, MOST_PAGES], [10_000_000, 300])
  assert.match(handbook, /at most 10,000,000 bytes and 300\s+pages/)
})
