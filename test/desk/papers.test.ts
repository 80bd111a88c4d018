// A paper from outside at the desk: attached, replaced, taken off by two people; seen and downloaded
// by who may see it and by nobody else.
import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { openPdfCheck } from '#src/formats/attached/check-pdf.ts'
import type { Files } from '#src/gateways/files.ts'
import { verifyAudit } from '#src/servicing/audit/verify-audit.ts'
import { readAccountAudit } from '#src/store/accounts/account-audit.ts'
import { openDesk } from '#test/support/desk.ts'
import { atDesk } from '#test/support/desk-person.ts'
import { plainPdf } from '#test/support/made-pdf.ts'
import { testPapers } from '#test/support/papers.ts'
import { type Answer, type Browser, hiddenOf, type Portal } from '#test/support/portal.ts'
import {
  openSignedIn,
  type SignedIn,
  type SignedInPortal,
  wordsOf,
} from '#test/support/signed-in.ts'
import { staffWorld } from '#test/support/staff-world.ts'
import { zipEntries } from '#test/support/zip-entries.ts'

const [ELENA, PAIR] = ['1048264417', '1048264458']
let world: SignedInPortal
let desk: Portal
let staff: ReturnType<typeof staffWorld>
let ruth: SignedIn
let ben: SignedIn
let agent: Browser
let chief: Browser
let base: string
/** What the disk does at this moment. */
let disk: 'works' | 'full' = 'works'

before(async () => {
  world = await openSignedIn([ELENA, PAIR])
  const kept = world.portal.papers?.files
  assert.ok(kept)
  const files: Files = {
    get: kept.get,
    put: async (digest, bytes) => {
      if (disk === 'full') throw new Error('no space left')
      await kept.put(digest, bytes)
    },
  }
  desk = await openDesk(world.book.database, world.clock, {
    papers: { ...testPapers(), files, checkPdf: openPdfCheck() },
  })
  staff = staffWorld(world.book.database, world.clock)
  agent = (await atDesk(desk, staff, 'agent')).browser
  chief = (await atDesk(desk, staff, 'supervisor')).browser
  ruth = await world.signIn('ruth.calloway', PAIR)
  ben = await world.signIn('ben.calloway', PAIR)
  base = `${ruth.base}/papers`
})
after(async () => {
  await desk.close()
  await world.close()
})

const CONTRACT = {
  ...{ kind: 'contract', title: 'Retail installment contract', on: '2025-02-14' },
  ...{ language: 'en', seen: 'everybody' },
}

/** As a browser sends it. */
async function send(
  browser: Browser,
  fields: Record<string, string>,
  file: { readonly bytes: Uint8Array; readonly name?: string } | null,
  path = `${base}/new`,
): Promise<Answer> {
  const form = new FormData()
  for (const [name, value] of Object.entries(fields)) form.set(name, value)
  const name = file?.name ?? (file ? 'scan.pdf' : '')
  form.set('file', new Blob([file ? Uint8Array.from(file.bytes) : '']), name)
  const encoded = new Response(form)
  const headers = {
    'content-type': encoded.headers.get('content-type') ?? '',
    ...{ origin: desk.config.deskOrigin, 'sec-fetch-site': 'same-origin' },
  }
  return browser.send(path, { method: 'POST', body: await encoded.arrayBuffer(), headers })
}

async function attach(bytes: Uint8Array, fields: Record<string, string> = {}): Promise<Answer> {
  const query = fields.replaces ? `?replaces=${fields.replaces}` : ''
  const hidden = hiddenOf((await agent.get(`${base}/new${query}`)).text)
  return send(agent, { ...hidden, ...CONTRACT, ...fields }, { bytes })
}

const rows = () =>
  world.book.ctx.db.selectFrom('attached_paper').selectAll().orderBy('id', 'desc').execute()

async function newest(): Promise<string> {
  const [row] = await rows()
  return row?.id ?? ''
}

async function fileOf({ browser }: Pick<SignedIn, 'browser'>, from: Portal, path: string) {
  const cookie = [...browser.cookies].map(([key, value]) => `${key}=${value}`).join('; ')
  const answer = await from.request(path, { headers: { cookie } })
  return { ...answer, status: answer.status, headers: answer.headers, bytes: await bytesOf(answer) }
}

const bytesOf = async (answer: Response) => Buffer.from(await answer.arrayBuffer())

const listed = async ({ browser, base }: SignedIn, query = '') =>
  wordsOf((await browser.get(`${base}/documents${query}`)).text)

