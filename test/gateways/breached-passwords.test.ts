import assert from 'node:assert/strict'
import { createHash } from 'node:crypto'
import { createServer, type RequestListener } from 'node:http'
import type { AddressInfo } from 'node:net'
import { test } from 'node:test'
import { breachedPasswords } from '#src/gateways/breached-passwords.ts'

const password = 'correct horse battery staple'
const digest = createHash('sha1').update(password).digest('hex').toUpperCase()

async function asked(answer: RequestListener, given: string) {
  const paths: string[] = []
  const padding: unknown[] = []
  const warnings: object[] = []
  const server = createServer((request, response) => {
    paths.push(request.url ?? '')
    padding.push(request.headers['add-padding'])
    answer(request, response)
  })
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready))
  const { port } = server.address() as AddressInfo
  const log = { warn: (details: object) => void warnings.push(details) }
  const isBreached = breachedPasswords(`http://127.0.0.1:${port}/range/`, log)
  const found = await isBreached(given)
  server.closeAllConnections()
  await new Promise((done) => server.close(done))
  return { found, paths, padding, warnings }
}

const lines =
  (count: number): RequestListener =>
  (_, response) =>
    response.end(`${'A'.repeat(35)}:4\r\n${digest.slice(5)}:${count}\r\n${'B'.repeat(35)}:0`)

test('a breached password is found by the first five digits of its SHA-1, and nothing else leaves', async () => {
  const { found, paths, padding } = await asked(lines(7), password)
  assert.equal(found, true)
  assert.deepEqual(paths, [`/range/${digest.slice(0, 5)}`])
  assert.deepEqual(padding, ['true'])
})

test('a line that only pads, and another password, are no hit', async () => {
  assert.equal((await asked(lines(0), password)).found, false)
  assert.equal((await asked(lines(7), 'eleven lanterns on a wet pier')).found, false)
})

test('a service that fails, sends elsewhere or says nothing refuses nobody, and is written down', async () => {
  const answers: RequestListener[] = [
    (_, response) => void response.writeHead(500).end(),
    (_, response) => void response.writeHead(302, { location: 'http://127.0.0.1:1/' }).end(),
    () => undefined,
  ]
  for (const answer of answers) {
    const { found, warnings } = await asked(answer, password)
    assert.equal(found, false)
    assert.equal(warnings.length, 1)
    assert.doesNotMatch(JSON.stringify(warnings), /correct horse|[0-9A-F]{5}/)
  }
})
