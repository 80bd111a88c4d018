// Each kind of page as people meet it who hear it, need contrast, or zoom it: axe without violations
// in both color schemes and both layouts, nothing to scroll sideways at 320 pixels, and nothing for
// the console to say.
import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import type { Browser, Page } from 'playwright-core'
import { Authenticator } from '#test/support/authenticator.ts'
import { launchBrowser } from '#test/support/browser.ts'
import { appCode } from '#test/support/oracle-totp.ts'
import { accessibilityProblems, sidewaysScroll } from '#test/support/page-checks.ts'
import { openPage, signIn, typeCode } from '#test/support/pages.ts'
import { enroll } from '#test/support/passkey-pages.ts'
import { PASSWORD, type ServedPortal, servePortal } from '#test/support/served-portal.ts'

let browser: Browser
let portal: ServedPortal
before(async () => {
  const opened = await Promise.all([launchBrowser(), servePortal()])
  browser = opened[0]
  portal = opened[1]
})
after(async () => {
  await browser.close()
  await portal.close()
})

/** Answers a wrong form with 4xx, which the console repeats; every other complaint counts. */
const answered = /^Failed to load resource: .* status of 4\d\d/

async function check(open: (visit: Visit) => Promise<void>): Promise<void> {
  const watched = await openPage(browser, portal)
  const problems: string[] = []
  const look = async (name: string, heading?: string) => {
    if (heading) await watched.page.getByRole('heading', { name: heading }).first().waitFor()
    const found = await problemsOf(watched.page)
    problems.push(...found.map((problem) => `${name}: ${problem}`))
  }
  await open({ page: watched.page, look })
  await watched.close()
  const complaints = watched.complaints.filter((complaint) => !answered.test(complaint))
  assert.deepEqual([...problems, ...complaints], [])
}

type Visit = {
  readonly page: Page
  /** Checks the page that is open now, or that a press has led to once it shows this heading. */
  readonly look: (name: string, heading?: string) => Promise<void>
}

async function problemsOf(page: Page): Promise<string[]> {
  await page.setViewportSize({ width: 1280, height: 900 })
  await page.emulateMedia({ colorScheme: 'light' })
  const light = await accessibilityProblems(page)
  await page.setViewportSize({ width: 390, height: 844 })
  await page.emulateMedia({ colorScheme: 'dark' })
  const dark = await accessibilityProblems(page)
  await page.setViewportSize({ width: 320, height: 640 })
  const wider = await sidewaysScroll(page)
  return [
    ...light.map((problem) => `wide and light: ${problem}`),
    ...dark.map((problem) => `narrow and dark: ${problem}`),
    ...(wider > 0 ? [`${wider} pixels wider than 320`] : []),
  ]
}

test('before sign-in', () =>
  check(async ({ page, look }) => {
    const help = ['/help', '/help/locked-out', '/help/first-registration?lang=es']
    for (const path of [
      '/sign-in',
      '/register',
      '/recover',
      ...help,
      '/preferences',
      '/check',
      '/nowhere',
    ]) {
      await page.goto(path)
      await look(path)
    }
    await page.goto('/sign-in')
    await page.getByRole('button', { name: 'Sign in', exact: true }).click()
    await look('sign-in refused', 'Two things to fix')
    await page.goto('/register')
    await page.getByRole('button', { name: 'Continue' }).click()
    await look('registration refused', 'Three things to fix')
  }))

test('the second half of signing in', () =>
  check(async ({ page, look }) => {
    await page.goto('/sign-in')
    await page.getByLabel('Username', { exact: true }).fill('elena.marsh')
    await page.getByLabel('Password', { exact: true }).fill(PASSWORD)
    await page.getByRole('button', { name: 'Sign in', exact: true }).click()
    await look('where a code goes', 'Confirm that it is you')
    await page.getByRole('button', { name: 'Send the code' }).click()
    await page.getByLabel('Code', { exact: true }).fill('000000')
    await page.getByRole('button', { name: 'Continue' }).click()
    await look('a wrong code', 'The code does not match')
  }))