test('a contract is attached once, told, listed, found, and downloaded byte by byte', async () => {
  const bytes = plainPdf({ pages: 2 })
  const hidden = hiddenOf((await agent.get(`${base}/new`)).text)
  const fields = { ...hidden, ...CONTRACT }
  const name = '..\\..\\contract.exe'
  const answer = await send(agent, fields, { bytes, name })
  assert.equal(answer.headers.get('location'), `${base}?done=attached`, wordsOf(answer.text))
  // Pressed twice it is one paper.
  assert.equal((await send(agent, fields, { bytes, name })).status, 303)
  assert.equal((await rows()).length, 1)
  for (const person of [ruth, ben]) {
    assert.match(await listed(person), /Signed contract Retail installment contract, dated Feb/)
    assert.match(await listed(person, '?kind=contract'), /Retail installment contract/)
    assert.match(await listed(person, '?q=installment'), /Retail installment contract/)
    const messages = wordsOf((await person.browser.get(`${person.base}/messages`)).text)
    assert.match(messages, /New under Documents: Signed contract/)
    const file = await fileOf(person, world.portal, `${ruth.base}/documents/${await newest()}`)
    assert.deepEqual(file.bytes, bytes)
    assert.equal(file.headers.get('content-type'), 'application/pdf')
    assert.match(file.headers.get('content-disposition') ?? '', /^attachment; filename="signed-/)
    assert.match(file.headers.get('content-security-policy') ?? '', /default-src 'none'.*sandbox/)
    assert.equal(file.headers.get('x-content-type-options'), 'nosniff')
  }
  const zip = await fileOf(ruth, world.portal, `${ruth.base}/documents/years/2025`)
  const entries = zipEntries(zip.bytes)
  assert.deepEqual([...entries.values()], [bytes])
  const audit = await readAccountAudit(world.book.ctx.db, ruth.base.split('/').at(-1) ?? '')
  assert.equal(audit.filter(({ action }) => action === 'paper attached').length, 1)
})

test('the account of another person shows nothing of it, and gives no byte', async () => {
  const elena = await world.signIn('elena.marsh', ELENA)
  const id = await newest()
  for (const path of [`${elena.base}/documents/${id}`, `${ruth.base}/documents/${id}`])
    assert.equal((await fileOf(elena, world.portal, path)).status, 404)
  assert.doesNotMatch(await listed(elena), /Retail installment/)
})

test('what only one borrower may see is that one alone', async () => {
  const bytes = plainPdf({ catalog: '/Lang (en)' })
  const obligorId = (await world.book.ownerOf(PAIR, 'co')).obligorId
  const kind = { kind: 'letter', title: 'Letter to Ben', seen: obligorId }
  assert.equal((await attach(bytes, kind)).status, 303)
  const id = await newest()
  assert.match(await listed(ben), /Letter to Ben/)
  assert.doesNotMatch(await listed(ruth), /Letter to Ben/)
  assert.equal((await fileOf(ben, world.portal, `${ben.base}/documents/${id}`)).status, 200)
  assert.equal((await fileOf(ruth, world.portal, `${ruth.base}/documents/${id}`)).status, 404)
  const elena = (await world.book.ownerOf(ELENA)).obligorId
  const stranger = await attach(plainPdf({ pages: 7 }), { seen: elena })
  assert.equal(stranger.status, 422)
})

test('what is no PDF or can do more than be read comes back with what to do, the rest kept', async () => {
  const count = (await rows()).length
  const script = '/OpenAction << /S /JavaScript /JS (x) >>'
  for (const [bytes, told] of [
    [Buffer.from('GIF89a'), /This is no PDF, whatever it is called/],
    [plainPdf().subarray(0, 90), /This PDF is damaged/],
    [plainPdf({ trailer: '/Encrypt << /V 1 >>' }), /This PDF has a password/],
    [plainPdf({ catalog: script }), /it holds a script, or something that happens by itself/],
    [plainPdf({ pages: 301 }), /more than 300 pages/],
    [plainPdf({ pages: 2 }), /This very file stands on the account already/],
    [Buffer.alloc(10_000_001, '%PDF-1.7'), /larger than 10 MB/],
  ] as const) {
    const answer = await attach(bytes, { title: 'Kept as typed', kind: 'insurance' })
    assert.equal(answer.status, 422, String(told))
    assert.match(wordsOf(answer.text), told)
    assert.match(answer.text, /value="Kept as typed"/)
    assert.match(answer.text, /value="insurance" checked|checked[^>]*value="insurance"/)
  }
  const none = await attach(plainPdf(), { title: 'Card 4111 1111 1111 1111', on: '2030-01-01' })
  assert.match(wordsOf(none.text), /Leave out numbers of accounts and cards/)
  assert.match(wordsOf(none.text), /today at the latest/)
  const hidden = hiddenOf((await agent.get(`${base}/new`)).text)
  const empty = wordsOf((await send(agent, hidden, null)).text)
  for (const told of [
    /Choose what it is/,
    /Type a title/,
    /Choose its language/,
    /Choose the file/,
  ])
    assert.match(empty, told)
  assert.equal((await rows()).length, count)
})

test('a file that is far too large loses nothing that was typed beside it', async () => {
  const count = (await rows()).length
  const typed = { title: 'Póliza de seguro', kind: 'insurance', on: '2025-03-01', language: 'es' }
  // Beyond the limit and its form; beyond what is read to its end.
  for (const bytes of [11_000_000, 31_000_000]) {
    const answer = await attach(Buffer.alloc(bytes, '%PDF-1.7 \r\n--'), typed)
    assert.equal(answer.status, 422)
    assert.match(wordsOf(answer.text), /larger than 10 MB.*choose the file once more/)
    assert.match(answer.text, /value="Póliza de seguro"/)
    assert.match(answer.text, /value="2025-03-01"/)
    for (const chosen of ['insurance', 'es', 'everybody'])
      assert.match(answer.text, new RegExp(`value="${chosen}" checked|checked[^>]*"${chosen}"`))
  }
  assert.equal((await rows()).length, count)
  // Nor is anything shown to who sends it without the token of the session.
  const forged = { ...CONTRACT, ...typed, token: 'x' }
  const bytes = Buffer.alloc(11_000_000, '%PDF-1.7')
  assert.equal((await send(agent, forged, { bytes })).status, 403)
})

test('bytes that cannot be kept leave no row, and the next try attaches them', async () => {
  const count = (await rows()).length
  const bytes = plainPdf({ pages: 9 })
  const fields = { kind: 'titlePaper', title: 'Title' }
  disk = 'full'
  assert.equal((await attach(bytes, fields)).status, 500)
  assert.equal((await rows()).length, count)
  disk = 'works'
  assert.equal((await attach(bytes, fields)).status, 303)
  assert.equal((await rows()).length, count + 1)
})

test('a newer paper stands in the place of an older one, which stays and says so', async () => {
  const [contract] = (await rows()).filter(({ kind }) => kind === 'contract')
  assert.ok(contract)
  const title = 'Retail installment contract, page 4 scanned anew'
  const fields = { title, replaces: contract.id }
  assert.equal((await attach(plainPdf({ pages: 4 }), fields)).status, 303)
  const words = await listed(ruth)
  assert.match(words, /page 4 scanned anew/)
  assert.match(words, /A newer one stands in its place/)
  const again = await attach(plainPdf({ pages: 5 }), fields)
  assert.equal(again.status, 422)
  assert.match(wordsOf(again.text), /was replaced before: replace the newer one/)
})

test('a paper leaves the account when a second person agrees, and never by one alone', async () => {
  const { text } = await agent.get(base)
  const [, id = ''] = /papers\/([0-9a-f-]{36})">Title</.exec(text) ?? []
  const page = `${base}/${id}`
  const ask = async (by: Browser, path: string, fields = {}) =>
    by.post(`${page}/removal${path}`, { ...hiddenOf((await by.get(page)).text), ...fields })
  const empty = await ask(agent, '', { reason: ' ' })
  assert.equal(empty.status, 422)
  assert.match(wordsOf(empty.text), /Type why/)
  const reason = 'Of another customer.'
  assert.equal((await ask(agent, '', { reason })).headers.get('location'), `${page}?done=asked`)
  assert.match(wordsOf((await ask(chief, '', { reason })).text), /asked for this already/)
  assert.match(wordsOf((await chief.get('/papers')).text), /Of another customer/)
  // An agent may not decide; a supervisor does not decide what was decided.
  assert.equal((await ask(agent, '/approval')).status, 403)
  assert.match(await listed(ruth), /Title or registration Title/)
  assert.equal((await ask(chief, '/refusal')).headers.get('location'), `${page}?done=refused`)
  assert.match(wordsOf((await ask(chief, '/approval')).text), /decided meanwhile/)
  // Whoever asks decides nothing, whatever the role.
  assert.equal((await ask(chief, '', { reason })).status, 303)
  assert.match(wordsOf((await ask(chief, '/approval')).text), /You asked for it/)
  assert.match(wordsOf((await ask(agent, '/withdrawal')).text), /Only whoever asked/)
  assert.equal((await ask(chief, '/withdrawal')).headers.get('location'), `${page}?done=withdrawn`)
  assert.equal((await ask(agent, '', { reason })).status, 303)
  const tries = await Promise.all([ask(chief, '/approval'), ask(chief, '/approval')])
  assert.deepEqual(tries.map(({ status }) => status).sort(), [303, 422])
  assert.doesNotMatch(await listed(ruth), /Title or registration/)
  assert.equal((await fileOf(ruth, world.portal, `${ruth.base}/documents/${id}`)).status, 404)
  const messages = wordsOf((await ruth.browser.get(`${ruth.base}/messages`)).text)
  assert.match(messages, /Taken off your account: Title or registration/)
  // It is kept, and staff still read it.
  assert.equal((await fileOf({ browser: agent }, desk, `${page}/file`)).status, 200)
  assert.match(wordsOf((await agent.get(page)).text), /It was removed/)
})

test('an auditor sees papers and attaches none; every look stands in the audit', async () => {
  const auditor = (await atDesk(desk, staff, 'auditor')).browser
  assert.equal((await auditor.get(base)).status, 200)
  assert.equal((await auditor.get(`${base}/new`)).status, 403)
  const accountId = ruth.base.split('/').at(-1) ?? ''
  const actions = (await readAccountAudit(world.book.ctx.db, accountId)).map((one) => one.action)
  for (const action of ['papers viewed', 'paper opened', 'paper removed', 'paper removal refused'])
    assert.ok(actions.includes(action), action)
  const problem = (found: unknown) => assert.fail(JSON.stringify(found))
  await verifyAudit(world.book.ctx, { problem, progress: () => undefined })
})
