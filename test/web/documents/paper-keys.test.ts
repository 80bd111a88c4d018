// The published keys alone prove a paper, and a change of keys spoils none that was signed before.
import assert from 'node:assert/strict'
import { createHash, createPublicKey, type JsonWebKey, verify } from 'node:crypto'
import { after, before, test } from 'node:test'
import { date } from '#src/domain/calendar.ts'
import { checkPaper } from '#src/servicing/documents/check-paper.ts'
import { printPayoffLetter } from '#src/servicing/documents/print-payoff-letter.ts'
import { readSignedFacts } from '#src/servicing/documents/signed-facts.ts'
import { addKey, parseKeys, retireSigningKey } from '#src/vault/keys.ts'
import { createVault } from '#src/vault/vault.ts'
import { testPapers } from '#test/support/papers.ts'
import { Browser } from '#test/support/portal.ts'
import { openSignedIn, type SignedInPortal, wordsOf } from '#test/support/signed-in.ts'

const ELENA = '1048264417'

let world: SignedInPortal
before(async () => {
  world = await openSignedIn([ELENA])
})
after(() => world.close())

type Signed = { facts: string; signature: string; key: string; pdf: string }

test('a paper is checked by the published key alone, and an altered one is not', async () => {
  const { browser, base } = await world.signIn('elena.marsh', ELENA)
  const day = { on: '2026-12-04' }
  const from = `${base}/payoff?on=${day.on}`
  const made = await browser.submit(`${base}/payoff/letter`, day, from)
  const id = new URL(made.headers.get('location') ?? '', 'http://portal').searchParams.get('made')
  const signed = JSON.parse((await browser.get(`${base}/documents/${id}/signature`)).text) as Signed
  const stranger = new Browser(world.portal)
  const published = await stranger.get('/.well-known/paper-keys.json')
  assert.match(published.headers.get('content-type') ?? '', /application\/json/)
  const { keys } = JSON.parse(published.text) as { keys: (JsonWebKey & { kid: string })[] }
  const jwk = keys.find(({ kid }) => kid === signed.key)
  assert.ok(jwk)
  const key = createPublicKey({ key: jwk, format: 'jwk' })
  const holds = (facts: string) =>
    verify(null, Buffer.from(facts), key, Buffer.from(signed.signature, 'base64url'))
  assert.ok(holds(signed.facts))
  const { cleared } = JSON.parse(signed.facts) as { cleared: { total: number } }
  assert.ok(!holds(signed.facts.replace(String(cleared.total), String(cleared.total - 100))))
  assert.ok(!holds(`${signed.facts} `))
  const pdf = await world.portal.request(`${base}/documents/${id}`, {
    headers: { cookie: [...browser.cookies].map(([k, v]) => `${k}=${v}`).join('; ') },
  })
  const digest = createHash('sha256').update(new Uint8Array(await pdf.arrayBuffer()))
  assert.equal(digest.digest('hex'), signed.pdf)
  const page = await stranger.get('/check/keys')
  assert.equal(page.status, 200)
  assert.ok(wordsOf(page.text).includes(signed.key))
  assert.equal((await stranger.get(`${base}/documents/${id}/signature`)).status, 303)
})

test('after a change of keys old papers check with the key they were signed with, new ones with the new', async () => {
  const owner = await world.book.ownerOf(ELENA)
  const ctx = { ...world.book.ctx, ...testPapers() }
  const asked = { on: date('2026-12-05'), locale: 'en' } as const
  const old = await printPayoffLetter(ctx, owner, asked)
  assert.ok(old.ok)
  const text = retireSigningKey(addKey(world.book.database.keys, 'sign'), 1)
  assert.equal(parseKeys(text).sign.length, 1)
  const vault = createVault(parseKeys(text))
  const [newest, before] = vault.publicKeys()
  assert.equal(before, ctx.vault.publicKeys()[0])
  const rotated = { ...ctx, vault }
  const fresh = await printPayoffLetter(rotated, owner, { ...asked, on: date('2026-12-07') })
  assert.ok(fresh.ok)
  for (const [made, key] of [
    [old.value, before],
    [fresh.value, newest],
  ] as const) {
    const signed = await readSignedFacts(rotated, owner, made.documentId)
    assert.ok(signed.ok)
    assert.equal(signed.value.key, key)
    const { code } = JSON.parse(signed.value.facts) as { code: string }
    const checked = await checkPaper(rotated, { code, address: '203.0.113.9' })
    assert.ok(checked.ok)
    assert.equal(checked.value?.state, 'genuine')
  }
})