test('authenticator apps and backup codes', () =>
  check(async ({ page, look }) => {
    await signIn(page, 'elena.marsh')
    await page.goto('/security/authenticator')
    await look('an app to add', 'Add an authenticator app')
    await page.getByRole('button', { name: 'Add the app' }).click()
    await look('a code that is missing', 'One thing to fix')
    const secret = (await page.locator('.k-secret-text').textContent()) ?? ''
    const code = page.getByLabel('Code from your app', { exact: true })
    await code.fill(appCode(secret, portal.clock.now()))
    await page.getByRole('button', { name: 'Add the app' }).click()
    await look('security with an app', 'Sign-in and security')
    await page.getByRole('link', { name: 'Make backup codes' }).first().click()
    await look('no codes yet', 'Backup codes')
    await page.getByRole('button', { name: 'Make ten codes' }).click()
    await look('ten codes', 'Your backup codes')
    await page.goto('/security/backup-codes')
    await look('a set that is there', 'Backup codes')
    await page.goto('/confirm')
    await look('a code of the app', 'Confirm that it is you')
    await page.getByRole('link', { name: 'Backup code' }).click()
    await page.getByRole('button', { name: 'Continue' }).click()
    await look('a backup code that is missing', 'One thing to fix')
    await page.goto('/security')
    await page.getByRole('link', { name: 'Remove Authenticator app' }).click()
    await look('an app to remove', 'Remove this authenticator app?')
    await page.getByRole('button', { name: 'Remove the app' }).click()
    await look('security without an app', 'Sign-in and security')
  }))

