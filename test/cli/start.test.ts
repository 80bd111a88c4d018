// The whole product as a person starts it: a ready line, two hosts, a graceful end, and a database
// of one's own.
import assert from 'node:assert/strict'
import { type ChildProcess, execFile, spawn } from 'node:child_process'
import { mkdtemp, rm } from 'node:fs/promises'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { after, before, test } from 'node:test'
import { promisify } from 'node:util'
import { testCluster } from '#test/support/cluster.ts'

const keyturn = resolve(import.meta.dirname, '../../bin/keyturn')
const run = promisify(execFile)
const running = new Set<ChildProcess>()
let folder: string

before(async () => {
  folder = await mkdtemp(join(tmpdir(), 'keyturn-start-'))
})
after(async () => {
  for (const child of running) child.kill('SIGKILL')
  await rm(folder, { recursive: true, force: true })
})

async function freePort(): Promise<number> {
  const server = createServer()
  await new Promise<void>((done) => server.listen(0, 'localhost', done))
  const address = server.address()
  await new Promise((done) => server.close(done))
  assert.ok(address && typeof address === 'object')
  return address.port
}

/** Starts the product and answers with what it printed up to its ready line. */
async function start(env: Record<string, string>, command = 'start') {
  const [port, deskPort, cardPort] = [await freePort(), await freePort(), await freePort()]
  const ports = {
    PORT: String(port),
    DESK_PORT: String(deskPort),
    // The port after the desk's, the usual one, may be somebody else's on this machine.
    KEYTURN_DEMO_CARD_PORT: String(cardPort),
  }
  const settings = { ...process.env, ...ports, ...env }
  const child = spawn(process.execPath, [keyturn, command], { env: settings })
  running.add(child)
  let printed = ''
  let errors = ''
  child.stderr.on('data', (data) => {
    errors += data
  })
  await new Promise<void>((ready, fail) => {
    child.stdout.on('data', (data) => {
      printed += data
      if (/^ready/m.test(printed)) ready()
    })
    child.on('exit', (code) => fail(new Error(`ended with ${code} before it was ready: ${errors}`)))
  })
  const ended = new Promise<number | null>((done) =>
    child.on('exit', (code) => {
      running.delete(child)
      done(code)
    }),
  )
  return { port, deskPort, cardPort, printed, child, ended }
}

test('start plants a book, serves both hosts, is joined by commands, and ends gracefully', async () => {
  const home = join(folder, 'demo')
  const product = await start({ KEYTURN_HOME: home })
  assert.match(
    product.printed,
    /^ready: portal http:\/\/localhost:\d+ · desk http:\/\/desk\.localhost:\d+/m,
  )
  assert.match(product.printed, /elena\.marsh/)
  assert.match(product.printed, /account 1048264482 · last four of SSN 4328 · VIN /)

  const link = /http:\/\/desk\.localhost:\d+(\/enroll\?link=[\w-]{43})/.exec(product.printed)?.[1]
  const welcome = await fetch(`http://localhost:${product.deskPort}${link}`)
  assert.match(await welcome.text(), /Welcome, Demo Administrator/)

  const portal = await fetch(`http://localhost:${product.port}/sign-in`)
  assert.equal(portal.status, 200)
  assert.match(await portal.text(), /Example Motor Finance/)
  const desk = await fetch(`http://localhost:${product.deskPort}/`)
  assert.equal(desk.status, 200)
  assert.doesNotMatch(await desk.text(), /1048264417|Marsh/)

  const proof = await run(process.execPath, [keyturn, 'verify-ledger'], {
    env: { ...process.env, KEYTURN_HOME: home },
  })
  assert.match(proof.stdout, /every posting follows from the events/)
  assert.equal((await fetch(`http://localhost:${product.port}/sign-in`)).status, 200)

  // The demo's card processor listens, and answers nobody without its key.
  const cards = `http://localhost:${product.cardPort}/v1/disputes`
  assert.equal((await fetch(cards)).status, 401)

  product.child.kill('SIGTERM')
  assert.equal(await product.ended, 0)
  await assert.rejects(fetch(`http://localhost:${product.port}/sign-in`))
  await assert.rejects(fetch(cards))

  // Started again, the book is there and is not planted twice.
  const again = await start({ KEYTURN_HOME: home })
  const { stdout } = await run(process.execPath, [keyturn, 'verify-ledger', '--json'], {
    env: { ...process.env, KEYTURN_HOME: home },
  })
  assert.equal(JSON.parse(stdout).accounts, 15)
  again.child.kill('SIGINT')
  assert.equal(await again.ended, 0)
})

test('a database of one own is used instead, by a role that takes on the smaller one', async () => {
  const cluster = await testCluster()
  const { urls, drop } = await cluster.createDatabase()
  const home = join(folder, 'own')
  const product = await start({
    KEYTURN_HOME: home,
    DATABASE_URL: urls.app,
    MIGRATE_DATABASE_URL: urls.owner,
  })
  assert.equal((await fetch(`http://localhost:${product.port}/sign-in`)).status, 200)
  product.child.kill('SIGTERM')
  assert.equal(await product.ended, 0)
  await drop()
})

test('a port that is taken is told by its setting, and the parts that listen end with it', async () => {
  const taken = createServer()
  await new Promise<void>((done) => taken.listen(0, 'localhost', done))
  const address = taken.address()
  assert.ok(address && typeof address === 'object')
  const { port } = address
  for (const setting of ['PORT', 'DESK_PORT']) {
    const home = join(folder, 'demo')
    await assert.rejects(start({ KEYTURN_HOME: home, [setting]: String(port) }), (error: Error) => {
      assert.match(error.message, /^ended with 2 before it was ready/)
      const told = `keyturn: settings: ${setting}: port ${port} is taken by another program. `
      assert.ok(error.message.includes(`${told}End it, or set ${setting} to a free port.\n`))
      return true
    })
  }
  const cards = { KEYTURN_HOME: join(folder, 'demo'), KEYTURN_DEMO_CARD_PORT: String(port) }
  await assert.rejects(start(cards), (error: Error) => {
    assert.match(error.message, /^ended with 2 before it was ready/)
    const told = `settings: KEYTURN_DEMO_CARD_PORT: port ${port} cannot be had. `
    assert.ok(error.message.includes(`${told}Set KEYTURN_DEMO_CARD_PORT to a free port.\n`))
    return true
  })
  await new Promise((done) => taken.close(done))
})

test('a wrong setting is refused by name, with exit code 2 and no stack', async () => {
  const env = { ...process.env, PORT: 'eighty', KEYTURN_HOME: join(folder, 'wrong') }
  const failed = await run(process.execPath, [keyturn, 'start'], { env }).then(
    () => assert.fail('it started'),
    (error: { code: number; stderr: string }) => error,
  )
  assert.equal(failed.code, 2)
  assert.match(failed.stderr, /settings: PORT/)
  assert.doesNotMatch(failed.stderr, /\n\s+at /)
})
