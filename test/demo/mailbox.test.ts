import assert from 'node:assert/strict'
import { mkdtemp, rm, stat } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, test } from 'node:test'
import { Hono } from 'hono'
import { openMailbox } from '#src/demo/mailbox.ts'
import { registerMailbox } from '#src/demo/mailbox-page.tsx'
import { markupProblems } from '#test/support/page-checks.ts'

const home = await mkdtemp(join(tmpdir(), 'keyturn-mailbox-'))
after(() => rm(home, { recursive: true }))

const { messenger, read } = openMailbox(home)
const desk = new Hono()
registerMailbox(desk, { assets: (name) => `/assets/${name}`, read })
const page = async () => (await desk.request('/mailbox')).text()

test('what a demo would send is kept and shown, newest first, as text', async () => {
  assert.match(await page(), /Nothing was sent yet/)
  await messenger.sendText({ id: '0001', to: '+16145550148', text: 'your code is 123 456' })
  const subject = 'Your code <b>here</b>'
  await messenger.sendMail({ id: '0002', to: 'a@example.com', subject, text: 'One.\n\nTwo.\n' })
  await messenger.sendMail({ id: '0002', to: 'a@example.com', subject, text: 'One.\n\nTwo.\n' })
  const html = await page()
  assert.ok(html.indexOf('a@example.com') < html.indexOf('+16145550148'))
  assert.equal(html.split('a@example.com').length, 2)
  assert.match(html, /Your code &lt;b>here/)
  assert.match(html, /Mailbox of the demo/)
  assert.deepEqual(await markupProblems(html), [])
})

test('only the owner of the demo can read the files', async () => {
  const { mode } = await stat(join(home, 'mailbox', '0001.json'))
  assert.equal(mode & 0o077, 0)
})
