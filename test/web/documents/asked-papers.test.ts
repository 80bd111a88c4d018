// Papers that are asked for in the portal: found again, checked by a stranger, corrected years later.
import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { plantAutopay } from '#seeds/autopay.ts'
import { date } from '#src/domain/calendar.ts'
import { reversePayment } from '#src/servicing/reverse-payment.ts'
import { viewAccount } from '#src/servicing/view-account.ts'
import { readPdf } from '#test/support/pdf-text.ts'
import { Browser } from '#test/support/portal.ts'
import {
  openSignedIn,
  type SignedIn,
  type SignedInPortal,
  wordsOf,
} from '#test/support/signed-in.ts'
import { zipEntries } from '#test/support/zip-entries.ts'

const [ELENA, RUTH] = ['1048264417', '1048264458'] as const
// Who else is on autopay.
const OTHERS = ['1048264474', '1048264441'] as const

let world: SignedInPortal
before(async () => {
  world = await openSignedIn([ELENA, RUTH, ...OTHERS])
  await plantAutopay(world.book.ctx, date('2026-11-24'))
})
after(() => world.close())

async function fileOf({ browser }: SignedIn, path: string): Promise<Uint8Array> {
  const cookie = [...browser.cookies].map(([key, value]) => `${key}=${value}`).join('; ')
  const answer = await world.portal.request(path, { headers: { cookie } })
  return new Uint8Array(await answer.arrayBuffer())
}

async function ask({ browser, base }: SignedIn, paper: string) {
  return browser.submit(`${base}/documents`, { paper }, `${base}/documents/new`)
}

test('by hand: asked for, listed under its year and kind, in the ZIP, checked by a stranger', async () => {
  const elena = await world.signIn('elena.marsh', ELENA)
  const { browser, base } = elena
  const page = await browser.get(`${base}/documents/new`)
  assert.match(wordsOf(page.text), /Interest summary of 2025/)
  assert.doesNotMatch(wordsOf(page.text), /Vehicle loan|autopay permission/)
  const answer = await ask(elena, 'yearInterest-2025')
  assert.equal(answer.status, 303)
  const id = new URL(answer.headers.get('location') ?? '', 'http://x').searchParams.get('made')
  const list = await browser.get(`${base}/documents?year=2025&kind=yearInterest&q=interest`)
  assert.ok(list.text.includes(`${base}/documents/${id}`))
  const [, code = ''] = /class="k-code">([0-9A-Z-]{19})/.exec(list.text) ?? []
  const zip = await fileOf(elena, `${base}/documents/years/2025`)
  const names = [...zipEntries(Buffer.from(zip)).keys()]
  assert.deepEqual(names, ['interest-summary-2025-12-31-4417.pdf'])
  const check = async () =>
    wordsOf((await new Browser(world.portal).get(`/check?code=${code}`)).text)
  const shown = await check()
  assert.match(shown, /Genuine\. We made this paper.*Interest paid in 2025 \$[\d,]+\.\d\d/)
  assert.doesNotMatch(shown, /Marsh|4417|Larkfield/)
  const view = await viewAccount(world.book.ctx, await world.book.ownerOf(ELENA))
  const paid = view.activity.find(
    ({ effectiveDate, kind }) => kind === 'payment' && effectiveDate.startsWith('2025'),
  )
  assert.ok(paid)
  await reversePayment(world.book.ctx, {
    ...{ accountId: view.accountId, eventId: paid.eventId, reason: 'correction', code: null },
  })
  assert.match(await check(), /it no longer holds/)
  const again = await ask(elena, 'yearInterest-2025')
  assert.ok(!again.headers.get('location')?.includes(id ?? ''), 'a corrected year is a new paper')
})

test('nothing chosen, or what there is not, comes back with what to do', async () => {
  const elena = await world.signIn('elena.marsh', ELENA)
  for (const paper of ['', 'yearInterest', 'x-2025', 'coupons-2025']) {
    const answer = await ask(elena, paper)
    assert.equal(answer.status, 422, paper)
    assert.match(wordsOf(answer.text), /Choose the paper that you want/)
  }
  const none = await ask(elena, 'yearInterest-1999')
  assert.equal(none.status >= 400 && none.status < 500, true)
  assert.match(wordsOf(none.text), /There is no such document on this account/)
})

test('the autopay page gives a copy of the permission to whoever gave it', async () => {
  const ruth = await world.signIn('ruth.calloway', RUTH)
  const page = (await ruth.browser.get(`${ruth.base}/autopay`)).text
  const answer = await ruth.browser.submit(
    `${ruth.base}/documents`,
    { paper: 'autopayCopy' },
    `${ruth.base}/autopay`,
  )
  assert.equal(answer.status, 303, wordsOf(answer.text))
  const id = new URL(answer.headers.get('location') ?? '', 'http://x').searchParams.get('made')
  const { text } = await readPdf(await fileOf(ruth, `${ruth.base}/documents/${id}`))
  const onPage = /I authorize .*? by calling \S+ \S+\./.exec(wordsOf(page))?.[0] ?? 'nothing'
  // The page tells a screen reader the last digits in words besides.
  const written = onPage.replace(' ending 6042 at', ' at')
  assert.ok(text.includes(written), `${written} in ${text}`)
  const ben = await world.signIn('ben.calloway', RUTH)
  const his = wordsOf((await ben.browser.get(`${ben.base}/documents`)).text)
  assert.doesNotMatch(his, /Autopay permission/)
})
