// When a session ends: said on every page, asked for without making it last longer, and after it a
// form leads to sign-in and back.
import assert from 'node:assert/strict'
import { after, beforeEach, test } from 'node:test'
import { markupProblems } from '#test/support/page-checks.ts'
import { type Answer, Browser } from '#test/support/portal.ts'
import { openSignedIn, wordsOf } from '#test/support/signed-in.ts'

const ELENA = '1048264417'
const NOON = '2026-11-24T16:48:00.000Z'
const json = { accept: 'application/json' }

const world = await openSignedIn([ELENA])
const { portal, clock } = world
after(() => world.close())
beforeEach(() => clock.set(NOON))

const elena = () => world.signIn('elena.marsh', ELENA)
const target = (answer: Answer) => answer.headers.get('location')
const endOf = (answer: Answer) => JSON.parse(answer.text)

test('every page of who is signed in says until when, in the language of the page', async () => {
  const { browser, base } = await elena()
  for (const path of [base, `${base}/payments/new`, '/security', '/help', '/nowhere', '/confirm']) {
    const { text } = await browser.get(path)
    assert.match(wordsOf(text), /Without a click .* at 12:03 pm ET, and in any case at 11:48 pm ET/)
    assert.deepEqual(await markupProblems(text), [])
    assert.match(text, /<script type="module" src="\/assets\/idle-[0-9a-f]{10}\.js" nonce="[^"]+">/)
  }
  const { text } = await browser.get(`${base}?lang=es`)
  assert.match(wordsOf(text), /cierra la sesión a las 12:03 p\.\sm\. ET y, en todo caso, a las/)
  clock.set('2026-11-24T17:50:00.000Z')
  const later = await (await elena()).browser.get(`${base}?lang=es`)
  assert.match(wordsOf(later.text), /cierra la sesión a la 1:05 p\.\sm\. ET/)
})

test('a visitor is sent nothing of it', async () => {
  const visitor = new Browser(portal)
  for (const path of ['/sign-in', '/register', '/help', '/preferences', '/nowhere']) {
    const { text } = await visitor.get(path)
    assert.doesNotMatch(text, /idle-|<dialog|<template|k-until/, path)
  }
  const asked = await visitor.get('/session', json)
  assert.deepEqual(endOf(asked), { who: null })
})

test('asking until when does not make it last longer', async () => {
  const { browser, base } = await elena()
  for (let minutes = 1; minutes < 15; minutes += 1) {
    clock.pass(60)
    const asked = await browser.get('/session', json)
    assert.equal(asked.headers.get('cache-control'), 'no-store')
    assert.equal(endOf(asked).left, (15 - minutes) * 60)
    assert.match(endOf(asked).warning, /^You will be signed out at 12:03 pm ET unless you go on/)
  }
  clock.pass(60)
  assert.deepEqual(endOf(await browser.get('/session', json)), { who: null })
  assert.equal((await browser.get(base)).status, 303)
})

test('going on makes it last, with and without a script, and comes back to the page', async () => {
  const { browser, base } = await elena()
  const page = `${base}/payments?page=2`
  clock.pass(13 * 60)
  const { text } = await browser.get('/session', json)
  assert.equal(JSON.parse(text).left, 120)
  const back = new URLSearchParams({ back: page })
  clock.pass(60)
  const plain = await browser.submit(`/session?${back}`, {}, page)
  assert.equal(plain.status, 303)
  assert.equal(target(plain), page)
  clock.pass(14 * 60)
  const asked = await browser.submit('/session', {}, '/preferences')
  assert.equal(target(asked), '/accounts')
  assert.equal(endOf(await browser.get('/session', json)).left, 15 * 60)
  for (const away of ['https://evil.example/', '//evil.example', '/\\evil.example'])
    assert.equal(
      target(await browser.submit(`/session?${new URLSearchParams({ back: away })}`, {}, page)),
      '/accounts',
    )
})

test('the script is told the new moments; without the token of the session nothing is', async () => {
  const { browser, base } = await elena()
  const hidden = /name="token" value="([^"]*)"/.exec((await browser.get(base)).text)?.[1] ?? ''
  clock.pass(13 * 60)
  const went = await browser.post('/session', { token: hidden }, json)
  assert.equal(endOf(went).left, 15 * 60)
  assert.match(endOf(went).line, /signed out at 12:16 pm ET, and in any case at 11:48 pm ET/)
  for (const token of ['', 'x', hidden.slice(1)])
    assert.equal((await browser.post('/session', { token }, json)).status, 403)
})

test('near the latest end nothing is offered that would not help', async () => {
  const { browser, base } = await elena()
  for (let passed = 0; passed < 12 * 60 - 10; passed += 10) {
    clock.pass(600)
    await browser.get(base)
  }
  const { text } = await browser.get(base)
  assert.match(text, /<form method="post" action="\/session[^"]*" hidden>/)
  assert.match(wordsOf(text), /signed out at 11:48 pm ET, whatever you do: after 12 hours/)
  assert.match(wordsOf(text), /Without a click .* at 11:48 pm ET, and in any case at 11:48 pm ET/)
})

test('a form that comes after the end leads to sign-in, and from there back to its page', async () => {
  const { browser, base } = await elena()
  const page = `${base}/bank-accounts/new`
  const token = /name="token" value="([^"]*)"/.exec((await browser.get(page)).text)?.[1] ?? ''
  const { portalOrigin } = portal.config
  clock.pass(15 * 60)
  const send = (path: string, referer: string) => browser.post(path, { token }, { referer })
  const again = (next: string) => `/sign-in?${new URLSearchParams({ notice: 'ended', next })}`
  assert.equal(target(await send(page, `${portalOrigin}${page}`)), again(page))
  const address = '/profile/address'
  assert.equal(target(await send(address, `${portalOrigin}${address}`)), again(address))
  assert.equal(target(await send(page, `https://evil.example${page}`)), again('/accounts'))
  assert.equal(target(await send(page, '')), again('/accounts'))
  assert.equal(target(await send(`/session?back=${page}`, '')), again(page))
  const door = await browser.get(again(page))
  assert.match(wordsOf(door.text), /Your session has ended/)
  assert.ok(door.text.includes(`name="next" value="${page}"`))
  const foreign = { origin: 'https://evil.example', 'sec-fetch-site': 'cross-site' }
  assert.equal((await browser.post(page, { token }, foreign)).status, 403)
})
