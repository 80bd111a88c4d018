// Text messages to a gateway of the test's own with the shape of Twilio's.
import assert from 'node:assert/strict'
import { createServer, type IncomingMessage } from 'node:http'
import type { AddressInfo } from 'node:net'
import { test } from 'node:test'
import { httpTextMessages } from '#src/gateways/http-text-messages.ts'

async function serve(status: number) {
  const asked: { head: IncomingMessage['headers']; form: URLSearchParams }[] = []
  const server = createServer(async (request, response) => {
    let body = ''
    for await (const chunk of request) body += chunk
    asked.push({ head: request.headers, form: new URLSearchParams(body) })
    response.writeHead(status, { 'content-type': 'application/json' })
    response.end('{"sid":"SM1"}')
  })
  await new Promise<void>((settle) => server.listen(0, '127.0.0.1', settle))
  const { port } = server.address() as AddressInfo
  const url = `http://127.0.0.1:${port}/2010-04-01/Accounts/AC1/Messages.json`
  return { asked, url, close: () => void server.close() }
}

const message = { id: '0192', to: '+16145550148', text: 'Example: su código es 123 456.' }
const account = { account: 'AC1', secret: 's3cret', from: '+16145550100' }

test('the number, the sender and the words arrive, with the account that pays', async (t) => {
  const { asked, url, close } = await serve(201)
  t.after(close)
  await httpTextMessages({ url, ...account })(message)
  await httpTextMessages({ url, ...account, from: 'MG77' })(message)
  const [plain, service] = asked
  assert.equal(plain?.head.authorization, `Basic ${Buffer.from('AC1:s3cret').toString('base64')}`)
  assert.deepEqual(Object.fromEntries(plain.form), {
    To: message.to,
    Body: message.text,
    From: '+16145550100',
  })
  assert.equal(service?.form.get('MessagingServiceSid'), 'MG77')
  assert.equal(service.form.has('From'), false)
})

test('what the gateway does not take is an error that repeats no number', async (t) => {
  for (const status of [400, 401, 429, 500, 302]) {
    const { url, close } = await serve(status)
    t.after(close)
    await assert.rejects(httpTextMessages({ url, ...account })(message), (error: Error) => {
      assert.equal(error.message.includes(message.to), false)
      return true
    })
  }
})

test('a gateway that points elsewhere is not followed', async (t) => {
  const other = await serve(201)
  const server = createServer((_, response) => {
    response.writeHead(307, { location: other.url })
    response.end()
  })
  await new Promise<void>((settle) => server.listen(0, '127.0.0.1', settle))
  t.after(() => {
    other.close()
    server.close()
  })
  const { port } = server.address() as AddressInfo
  const url = `http://127.0.0.1:${port}/`
  await assert.rejects(httpTextMessages({ url, ...account })(message))
  assert.equal(other.asked.length, 0)
})
