import assert from 'node:assert/strict'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, before, test } from 'node:test'
import { ConfigError, readConfig } from '#src/config.ts'
import { date } from '#src/domain/calendar.ts'
import { RESERVED_DESCRIPTIONS as NETWORK_WORDS } from '#src/formats/nacha/ach-purpose.ts'
import { RESERVED_DESCRIPTIONS } from '#src/lender-bank.ts'
import { connectBank, connectOutside, connectPrintHouse } from '#src/outside.ts'
import { defermentRulesOn, paymentFeesOn } from '#src/servicing/lender-rules.ts'

let folder: string
before(async () => {
  folder = await mkdtemp(join(tmpdir(), 'keyturn-config-'))
})
after(() => rm(folder, { recursive: true, force: true }))

test('without settings it is the demo on ports 3000 and 3001 with the example lender', () => {
  const config = readConfig({})
  assert.deepEqual([config.mode, config.port, config.deskPort], ['demo', 3000, 3001])
  assert.equal(config.portalOrigin, 'http://localhost:3000')
  assert.equal(config.deskOrigin, 'http://desk.localhost:3001')
  assert.equal(config.lender.name, 'Example Motor Finance')
  assert.equal(config.databaseUrl, null)
})

test('empty settings count as absent', () => {
  assert.equal(readConfig({ DATABASE_URL: '', PORT: '' }).port, 3000)
})

const MESSAGES = {
  KEYTURN_SMTP_URL: 'smtps://mail.example',
  KEYTURN_MAIL_FROM: 'Example <no-reply@mail.example>',
  KEYTURN_TEXT_URL: 'https://text.example/Messages.json',
  KEYTURN_TEXT_ACCOUNT: 'AC1',
  KEYTURN_TEXT_SECRET: 'secret',
  KEYTURN_TEXT_FROM: '+16145550100',
}

test('the settings for messages come together; only a demo goes without them', () => {
  assert.equal(readConfig(MESSAGES).messages?.mail.url, 'smtps://mail.example')
  for (const name of Object.keys(MESSAGES))
    assert.throws(() => readConfig({ ...MESSAGES, [name]: '' }), new RegExp(`^ConfigError|${name}`))
  assert.equal(connectOutside(readConfig({})), null)
  assert.ok(connectOutside(readConfig({ ...MESSAGES, KEYTURN_MODE: 'production' })))
  assert.throws(() => connectOutside(readConfig({ KEYTURN_MODE: 'production' })), ConfigError)
})

const PRODUCTION = { KEYTURN_MODE: 'production', KEYTURN_PORTAL_ORIGIN: 'https://pay.example' }

const SFTP = {
  KEYTURN_SFTP_HOST: 'sftp.bank.example',
  KEYTURN_SFTP_USER: 'emf',
  KEYTURN_SFTP_KEY_FILE: '/etc/keyturn/bank.key',
  KEYTURN_SFTP_HOST_KEY: `SHA256:${'a'.repeat(43)}`,
  KEYTURN_SFTP_OUT: '/inbound',
  KEYTURN_SFTP_IN: '/outbound',
}

test('a bank is a folder or an SFTP server; only a demo goes without one', () => {
  const sftp = readConfig(SFTP)
  assert.ok(sftp.bank?.kind === 'sftp')
  assert.deepEqual([sftp.bank.port, sftp.bank.out, sftp.bank.in], [22, '/inbound', '/outbound'])
  for (const name of Object.keys(SFTP))
    assert.throws(() => readConfig({ ...SFTP, [name]: '' }), new RegExp(`${name}: missing`))
  const both = { ...SFTP, KEYTURN_BANK_FOLDER: '/var/bank' }
  assert.throws(() => readConfig(both), /KEYTURN_BANK_FOLDER: leave it out/)
  const key = { ...SFTP, KEYTURN_SFTP_HOST_KEY: 'aa:bb' }
  assert.throws(() => readConfig(key), /KEYTURN_SFTP_HOST_KEY: must be a fingerprint/)
  assert.deepEqual(readConfig({ KEYTURN_BANK_FOLDER: '/var/bank' }).bank, {
    ...{ kind: 'folder', folder: '/var/bank' },
  })
  assert.ok(connectBank(readConfig({}), folder))
  const production = readConfig(PRODUCTION)
  assert.throws(
    () => connectBank(production, folder),
    (error) => error instanceof ConfigError && /BANK\.md/.test(error.message),
  )
})

