// However often a payment is sent, there is one, and the page says so.
import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import type { Browser, Page } from 'playwright-core'
import { launchBrowser } from '#test/support/browser.ts'
import { openPage, signIn, tokenOf } from '#test/support/pages.ts'
import { Browser as Visitor } from '#test/support/portal.ts'
import { type ServedPortal, servePortal } from '#test/support/served-portal.ts'

let browser: Browser
let portal: ServedPortal
before(async () => {
  browser = await launchBrowser()
  portal = await servePortal(['1048264417'])
})
after(async () => {
  await browser.close()
  await portal.close()
})

for (const script of ['on', 'off'] as const) {
  test(`the button pressed twice, script ${script}`, async (t) => {
    const { page, close } = await openPage(browser, portal, { script })
    t.after(close)
    const base = await signedIn(page)
    const amount = script === 'on' ? '21.01' : '21.02'
    await review(page, base, amount)
    await pay(page, amount).dblclick()
    await confirmed(page, amount)
    assert.equal(await countOf(amount), 1)
    await page.goto(`${base}/payments`)
    assert.equal(await page.getByRole('row', { name: `$${amount}` }).count(), 1)
  })
}

test('the same form sent many times at once: one payment and one confirmation', async () => {
  const elena = new Visitor(portal)
  elena.cookies.set('__Host-kt', await tokenOf(portal, 'elena.marsh'))
  const base = (await elena.get('/accounts')).headers.get('location') ?? ''
  const form = await elena.get(`${base}/payments/review?choice=other&amount=21.03`)
  const fields = { ...fieldsOf(form.text), agreed: 'yes' }
  const answers = await Promise.all(
    Array.from({ length: 6 }, () => elena.post(`${base}/payments`, fields)),
  )
  const targets = answers.map(({ headers }) => headers.get('location')?.split('?')[0])
  assert.deepEqual(new Set(answers.map(({ status }) => status)), new Set([303]))
  assert.equal(new Set(targets).size, 1)
  assert.equal(await countOf('21.03'), 1)
  const again = answers.filter(({ headers }) => headers.get('location')?.includes('again=yes'))
  assert.equal(again.length, 5)
})

test('back, and paid again: the page says that this payment is set already', async (t) => {
  const { page, close } = await openPage(browser, portal)
  t.after(close)
  const base = await signedIn(page)
  await review(page, base, '21.04')
  await pay(page, '21.04').click()
  await confirmed(page, '21.04')
  await page.goBack()
  await page.getByText('$21.04 is already scheduled').first().waitFor()
  await page.getByLabel('I agree to this payment.').check()
  await pay(page, '21.04').click()
  await refusedAsDuplicate(page)
  assert.equal(await countOf('21.04'), 1)
})

test('two tabs with the same payment: the second is asked whether it is meant', async (t) => {
  const { page, context, close } = await openPage(browser, portal)
  t.after(close)
  const base = await signedIn(page)
  const other = await context.newPage()
  await review(page, base, '21.05')
  await review(other, base, '21.05')
  await pay(page, '21.05').click()
  await confirmed(page, '21.05')
  await pay(other, '21.05').click()
  await refusedAsDuplicate(other)
  assert.equal(await countOf('21.05'), 1)
  await other.getByLabel('I agree to this payment.').check()
  await other.getByLabel('Yes, make this payment as well.').check()
  await pay(other, '21.05').click()
  await confirmed(other, '21.05')
  assert.equal(await countOf('21.05'), 2)
})

async function signedIn(page: Page): Promise<string> {
  await signIn(page, 'elena.marsh')
  return new URL(page.url()).pathname
}

async function review(page: Page, base: string, amount: string): Promise<void> {
  await page.goto(`${base}/payments/review?choice=other&amount=${amount}`)
  await page.getByLabel('I agree to this payment.').check()
}

function pay(page: Page, amount: string) {
  return page.getByRole('button', { name: `Pay $${amount}` })
}

async function confirmed(page: Page, amount: string): Promise<void> {
  await page.getByRole('heading', { level: 1, name: `$${amount} on ` }).waitFor()
  await page.getByText('Payment scheduled').first().waitFor()
}

async function refusedAsDuplicate(page: Page): Promise<void> {
  await page.getByRole('heading', { name: /^(One thing|Two things) to fix$/ }).waitFor()
  await page.getByRole('link', { name: /The same amount is already scheduled/ }).waitFor()
  assert.match(await page.title(), /^Error:/)
}

async function countOf(amount: string): Promise<number> {
  const rows = await portal.db.selectFrom('payment').select('amount').execute()
  return rows.filter((row) => (row.amount / 100).toFixed(2) === amount).length
}

/** Of the form that pays: it comes after the one that signs out. */
function fieldsOf(html: string): Record<string, string> {
  const form = html.split('<form').find((part) => part.includes('name="shown"')) ?? ''
  const found = form.matchAll(/<input type="hidden" name="(\w+)" value="([^"]*)"/g)
  return Object.fromEntries([...found].map(([, name, value]) => [name, value]))
}
