import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import { date } from '#src/domain/calendar.ts'
import { sendCodeTo, sendNotices } from '#src/identity/messages/send-messages.ts'
import { deliverMessage } from '#src/servicing/messages/deliver-message.ts'
import { plantedBook } from '#test/support/planted-book.ts'

const today = date('2026-11-24')
const book = await plantedBook({ today, now: '2026-11-24T16:48:00.000Z', numbers: [] })
const { ctx, messages } = book
after(() => book.close())

async function sent(given: { channel: 'email' | 'sms'; locale: 'en' | 'es'; to: string }) {
  const { channel, locale, to } = given
  await ctx.db.transaction().execute((tx) =>
    sendCodeTo(tx, ctx, {
      loginId: null,
      channel,
      template: 'registrationCode',
      addressee: { to, locale, code: '482913' },
      expiresAt: '2026-11-24T16:58:00.000Z',
    }),
  )
  const rows = ctx.db.selectFrom('outbox').select(['id', 'sealed', 'delivered_at'])
  return rows.orderBy('id', 'desc').executeTakeFirstOrThrow()
}

const rowOf = (id: string) =>
  ctx.db.selectFrom('outbox').selectAll().where('id', '=', id).executeTakeFirstOrThrow()

test('a code goes out once, in the reader’s language, and its row forgets it', async () => {
  const mail = await sent({ channel: 'email', locale: 'en', to: 'elena.marsh@example.com' })
  assert.ok(mail.sealed)
  assert.equal(mail.sealed.includes('482913'), false)
  await deliverMessage(ctx, { outboxId: mail.id })
  await deliverMessage(ctx, { outboxId: mail.id })
  const text = await sent({ channel: 'sms', locale: 'es', to: '+16145550148' })
  await deliverMessage(ctx, { outboxId: text.id })
  assert.equal(messages.length, 2)
  assert.equal(messages[0]?.to, 'elena.marsh@example.com')
  assert.match(messages[0].text, /Your code is 482 913\./)
  assert.match(messages[1]?.text ?? '', /su código para registrarse .* es 482 913/)
  for (const { text: words } of messages) assert.doesNotMatch(words, /https?:\/\//)
  for (const { id } of [mail, text]) {
    const row = await rowOf(id)
    assert.equal(row.sealed, null)
    assert.ok(row.delivered_at)
  }
})

test('a gateway that fails keeps the message waiting', async () => {
  const mail = await sent({ channel: 'email', locale: 'en', to: 'ruth@example.com' })
  const fails = { ...ctx.messenger, sendMail: () => Promise.reject(new Error('mail is down')) }
  await assert.rejects(deliverMessage({ ...ctx, messenger: fails }, { outboxId: mail.id }))
  assert.ok((await rowOf(mail.id)).sealed)
  await deliverMessage(ctx, { outboxId: mail.id })
  assert.equal((await rowOf(mail.id)).sealed, null)
})

test('a code whose ten minutes are over is not sent any more', async () => {
  const before = messages.length
  const mail = await sent({ channel: 'email', locale: 'en', to: 'late@example.com' })
  book.clock.instant = '2026-11-24T16:58:00.000Z'
  await deliverMessage(ctx, { outboxId: mail.id })
  assert.equal(messages.length, before)
  assert.equal((await rowOf(mail.id)).sealed, null)
})

test('months that passed for money do not end a code, nor date it', async () => {
  const before = messages.length
  const wallClock = { now: () => '2026-11-24T16:50:00.000Z' }
  const moved = { ...ctx, wallClock, clock: { now: () => '2027-03-01T12:00:00.000Z' } }
  const mail = await sent({ channel: 'email', locale: 'en', to: 'months@example.com' })
  await deliverMessage(moved, { outboxId: mail.id })
  assert.equal(messages.length, before + 1)
  assert.deepEqual((await rowOf(mail.id)).delivered_at, wallClock.now())
})

test('a notice without a code says what changed, in both languages and by both ways', async () => {
  const loginId = ctx.newId()
  const before = messages.length
  for (const [channel, locale, to] of [
    ['email', 'en', 'elena.marsh@example.com'],
    ['sms', 'es', '+16145550148'],
  ] as const) {
    await ctx.db.transaction().execute((tx) =>
      sendNotices(tx, ctx, {
        loginId,
        template: 'passkeyAdded',
        contacts: [{ method: channel, to, locale }],
      }),
    )
    const rows = ctx.db.selectFrom('outbox').select('id').orderBy('id', 'desc')
    const { id } = await rows.executeTakeFirstOrThrow()
    await deliverMessage(ctx, { outboxId: id })
    assert.equal((await rowOf(id)).sealed, null)
  }
  const [mail, text] = messages.slice(before)
  assert.match(mail?.subject ?? '', /^A new way to sign in to /)
  assert.match(mail?.text ?? '', /^A passkey was added to your sign-in at /)
  assert.match(text?.text ?? '', /se añadió una llave de acceso en su acceso\. ¿No fue usted\?/)
  assert.doesNotMatch(`${mail?.text}${text?.text}`, /https?:/)
})
