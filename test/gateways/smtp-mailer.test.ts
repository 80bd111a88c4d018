// Mail over a real SMTP conversation, with a server of the test's own.
import assert from 'node:assert/strict'
import type { AddressInfo } from 'node:net'
import { test } from 'node:test'
import { SMTPServer, type SMTPServerOptions } from 'smtp-server'
import { smtpMailer } from '#src/gateways/smtp-mailer.ts'

type Taken = { readonly from: string; readonly to: string[]; readonly text: string }

async function serve(options: SMTPServerOptions = {}) {
  const taken: Taken[] = []
  const server = new SMTPServer({
    disabledCommands: ['STARTTLS'],
    authOptional: true,
    ...options,
    onData: (stream, session, done) => {
      let text = ''
      stream.setEncoding('utf8')
      stream.on('data', (chunk: string) => {
        text += chunk
      })
      stream.on('end', () => {
        const { mailFrom, rcptTo } = session.envelope
        const from = mailFrom ? mailFrom.address : ''
        taken.push({ from, to: rcptTo.map(({ address }) => address), text })
        done()
      })
    },
  })
  server.on('error', () => undefined)
  await new Promise<void>((settle) => void server.listen(0, '127.0.0.1', settle))
  const { port } = server.server.address() as AddressInfo
  return { taken, port, close: () => new Promise<void>((settle) => server.close(() => settle())) }
}

const from = 'Example Motor Finance <no-reply@examplemotor.example>'
const mail = {
  id: '0192',
  to: 'elena.marsh@example.com',
  subject: 'Su código de Example Motor Finance',
  text: 'Su código es 123 456.\n\nSirve una vez.\n',
}

test('a mail arrives for its one recipient, under its own id, in any script', async (t) => {
  const { taken, port, close } = await serve()
  t.after(close)
  await smtpMailer({ url: `smtp://127.0.0.1:${port}`, from })(mail)
  const [arrived] = taken
  assert.equal(taken.length, 1)
  assert.deepEqual(arrived?.to, [mail.to])
  assert.equal(arrived.from, 'no-reply@examplemotor.example')
  assert.match(arrived.text, /Message-ID: <0192@examplemotor\.example>/)
  assert.match(arrived.text, /Auto-Submitted: auto-generated/)
  assert.match(arrived.text, /Subject: =\?UTF-8\?/)
  assert.match(arrived.text, /123 456/)
})

test('an address is one address, whatever stands in it', async (t) => {
  const { taken, port, close } = await serve()
  t.after(close)
  const send = smtpMailer({ url: `smtp://127.0.0.1:${port}`, from })
  for (const to of ['a@example.com, b@example.com', 'a@example.com\r\nRCPT TO:<b@example.com>']) {
    await send({ ...mail, to }).catch(() => undefined)
  }
  for (const { to } of taken) {
    assert.equal(to.length, 1)
    assert.equal(to.includes('b@example.com'), false)
  }
})

test('the name and password of the address sign in', async (t) => {
  const seen: unknown[] = []
  const { port, close } = await serve({
    authOptional: false,
    allowInsecureAuth: true,
    onAuth: (auth, _, done) => {
      seen.push(auth.username, auth.password)
      done(null, { user: auth.username ?? '' })
    },
  })
  t.after(close)
  await smtpMailer({ url: `smtp://mailer:p%40ss@127.0.0.1:${port}`, from })(mail)
  assert.deepEqual(seen, ['mailer', 'p@ss'])
})

test('a server that refuses the recipient, or is not there, is an error', async () => {
  const { taken, port, close } = await serve({
    onRcptTo: (_, __, done) => done(new Error('no such mailbox')),
  })
  const send = smtpMailer({ url: `smtp://127.0.0.1:${port}`, from })
  await assert.rejects(send(mail), /no such mailbox/)
  await close()
  await assert.rejects(send(mail), /ECONNREFUSED/)
  assert.deepEqual(taken, [])
})

test('in the clear to another machine nothing is sent', async () => {
  const { taken, port, close } = await serve()
  // A name of this machine that is not one of its usual ones.
  const send = smtpMailer({ url: `smtp://127.0.0.2:${port}`, from })
  await assert.rejects(send(mail))
  await close()
  assert.deepEqual(taken, [])
})
