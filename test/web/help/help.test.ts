// Every question is answered without signing in, in both languages, and leads on.
import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { HELP_GROUPS, NEXT } from '#src/web/help/topics.ts'
import { words } from '#src/words/words.ts'
import { type MigratedDatabase, testDatabase } from '#test/support/database.ts'
import { sentencesOf } from '#test/support/dictionary.ts'
import { movableClock, plantAccount } from '#test/support/identity-world.ts'
import { Browser, openPortal, type Portal } from '#test/support/portal.ts'
import { wordsOf } from '#test/support/signed-in.ts'

let database: MigratedDatabase
let portal: Portal
before(async () => {
  database = await testDatabase()
  portal = await openPortal(database, movableClock())
})
after(async () => {
  await portal.close()
  await database.close()
})

const slugs = HELP_GROUPS.flatMap(({ topics }) => topics)

test('the overview leads to every topic, each once', async () => {
  assert.deepEqual(slugs.toSorted(), Object.keys(words('en').help.topics).toSorted())
  for (const lang of ['en', 'es']) {
    const { text } = await new Browser(portal).get(`/help?lang=${lang}`)
    const linked = [...text.matchAll(/href="\/help\/([\w-]+)"/g)].map(([, slug]) => slug)
    assert.deepEqual(linked.toSorted(), slugs.toSorted())
  }
})

test('each answer says what to do, how long it takes and whom to call, and asks for no session', async () => {
  const { lender } = portal.config
  for (const lang of ['en', 'es'] as const) {
    const w = words(lang).help
    for (const slug of slugs) {
      const browser = new Browser(portal)
      const answer = await browser.get(`/help/${slug}?lang=${lang}`)
      assert.equal(answer.status, 200)
      assert.equal(browser.cookies.size, 0, slug)
      const title = /<title>([^<]*)</.exec(answer.text)?.[1] ?? ''
      assert(title.length <= 70, `a window and a list of results cut it off: ${title}`)
      const text = wordsOf(answer.text)
      for (const part of [w.steps, w.time, w.why, lender.phone, lender.fraudPhone])
        assert(text.includes(part), `${slug} ${lang}: ${part}`)
      assert(text.includes(lender.hours[lang]), slug)
      assert.doesNotMatch(text, /undefined|null|NaN|\[object/, slug)
      const related = [...answer.text.matchAll(/href="\/help\/([\w-]+)"/g)].map(([, to]) => to)
      assert.deepEqual(related, NEXT[slug].related)
      assert(!related.includes(slug))
    }
  }
})

test('whatever a help page quotes stands on the page that it speaks of', async () => {
  for (const lang of ['en', 'es'] as const) {
    const { help, refusals, ...others } = words(lang)
    const said = new Set([...sentencesOf(others).values(), ...(await titlesOf(lang))])
    for (const slug of slugs) {
      const text = wordsOf((await new Browser(portal).get(`/help/${slug}?lang=${lang}`)).text)
      for (const [, quoted = ''] of text.matchAll(/[“«]([^”»]+)[”»]/g)) {
        const known = [...said].some((sentence) => sentence.startsWith(quoted))
        assert(known, `${slug} ${lang}: ${quoted}`)
      }
    }
  }
})

async function titlesOf(lang: 'en' | 'es'): Promise<string[]> {
  const { text } = await new Browser(portal).get(`/help?lang=${lang}`)
  const codeSubject = words(lang).outside.signInCode.subject({ name: '', host: '', fraudPhone: '' })
  return [
    codeSubject,
    ...[...text.matchAll(/<li><a href="\/help\/[^"]*">([^<]*)</g)].map(([, title = '']) => title),
  ]
}

test('where the trouble happens stands the way to its answer', async () => {
  const [person] = await plantAccount(database, 'KT-3041-7751')
  const linksOf = (text: string) =>
    [...text.matchAll(/href="\/help\/([\w-]+)"/g)].map(([, slug]) => slug)
  const browser = new Browser(portal)
  const wrong = await browser.submit('/sign-in', { username: 'nobody.at.all', password: 'x' })
  assert.deepEqual(linksOf(wrong.text), ['wrong-password'])
  assert.deepEqual(linksOf((await browser.get('/register')).text), ['first-registration'])
  assert.deepEqual(linksOf((await browser.get('/recover')).text), ['forgotten-password'])
  const { accountNumber, lastFour, vin } = person
  const other = { accountNumber, lastFour: '0000', vin }
  const refused = await browser.submit('/register', other)
  assert.deepEqual(linksOf(refused.text), ['numbers-do-not-match'])
  await browser.submit('/register', { accountNumber, lastFour, vin })
  assert.deepEqual(linksOf((await browser.get('/register/contact')).text), ['new-number'])
  await browser.submit('/register/contact/code', { contact: 'email-1' }, '/register/contact')
  const waiting = await browser.get('/register/contact')
  assert.deepEqual(linksOf(waiting.text), ['code-does-not-arrive'])
  const stale = await new Browser(portal).post('/preferences', { language: 'en' })
  assert.deepEqual(linksOf(stale.text), ['browser'])
})