const CARDS = { KEYTURN_CARD_KEY: 'sk_test_1', KEYTURN_CARD_EVENT_SECRET: 'whsec_1' }

test('half of the settings for cards is refused, with what to do; none is no cards', () => {
  const { cards } = readConfig(CARDS)
  assert.equal(cards?.apiUrl, 'https://api.stripe.com')
  assert.equal(cards?.pageOrigin, 'https://checkout.stripe.com')
  assert.equal(readConfig({}).cards, null)
  for (const name of ['KEYTURN_CARD_API_URL', 'KEYTURN_CARD_PAGE_ORIGIN'])
    assert.throws(
      () => readConfig({ [name]: 'https://cards.example' }),
      (error) =>
        error instanceof ConfigError &&
        error.message ===
          `${name}: set, but not KEYTURN_CARD_KEY and KEYTURN_CARD_EVENT_SECRET: set them, or none`,
    )
  for (const name of Object.keys(CARDS))
    assert.throws(
      () => readConfig({ ...CARDS, [name]: '' }),
      (error) =>
        error instanceof ConfigError &&
        error.message === `${name}: missing; the others for cards are set: set all or none`,
    )
})

const BUCKET = {
  KEYTURN_S3_URL: 'https://s3.example/papers/keyturn',
  KEYTURN_S3_REGION: 'us-east-1',
  KEYTURN_S3_KEY_ID: 'AKIDEXAMPLE',
  KEYTURN_S3_SECRET: 'secret',
}

test('files lie in a folder or in a bucket, whose settings come together and by TLS', () => {
  assert.equal(readConfig({}).bucket, null)
  assert.deepEqual(readConfig(BUCKET).bucket, {
    ...{ url: 'https://s3.example/papers/keyturn', region: 'us-east-1' },
    ...{ keyId: 'AKIDEXAMPLE', secret: 'secret' },
  })
  for (const name of Object.keys(BUCKET))
    assert.throws(() => readConfig({ ...BUCKET, [name]: '' }), new RegExp(`${name}: missing`))
  const both = { ...BUCKET, KEYTURN_FILES_FOLDER: '/var/files' }
  assert.throws(() => readConfig(both), /KEYTURN_FILES_FOLDER: leave it out/)
  const open = { ...PRODUCTION, ...BUCKET, KEYTURN_S3_URL: 'http://s3.example/papers' }
  assert.throws(() => readConfig(open), /KEYTURN_S3_URL: .*https/)
})

test('a demo keeps files for the print house in its home; production has none unless it says so', () => {
  assert.ok(connectPrintHouse(readConfig({}), folder))
  assert.equal(connectPrintHouse(readConfig(PRODUCTION), folder), null)
  const named = readConfig({ ...PRODUCTION, KEYTURN_PRINT_FOLDER: folder })
  assert.ok(connectPrintHouse(named, folder))
})

const WRONG: [Record<string, string>, RegExp][] = [
  [{ PORT: 'eighty' }, /^PORT: must be a whole number from 0 to 65535$/],
  [{ DESK_PORT: '70000' }, /^DESK_PORT: must be a whole number from 0 to 65535$/],
  [{ PORT: '80.5' }, /^PORT: must be a whole number from 0 to 65535$/],
  [{ KEYTURN_PORTAL_ORIGIN: 'portal' }, /^KEYTURN_PORTAL_ORIGIN: must be a whole address/],
  [{ DATABASE_URL: 'mysql://x' }, /^DATABASE_URL: must begin with postgresql:/],
  [{ KEYTURN_MODE: 'staging' }, /^KEYTURN_MODE: must be demo or production$/],
  [{ KEYTURN_SESSION_IDLE_MINUTES: '0' }, /^KEYTURN_SESSION_IDLE_MINUTES: must be .* 1 to 60$/],
  [{ KEYTURN_LENDER_FILE: '/nowhere/lender.json' }, /^KEYTURN_LENDER_FILE: cannot read/],
]