test('passkeys: the list, a refused one, and the offer after a password', () =>
  check(async ({ page, look }) => {
    await Authenticator.of(page)
    await enroll(page, 'elena.marsh', 'My phone')
    await page.goto('/sign-in')
    await page.locator('form[data-passkey]').evaluate((form: HTMLFormElement) => form.submit())
    await look('sign-in refused', 'The passkey did not work')
    await page.getByLabel('Username', { exact: true }).fill('elena.marsh')
    await page.getByLabel('Password', { exact: true }).fill(PASSWORD)
    await page.getByRole('button', { name: 'Sign in', exact: true }).click()
    await look('a passkey or a code', 'Confirm that it is you')
    await page.getByRole('button', { name: 'Use your passkey' }).click()
    await page.waitForURL(/\/accounts\//)
    await page.goto('/security/passkeys?done=added')
    await look('a list of one', 'Your passkeys')
    await page.locator('form[data-passkey]').evaluate((form: HTMLFormElement) => form.submit())
    await look('a name is missing', 'One thing to fix')
  }))

test('the profile: a phone to add, its code, an address, papers', () =>
  check(async ({ page, look }) => {
    await signIn(page, 'dana.whitlock')
    await page.goto('/profile')
    await look('a profile without changes', 'Your profile')
    await page.getByRole('link', { name: 'Add a phone' }).click()
    await look('a phone to add', 'Add a phone')
    await page.getByRole('button', { name: 'Send the code' }).click()
    await look('a phone that is missing', 'One thing to fix')
    await page.getByLabel('Phone number').fill('(614) 555-0177')
    await page.getByRole('button', { name: 'Send the code' }).click()
    await look('a code for a phone', 'Confirm your phone')
    await page.getByLabel('Code', { exact: true }).fill('000000')
    await page.getByRole('button', { name: 'Save' }).click()
    await look('a wrong code for a phone', 'One thing to fix')
    await page.goto('/profile')
    await page.getByRole('link', { name: 'Remove Email' }).click()
    await look('an email to remove', 'Remove the email')
    await page.goto('/profile/address')
    await look('an address', 'Change your mailing address')
    await page.getByLabel('State').fill('Maine')
    await page.getByRole('button', { name: 'Save the address' }).click()
    await look('a ZIP code of another state', 'One thing to fix')
    await page.getByLabel('The ZIP code and the state').check()
    await page.getByRole('button', { name: 'Save the address' }).click()
    await look('a profile with a change', 'What was changed')
    await page.goto('/profile/paperless')
    await look('papers online or by mail', 'Papers online or by mail')
    await page.locator('form[action="/profile/paperless"] button').click()
    await look('no choice of papers', 'One thing to fix')
  }))

test('choosing how to sign in', () =>
  check(async ({ page, look }) => {
    const { record } = portal.stories.find(({ usernames }) => usernames.length === 0) ?? {}
    await page.goto('/register')
    await page.getByLabel('Account number').fill(record?.accountNumber ?? '')
    await page.getByLabel('Last 4 digits').fill(record?.obligors[0]?.identityNumber.slice(-4) ?? '')
    await page.getByLabel('Vehicle identification number').fill(record?.vehicle.vin ?? '')
    await page.getByRole('button', { name: 'Continue' }).click()
    await look('where a code goes', 'Confirm that it is you')
    await page.getByRole('button', { name: 'Send the code' }).click()
    await look('a code to type', 'Confirm that it is you')
    await page.getByRole('button', { name: 'Continue' }).click()
    await look('a code that is missing', 'One thing to fix')
    await typeCode(page)
    await look('choice of username', 'Choose how you sign in')
  }))

/** The three things of a contract. */
async function fillProof(page: Page, username: string, obligor = 0): Promise<void> {
  const { record } = portal.stories.find(({ usernames }) => usernames.includes(username)) ?? {}
  const identity = record?.obligors[obligor]?.identityNumber ?? ''
  await page.getByLabel('Account number').fill(record?.accountNumber ?? '')
  await page.getByLabel('Last 4 digits').fill(identity.slice(-4))
  await page.getByLabel('Vehicle identification number').fill(record?.vehicle.vin ?? '')
}

test('a lost second factor, from the password to what is lost', () =>
  check(async ({ page, look }) => {
    await signIn(page, 'dana.whitlock')
    await page.goto('/security/authenticator')
    const secret = (await page.locator('.k-secret-text').textContent()) ?? ''
    await page.getByLabel('Code from your app').fill(appCode(secret, portal.clock.now()))
    await page.getByRole('button', { name: 'Add the app' }).click()
    await page.context().clearCookies()
    await page.goto('/recover/factor')
    await look('the password first', 'Sign in to your account')
    await page.getByLabel('Username', { exact: true }).fill('dana.whitlock')
    await page.getByLabel('Password', { exact: true }).fill(PASSWORD)
    await page.getByRole('button', { name: 'Sign in', exact: true }).click()
    await page.getByRole('link', { name: 'I cannot use any of these' }).click()
    await look('which account', 'Sign in without your phone or passkey')
    await page.getByRole('button', { name: 'Continue' }).click()
    await look('numbers missing', 'Three things to fix')
    await fillProof(page, 'dana.whitlock')
    await page.getByRole('button', { name: 'Continue' }).click()
    await look('where a code goes', 'Confirm that it is you')
    await typeCode(page)
    await look('what is lost', 'What do you no longer have?')
    await page.getByRole('button', { name: 'Take off what I ticked' }).click()
    await look('nothing ticked', 'One thing to fix')
    await page.getByLabel('Authenticator app').check()
    await page.getByRole('button', { name: 'Take off what I ticked' }).click()
    await page.getByText('Done: what you lost is off your sign-in').waitFor()
    await look('taken off', 'Sign in to your account')
  }))

test('a way to sign in by the numbers of the account, and another account', () =>
  check(async ({ page, look }) => {
    await signIn(page, 'marcus.odell')
    await page.goto('/security?done=lost')
    await look('what was lost is gone', 'Sign-in and security')
    await page.goto('/security/stronger')
    await look('a safer way', 'Make your next sign-in safer')
    await page.goto('/security/proof')
    await look('numbers instead of a factor', 'Show that it is your account')
    await fillProof(page, 'marcus.odell')
    await page.getByRole('button', { name: 'Continue' }).click()
    await look('which factor', 'Add a way to sign in')
    await page.goto('/add-account')
    await look('which account', 'Add another account')
    await page.getByRole('button', { name: 'Continue' }).click()
    await look('numbers missing', 'Three things to fix')
    const free = portal.stories.find(({ usernames }) => usernames.length === 0)?.record
    await page.getByLabel('Account number').fill(free?.accountNumber ?? '')
    const last = free?.obligors[0]?.identityNumber.slice(-4) ?? ''
    await page.getByLabel('Last 4 digits').fill(last)
    await page.getByLabel('Vehicle identification number').fill(free?.vehicle.vin ?? '')
    await page.getByRole('button', { name: 'Continue' }).click()
    await look('where a code goes', 'Confirm that it is you')
    await typeCode(page)
    await page.getByText('Account added.').waitFor()
    await look('two accounts', 'Your accounts')
  }))

test('an account in good order, and a payment from the first step to its cancellation', () =>
  check(async ({ page, look }) => {
    await signIn(page, 'elena.marsh')
    const base = new URL(page.url()).pathname
    const places = [
      '',
      '/activity',
      '/payoff',
      '/documents',
      '/data',
      '/data/everything',
      '/documents/new',
      '/terms',
      '/messages',
      '/payments',
      '/payments/new',
      '/more',
    ]
    for (const place of places) {
      await page.goto(base + place)
      await look(place || 'overview')
    }
    await page.goto('/security')
    await look('/security', 'Sign-in and security')
    await page.goto('/security/passkeys')
    await look('/security/passkeys', 'Your passkeys')
    await page.goto('/security/password')
    await look('/security/password', 'Change your password')
    await page.getByRole('button', { name: 'Change the password' }).click()
    await look('password refused', 'Two things to fix')
    await page.goto(`${base}?extra=100&table=balance`)
    await look('balance as a table')
    await page.goto(`${base}/activity`)
    await page.getByRole('row').nth(1).getByRole('link').click()
    await look('working', 'Extra payment')
    for (const place of ['/payoff?on=2020-01-01', '/payments/new?choice=other&amount=x'])
      await page.goto(base + place).then(() => look(place))
    await page.goto(`${base}/bank-accounts/new`)
    await page.getByRole('button', { name: 'Add bank account' }).click()
    await look('bank account refused', 'things to fix')
    for (const place of ['/autopay', '/autopay/new', '/autopay/new?amount=plusExtra&extra=x'])
      await page.goto(base + place).then(() => look(place))
    await page.goto(`${base}/autopay/review?amount=installment&day=dueDate&begins=2027-03-01`)
    await page.getByRole('button', { name: 'Turn autopay on' }).click()
    await look('autopay without permission', 'One thing to fix')
    await page.getByLabel('I give this permission').check()
    await page.getByRole('button', { name: 'Turn autopay on' }).click()
    await look('autopay on', 'Next three debits')
    await page.goto(`${base}/autopay/stop`)
    await look('stopping autopay', 'Pause or stop autopay')
    await page.getByRole('button', { name: 'Stop autopay' }).click()
    await look('autopay off', 'Why autopay did what it did')
    await paysOnce(page, look, base)
  }))

test('a letter that is asked for, and what a stranger sees by its code', () =>
  check(async ({ page, look }) => {
    await signIn(page, 'elena.marsh')
    const base = new URL(page.url()).pathname
    await page.goto(`${base}/payoff?on=2026-12-04`)
    await page.getByRole('button', { name: 'Get the payoff letter' }).click()
    await look('documents', 'Documents')
    const code = (await page.locator('main .k-code').first().textContent()) ?? ''
    await page.context().clearCookies()
    await page.goto('/check')
    await page.getByLabel('Letter code').fill('1234')
    await page.getByRole('button', { name: 'Check' }).click()
    await look('a code that is too short', 'One thing to fix')
    await page.getByLabel('Letter code').fill(code)
    await page.getByRole('button', { name: 'Check' }).click()
    await page.getByText('We wrote this letter').waitFor()
    await look('a letter of ours')
    await page.goto('/check?code=0000000000000000')
    await look('a letter that is not ours', 'We know no letter with this code')
  }))

async function paysOnce(page: Page, look: Visit['look'], base: string): Promise<void> {
  await page.goto(`${base}/payments/review?choice=duePlusExtra&extraAmount=150`)
  await look('review')
  await page.getByRole('button', { name: /^Pay \$/ }).click()
  await look('review refused', 'One thing to fix')
  await page.getByLabel('I agree').check()
  await page.getByRole('button', { name: /^Pay \$/ }).click()
  await look('confirmation', '$663.12 on')
  await page.goto(`${base}/payments`)
  await look('payments with one set')
  await page.goto(base)
  await look('overview with a payment set')
  await page.goto(`${base}/payments/review?choice=duePlusExtra&extraAmount=150`)
  await look('review of the same again')
  await page.goto(`${base}/payments`)
  await page.getByRole('row').nth(1).getByRole('link').click()
  await page.getByRole('link', { name: 'Cancel this payment' }).click()
  await look('cancellation', 'Cancel this payment?')
  await page.getByRole('button', { name: 'Cancel the payment' }).click()
  await look('canceled', '$663.12 on')
}

for (const [username, state] of [
  ['hollis.vane', 'near the end of a lease'],
  ['ines.calder', 'of a lease paid ahead'],
] as const) {
  test(`the pages ${state}`, () =>
    check(async ({ page, look }) => {
      await signIn(page, username)
      const base = new URL(page.url()).pathname
      for (const place of ['', '/activity', '/payments', '/payoff', '/terms', '/more']) {
        await page.goto(base + place)
        for (const working of await page.locator('details.k-disclosure').all())
          await working.locator('summary').click()
        await look(place || 'overview')
      }
      await page.goto(`${base}/activity`)
      await page.getByRole('row').nth(1).getByRole('link').click()
      await look('working', 'Payment')
    }))
}

for (const [username, state] of [
  ['dana.whitlock', 'late with a charge'],
  ['priya.n', 'after a returned payment'],
  ['sam.okafor', 'closed'],
  ['wade.torrance', 'charged off'],
  ['mira.solberg', 'extended'],
  ['theo.brandt', 'new'],
  ['lucia.ferrer', 'in Spanish'],
] as const) {
  test(`an account ${state}`, () =>
    check(async ({ page, look }) => {
      await signIn(page, username)
      const base = new URL(page.url()).pathname
      await look('overview')
      for (const place of ['/activity', '/payoff', '/terms', '?table=balance']) {
        await page.goto(base + place)
        await look(place)
      }
    }))
}
