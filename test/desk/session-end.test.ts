// When a session of the desk ends: said on every page, asked for without making it last longer, and
// after it a form leads to sign-in and back.
import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { type MigratedDatabase, testDatabase } from '#test/support/database.ts'
import { openDesk } from '#test/support/desk.ts'
import { atDesk } from '#test/support/desk-person.ts'
import { movableClock } from '#test/support/identity-world.ts'
import { markupProblems } from '#test/support/page-checks.ts'
import { type Answer, Browser, hiddenOf, type Portal } from '#test/support/portal.ts'
import { wordsOf } from '#test/support/signed-in.ts'
import { type StaffWorld, staffWorld } from '#test/support/staff-world.ts'

const json = { accept: 'application/json' }

let database: MigratedDatabase
let desk: Portal
let world: StaffWorld
const clock = movableClock('2026-11-24T16:48:00.000Z')
before(async () => {
  database = await testDatabase()
  desk = await openDesk(database, clock)
  world = staffWorld(database, clock)
})
after(async () => {
  await desk.close()
  await database.close()
})

const target = (answer: Answer) => answer.headers.get('location')
const endOf = (answer: Answer) => JSON.parse(answer.text)

test('every page of the desk says until when, and brings the script that warns', async () => {
  clock.set('2026-11-24T16:48:00.000Z')
  const { browser } = await atDesk(desk, world, 'administrator')
  for (const path of ['/customers', '/staff', '/staff/new', '/you', '/nowhere']) {
    const { text } = await browser.get(path)
    assert.match(wordsOf(text), /Without a click .* at 12:03 pm ET, and in any case at 7:48 pm ET/)
    assert.match(text, /src="\/assets\/idle-[0-9a-f]{10}\.js" nonce="[^"]+"/)
    assert.deepEqual(await markupProblems(text), [])
  }
  const spanish = await browser.get('/you', { 'accept-language': 'es' })
  assert.match(wordsOf(spanish.text), /cierra la sesión a las 12:03 p\.\sm\. ET y, en todo caso,/)
  const { text } = await new Browser(desk).get('/sign-in')
  assert.doesNotMatch(text, /idle-|<dialog|<template|k-until/)
  assert.deepEqual(endOf(await new Browser(desk).get('/session', json)), { who: null })
})

test('asking until when a session of the desk lasts makes it no longer; going on does', async () => {
  const { browser } = await atDesk(desk, world, 'agent')
  const { token = '' } = hiddenOf((await browser.get('/customers')).text)
  for (let minutes = 1; minutes < 15; minutes += 1) {
    clock.pass(60)
    assert.equal(endOf(await browser.get('/session', json)).left, (15 - minutes) * 60)
  }
  assert.equal(endOf(await browser.post('/session', { token }, json)).left, 15 * 60)
  const back = new URLSearchParams({ back: '/you' })
  assert.equal(target(await browser.submit(`/session?${back}`, {}, '/you')), '/you')
  for (const away of ['https://evil.example/', '//evil.example']) {
    const query = new URLSearchParams({ back: away })
    assert.equal(target(await browser.submit(`/session?${query}`, {}, '/you')), '/')
  }
  assert.equal((await browser.post('/session', { token: 'x' }, json)).status, 403)
  clock.pass(15 * 60)
  assert.deepEqual(endOf(await browser.get('/session', json)), { who: null })
})

test('a form of the desk that comes after the end leads to sign-in, and from there back', async () => {
  const { browser } = await atDesk(desk, world, 'administrator')
  const { token = '' } = hiddenOf((await browser.get('/staff/new')).text)
  clock.pass(15 * 60)
  const { deskOrigin } = desk.config
  const send = (referer: string) => browser.post('/staff', { token }, { referer })
  const again = (next: string) => `/sign-in?${new URLSearchParams({ notice: 'ended', next })}`
  assert.equal(target(await send(`${deskOrigin}/staff/new`)), again('/staff/new'))
  assert.equal(target(await send('https://evil.example/staff/new')), again('/'))
  const door = await browser.get(again('/staff/new'))
  assert.match(wordsOf(door.text), /Your session has ended/)
  assert.ok(door.text.includes('name="next" value="/staff/new"'))
})