for (const [env, message] of WRONG)
  test(`${Object.entries(env).flat().join('=')} is refused by name`, () => {
    assert.throws(
      () => readConfig(env),
      (error) => error instanceof ConfigError && message.test(error.message),
    )
  })

test('in production nothing leaves the machine in clear, or to whoever answers', () => {
  const plain: [string, string][] = [
    ['KEYTURN_PORTAL_ORIGIN', 'http://pay.example'],
    ['KEYTURN_DESK_ORIGIN', 'http://desk.example'],
    ['DATABASE_URL', 'postgresql://k@db.example/k'],
    ['DATABASE_URL', 'postgresql://k@db.example/k?sslmode=require'],
    ['MIGRATE_DATABASE_URL', 'postgresql:///k?host=db.example'],
  ]
  for (const [name, value] of plain) {
    const env = { ...PRODUCTION, [name]: value }
    assert.throws(() => readConfig(env), new RegExp(`${name}: .* in production`), value)
    assert.ok(readConfig({ ...env, KEYTURN_MODE: 'demo' }))
  }
  const text = { ...MESSAGES, KEYTURN_TEXT_URL: 'http://text.example/' }
  assert.throws(() => readConfig({ ...PRODUCTION, ...text }), /KEYTURN_TEXT_URL: .*https/)
})

test('in production TLS that proves the other end will do, and what stays on the machine', () => {
  for (const url of [
    'postgresql://k@db.example/k?sslmode=verify-full',
    'postgresql://k@127.0.0.1:5433/k',
    'postgresql://k@[::1]/k',
    'postgresql:///k?host=/run/postgresql',
  ])
    assert.equal(readConfig({ ...PRODUCTION, DATABASE_URL: url }).databaseUrl, url)
  const behindProxy = { ...PRODUCTION, KEYTURN_PORTAL_ORIGIN: 'http://localhost:3000' }
  assert.ok(readConfig(behindProxy))
})

test('a lender’s file with a mistyped or missing field is refused with the field', async () => {
  const file = join(folder, 'lender.json')
  await writeFile(file, JSON.stringify({ name: 'X', fone: '1' }))
  assert.throws(() => readConfig({ KEYTURN_LENDER_FILE: file }), /legalName[\s\S]*fone/)
  await writeFile(file, '{ not json')
  assert.throws(() => readConfig({ KEYTURN_LENDER_FILE: file }), /is not JSON/)
})

test('what registration asks for is one of the known; nothing said is the VIN and an SSN or ITIN', async () => {
  const { lender } = readConfig({})
  assert.deepEqual(lender.registration, { proof: 'vin', identityNumbers: 'us' })
  const file = join(folder, 'registration.json')
  const read = async (registration: object) => {
    await writeFile(file, JSON.stringify({ ...lender, registration }))
    return readConfig({ KEYTURN_LENDER_FILE: file }).lender.registration
  }
  assert.deepEqual(await read({ proof: 'birthDate' }), {
    proof: 'birthDate',
    identityNumbers: 'us',
  })
  assert.deepEqual(await read({ identityNumbers: 'de' }), { proof: 'vin', identityNumbers: 'de' })
  await assert.rejects(read({ proof: 'shoeSize' }), /registration\.proof/)
  await assert.rejects(read({ identityNumbers: 'fr' }), /registration\.identityNumbers/)
})

test('what the bank told the lender is checked before anything is sent with it', async () => {
  const { lender } = readConfig({})
  const file = join(folder, 'bank.json')
  const read = async (bank: object) => {
    await writeFile(file, JSON.stringify({ ...lender, bank: { ...lender.bank, ...bank } }))
    return readConfig({ KEYTURN_LENDER_FILE: file }).lender.bank
  }
  const windows = [{ until: '10:30', settles: '13:00' }]
  assert.deepEqual((await read({ sameDayWindows: windows })).sameDayWindows, windows)
  for (const [name, value] of [
    ['odfi', '044999998'],
    ['destination', '04499999'],
    ['destinationName', 'Example Bank'],
    ['origin', '12345678'],
    ['originName', 'A NAME OF MORE THAN TWENTY-THREE'],
    ['companyName', ''],
    ['companyId', '13-417'],
    ['lineEnd', 'cr'],
    ['creditDays', 3],
    ['sameDayWindows', [{ until: '25:00', settles: '13:00' }]],
    ['filePrefix', '../EMF'],
  ] as const)
    await assert.rejects(read({ [name]: value }), new RegExp(`bank\\.${name}`), name)
  for (const payment of ['auto pay', '2026', 'REVERSAL'])
    await assert.rejects(
      read({ descriptions: { payment, refund: 'REFUND' } }),
      /bank\.descriptions\.payment/,
    )
  assert.deepEqual(new Set(RESERVED_DESCRIPTIONS), NETWORK_WORDS)
})

test('a fee for paying is refused without a citation, above 100 dollars, and for an unknown way', async () => {
  const { lender } = readConfig({})
  assert.deepEqual(paymentFeesOn(lender, TODAY), {})
  const file = join(folder, 'fees.json')
  const read = async (paymentFees: object) => {
    const servicing = lender.rules.servicing.map((rules) => ({ ...rules, paymentFees }))
    await writeFile(file, JSON.stringify({ ...lender, rules: { ...lender.rules, servicing } }))
    return paymentFeesOn(readConfig({ KEYTURN_LENDER_FILE: file }).lender, TODAY)
  }
  const card = { amount: 250, citation: 'Contract clause 8' }
  assert.deepEqual(await read({ card }), { card })
  assert.deepEqual(await read({}), {})
  await assert.rejects(read({ card: { amount: 250 } }), /paymentFees\.card\.citation/)
  await assert.rejects(read({ card: { ...card, citation: ' ' } }), /must name what allows the fee/)
  await assert.rejects(read({ ach: { ...card, amount: 0 } }), /paymentFees\.ach\.amount/)
  await assert.rejects(read({ ach: { ...card, amount: 10_001 } }), /paymentFees\.ach\.amount/)
  await assert.rejects(read({ phone: card }), /phone/)
})

test('a privacy notice is held against the model form, and refused with the field', async () => {
  const { lender } = readConfig({})
  const { privacyNotice: notice } = lender
  assert.ok(notice)
  const file = join(folder, 'privacy.json')
  const read = async (privacyNotice: object) => {
    await writeFile(file, JSON.stringify({ ...lender, privacyNotice }))
    return readConfig({ KEYTURN_LENDER_FILE: file }).lender.privacyNotice
  }
  assert.deepEqual(await read(notice), notice)
  const marketing = { shares: true, canLimit: true }
  const limited = { ...notice, sharing: { ...notice.sharing, marketing } }
  await assert.rejects(read(limited), /privacyNotice\.optOut/)
  const nonaffiliatesMarketing = { shares: true }
  const sold = { ...notice, sharing: { ...notice.sharing, nonaffiliatesMarketing } }
  await assert.rejects(read(sold), /privacyNotice\.sharing\.nonaffiliatesMarketing/)
  const collects = [...notice.collects.slice(1), 'shoe size']
  await assert.rejects(read({ ...notice, collects }), /privacyNotice\.collects/)
})

test('months, days and the fee of an offer to put off payments have their bounds', async () => {
  const { lender } = readConfig({})
  const file = join(folder, 'deferment.json')
  const read = async (deferment: object) => {
    const servicing = lender.rules.servicing.map((rules) => ({ ...rules, deferment }))
    await writeFile(file, JSON.stringify({ ...lender, rules: { ...lender.rules, servicing } }))
    return defermentRulesOn(readConfig({ KEYTURN_LENDER_FILE: file }).lender, TODAY)
  }
  const usual = { mostMonths: 6, validDays: 10, fee: null }
  assert.deepEqual(defermentRulesOn(lender, TODAY), usual)
  assert.deepEqual(await read({}), usual)
  const fee = { amount: 2_500, citation: 'Contract clause 12' }
  assert.deepEqual(await read({ mostMonths: 2, fee }), { ...usual, mostMonths: 2, fee })
  await assert.rejects(read({ mostMonths: 7 }), /deferment\.mostMonths/)
  await assert.rejects(read({ validDays: 0 }), /deferment\.validDays/)
  await assert.rejects(read({ fee: { amount: 2_500 } }), /deferment\.fee\.citation/)
})

const TODAY = date('2026-11-20')
