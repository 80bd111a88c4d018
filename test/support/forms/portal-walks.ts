// Every form of the portal that works without a script, as people come to it, one walk for each
// thing that somebody wants.
import assert from 'node:assert/strict'
import type { Hand } from './hand.ts'
import { SHARING_WALK } from './sharing-walk.ts'
import type { World } from './world.ts'

export type Walk = {
  readonly wants: string
  readonly walk: (hand: Hand, world: World) => Promise<void>
}

const NEW_PASSWORD = 'eleven lanterns on a wet pier'

const addApp = async (hand: Hand, world: World): Promise<string> => {
  await hand.open('/security/authenticator')
  await hand.refused('/security/authenticator')
  const secret = await world.secret(hand.page)
  await hand.fill({ code: world.appCode(secret) })
  await hand.send('/security/authenticator', /^\/security\?done=appAdded/)
  return secret
}

/** The one that was just added, from its first deposits to its end, and the default. */
const bankAccounts = async (hand: Hand, world: World, base: string): Promise<void> => {
  const { added, other } = await world.bankAccounts(base)
  const bank = `${base}/bank-accounts/${added}`
  await world.depositsCame(added)
  await hand.open(bank)
  await hand.refused(`${bank}/amounts`)
  await hand.fill({ nickname: 'House' })
  await hand.send(`${bank}/name`, /done=name/)
  await world.checkEnded(added)
  await hand.open(bank)
  await hand.send(`${bank}/check`, /\/bank-accounts\//)
  await hand.follow(`${bank}/removal`)
  await hand.send(`${bank}/removal`, /\/bank-accounts/)
  await hand.open(`${base}/bank-accounts/${other}`)
  await hand.send(`${base}/bank-accounts/${other}/default`, /done=default/)
}

export const PORTAL_WALKS: readonly Walk[] = [
  {
    wants: 'to register, and to be asked for no safer way',
    walk: async (hand, world) => {
      await hand.open('/register')
      await hand.refused('/register')
      await hand.fill(world.papers(null))
      await hand.send('/register', /^\/register\/contact/)
      await world.confirm(hand, '/register/contact', /^\/register\/sign-in/)
      await hand.refused('/register/sign-in')
      await hand.fill({ username: 'jordan.ames', password: NEW_PASSWORD })
      await hand.send('/register/sign-in', /^\/security\/stronger/)
      await hand.send('/security/stronger', /^\/accounts/)
    },
  },
  {
    wants: 'to sign in, trust this browser, and trust it no longer',
    walk: async (hand, world) => {
      await hand.open('/sign-in')
      await hand.refused('/sign-in')
      await world.password(hand, 'elena.marsh')
      await world.confirm(hand, '/confirm', /^\/(security\/stronger|accounts)/, () =>
        hand.tick('trust'),
      )
      await world.enterElsewhere('elena.marsh')
      await hand.open('/security')
      await hand.send('/security/sessions', /^\/security\?done=ended/)
      await hand.send('/security/trusted-devices', /^\/security\?done=forgotten/)
      await hand.unfold('.k-profile > summary')
      await hand.send('/sign-out', /^\/sign-in\?notice=signedOut/)
    },
  },
  {
    wants: 'other colors and another language',
    walk: async (hand) => {
      await hand.open('/preferences')
      await hand.tick('theme', 'dark')
      await hand.send('/preferences', /^\/preferences/)
      await hand.tick('theme', 'system')
      await hand.send('/preferences', /^\/preferences/)
    },
  },
  {
    wants:
      'to add a bank account with a form that waits for a code, to pay, change that, and cancel it',
    walk: async (hand, world) => {
      const base = await world.enter(hand, 'ruth.calloway')
      const path = `${base}/bank-accounts/new`
      await hand.open(path)
      await hand.refused(path)
      await hand.tick('kind', 'savings')
      await hand.tick('holder', 'mine')
      const accountNumber = '12345678901'
      const numbers = { routingNumber: '021000021', accountNumber }
      const rest = { accountNumberAgain: accountNumber, bankName: 'Harbor Savings' }
      await hand.fill({ ...numbers, ...rest })
      world.pass(301)
      await hand.send(path, /^\/confirm\?next=%2Fheld-form/)
      await world.confirm(hand, '/confirm', /\/payments\/new|\/bank-accounts/)
      await bankAccounts(hand, world, base)
      await hand.open(`${base}/payments/new`)
      await hand.send(`${base}/payments/new`, /\/payments\/review/)
      await hand.refused(`${base}/payments`)
      await hand.tick('agreed')
      await hand.send(`${base}/payments`, /\/payments\/[0-9a-f-]{36}/)
      const payment = new URL(hand.page.url()).pathname
      await hand.follow(`${payment}/change`)
      await hand.send(`${payment}/change`, /\/change\/review/)
      await hand.refused(`${payment}/change`)
      await hand.tick('agreed')
      await hand.send(`${payment}/change`, /changed=yes/)
      await hand.follow(`${payment}/cancellation`)
      await hand.send(`${payment}/cancellation`, /\/payments\//)
    },
  },
  {
    wants: 'to pay with a card on the page of its processor, and not to',
    walk: async (hand, world) => {
      const base = await world.enter(hand, 'elena.marsh')
      for (const pays of [false, true]) {
        await hand.open(`${base}/card-payments/new`)
        await hand.send(`${base}/card-payments/new`, /\/card-payments\/review/)
        if (!pays) await hand.refused(`${base}/card-payments`)
        await hand.tick('agreed')
        await hand.send(`${base}/card-payments`, /^\/pay\//)
        const page = new URL(hand.page.url()).pathname
        if (pays) {
          await hand.tick('card', 'debit')
          await hand.send(page, /\/card-payments\/[0-9a-f-]{36}$/)
        } else {
          const [back = ''] = await hand.page
            .locator('main a')
            .evaluateAll((links) => links.map((link) => link.getAttribute('href') ?? ''))
          const { pathname } = new URL(back)
          await hand.open(pathname)
          await hand.send(`${pathname}/page`, /^\/pay\//)
          await hand.open(pathname)
          await hand.send(`${pathname}/end`, /\/card-payments\/[0-9a-f-]{36}$/)
        }
      }
    },
  },
  {
    wants: 'to save a card with a form that waits for a code, on the page of its processor',
    walk: async (hand, world) => {
      const base = await world.enter(hand, 'elena.marsh')
      const path = `${base}/cards/new`
      await hand.open(path)
      await hand.refused(path)
      await hand.tick('agreed')
      world.pass(301)
      await hand.send(path, /^\/confirm\?next=%2Fheld-form/)
      // The code's own form ends on the page of another site.
      await world.confirm(hand, '/confirm', /^\/pay\//)
      const [back = ''] = await hand.page
        .locator('main a')
        .evaluateAll((links) => links.map((link) => link.getAttribute('href') ?? ''))
      const visit = new URL(back).pathname
      await hand.open(visit)
      await hand.send(`${visit}/page`, /^\/pay\//)
      await hand.tick('card', 'debit')
      const page = new URL(hand.page.url()).pathname
      await hand.send(page, /\/bank-accounts\/[0-9a-f-]{36}\?done=kept/)
      const card = new URL(hand.page.url()).pathname
      await hand.open(`${base}/bank-accounts`)
      await hand.open(card)
      await hand.follow(`${card}/removal`)
      await hand.send(`${card}/removal`, /\/bank-accounts/)
    },
  },
  {
    wants: 'the receipt of a payment, and that a loan is paid in full',
    walk: async (hand, world) => {
      const base = await world.enter(hand, 'elena.marsh')
      await hand.open(`${base}/activity`)
      const [link = ''] = await hand.page
        .locator('main td a, main th a')
        .evaluateAll((links) => links.map((one) => one.getAttribute('href') ?? ''))
      await hand.follow(link)
      await hand.send(`${link}/receipt`, /\/documents\?made=/)
      const closed = await world.enter(hand, 'sam.okafor')
      await hand.open(closed)
      await hand.send(`${closed}/paid-in-full`, /\/documents\?made=/)
    },
  },
  {
    wants: 'an amortization schedule, which is there at once',
    walk: async (hand, world) => {
      const base = await world.enter(hand, 'elena.marsh')
      await hand.open(`${base}/documents`)
      await hand.follow(`${base}/documents/new`)
      await hand.refused(`${base}/documents`)
      await hand.tick('paper', 'amortization')
      await hand.send(`${base}/documents`, /\/documents\?made=/)
    },
  },
  {
    wants: 'a letter of what closes the loan, and somebody else to check it',
    walk: async (hand, world) => {
      const base = await world.enter(hand, 'elena.marsh')
      await hand.open(`${base}/payoff`)
      await hand.send(`${base}/payoff/letter`, /\/documents\?made=/)
      const [code = ''] = await hand.page.locator('main .k-code').allTextContents()
      await hand.open('/check')
      await hand.refused('/check')
      await hand.fill({ code })
      await hand.send('/check', /^\/check\?code=/)
    },
  },
  {
    wants: 'a calendar of what is due, to be rid of it, and a copy of everything',
    walk: async (hand, world) => {
      const base = await world.enter(hand, 'elena.marsh')
      await hand.open(`${base}/data`)
      await hand.send(`${base}/data/calendar`, /\/data\/calendar$/)
      await hand.open(`${base}/data`)
      await hand.send(`${base}/data/calendar/end`, /\/data\?done=ended/)
      await hand.follow(`${base}/data/everything`)
      await hand.download(`${base}/data/everything`, /^everything-.*\.zip$/)
    },
  },
  {
    wants: 'autopay, to pause it, to go on, and to stop it',
    walk: async (hand, world) => {
      const path = `${await world.enter(hand, 'lucia.ferrer')}/autopay`
      await hand.open(`${path}/new`)
      await hand.send(`${path}/new`, /\/autopay\/review/)
      await hand.refused(path)
      await hand.tick('agreed')
      await hand.send(path, /\/autopay$/)
      await hand.open(`${path}/stop`)
      await hand.send(`${path}/pause`, /\/autopay/)
      await hand.send(`${path}/resume`, /\/autopay/)
      await hand.open(`${path}/stop`)
      await hand.send(`${path}/stop`, /\/autopay/)
    },
  },
  {
    wants: 'another password',
    walk: async (hand, world) => {
      await world.enter(hand, 'marcus.odell')
      await hand.open('/security/password')
      await hand.refused('/security/password')
      await hand.fill({ current: 'seven herons over a slow estuary', password: NEW_PASSWORD })
      await hand.refused('/security/password')
    },
  },
  {
    wants: 'an app instead of the numbers of the contract, and then to be rid of it',
    walk: async (hand, world) => {
      await world.enter(hand, 'marcus.odell')
      await hand.open('/security/proof')
      await hand.refused('/security/proof')
      await hand.fill(world.papers('marcus.odell'))
      await hand.send('/security/proof', /^\/security\/(proof|authenticator|stronger)/)
      await addApp(hand, world)
      await world.enter(hand, 'marcus.odell')
      await hand.open('/security')
      await hand.follow('/security/authenticator/removal')
      await hand.send('/security/authenticator/removal', /^\/security\?done=appRemoved/)
    },
  },
  {
    wants: 'to come in with an app, with a code on paper, and without either',
    walk: async (hand, world) => {
      await world.enter(hand, 'dana.whitlock')
      const secret = await addApp(hand, world)
      await hand.open('/security/backup-codes')
      await hand.send('/security/backup-codes', /^\/security\/backup-codes/)
      const [paper = ''] = await hand.page.locator('main .k-code').allTextContents()
      await hand.page.context().clearCookies({ name: '__Host-kt' })
      world.pass(60)
      await hand.open('/sign-in')
      await world.password(hand, 'dana.whitlock')
      await hand.refused('/confirm/authenticator')
      await hand.fill({ code: world.appCode(secret) })
      await hand.send('/confirm/authenticator', /^\/accounts/)
      await hand.page.context().clearCookies({ name: '__Host-kt' })
      await hand.open('/sign-in')
      await world.password(hand, 'dana.whitlock')
      await hand.follow('/confirm?way=backup')
      await hand.refused('/confirm/backup-code')
      await hand.fill({ backupCode: paper })
      await hand.send('/confirm/backup-code', /^\/accounts/)
      await hand.page.context().clearCookies({ name: '__Host-kt' })
      await hand.open('/recover/factor')
      await world.password(hand, 'dana.whitlock')
      await hand.follow('/recover/factor')
      await hand.refused('/recover/factor')
      await hand.fill(world.papers('dana.whitlock'))
      await hand.send('/recover/factor', /^\/recover\/factor\/contact/)
      await world.confirm(hand, '/recover/factor/contact', /^\/recover\/factor\/removal/)
      await hand.refused('/recover/factor/removal')
      for (const box of await hand.page.locator('main input[type="checkbox"]').all())
        await hand.tick((await box.getAttribute('name')) ?? '')
      await hand.send('/recover/factor/removal', /^\/sign-in\?notice=/)
    },
  },
  {
    wants: 'to say that this was not them, and to come back with another password',
    walk: async (hand, world) => {
      await hand.open('/sign-in')
      await hand.fill({ username: 'ben.calloway', password: 'not the password at all' })
      await hand.refused('/sign-in')
      await world.enter(hand, 'ben.calloway')
      await hand.open('/security')
      await hand.follow('/security/not-me')
      await hand.send('/security/not-me', /^\/reported/)
      await hand.follow('/recover')
      await hand.refused('/recover')
      await hand.fill(world.papers('ben.calloway'))
      await hand.send('/recover', /^\/recover\/contact/)
      await world.confirm(hand, '/recover/contact', /^\/recover\/password/)
      await hand.refused('/recover/password')
      await hand.fill({ password: NEW_PASSWORD })
      await hand.send('/recover/password', /^\/sign-in\?notice=recovered/)
    },
  },
  {
    wants: 'to be reached elsewhere: another address, a phone, an email that goes, papers by mail',
    walk: async (hand, world) => {
      await world.enter(hand, 'priya.n')
      await hand.open('/profile')
      await hand.follow('/profile/paperless')
      await hand.refused('/profile/paperless')
      await hand.tick('papers', 'mail')
      await hand.send('/profile/paperless', /^\/profile\?done=mail/)
      await hand.send('/profile/messages', /^\/profile\?done=messages/)
      await hand.open('/profile/address')
      await hand.fill({ state: 'Maine' })
      await hand.refused('/profile/address')
      await hand.tick('sure')
      await hand.send('/profile/address', /^\/profile\?done=address/)
      await hand.open('/profile/contact?kind=sms')
      await hand.refused('/profile/contact')
      await hand.fill({ to: '614 555 0177' })
      await hand.send('/profile/contact', /^\/profile\/contact\/code/)
      await hand.refused('/profile/contact/code')
      await hand.send('/profile/contact/new-code', /^\/profile\/contact\/code/)
      await hand.fill({ code: await world.code() })
      await hand.send('/profile/contact/code', /^\/profile\?done=contact/)
      world.pass(24 * 3600)
      await world.enter(hand, 'priya.n')
      await hand.open('/profile')
      await hand.follow('/profile/contact/removal')
      await hand.send('/profile/contact/removal', /^\/profile\?done=contact/)
    },
  },
  {
    wants: 'to give up their sign-in, after which somebody else may add the account',
    walk: async (hand, world) => {
      await world.enter(hand, 'mira.solberg')
      await hand.open('/security')
      await hand.follow('/security/closure')
      await hand.refused('/security/closure')
      await hand.tick('agreed')
      await hand.send('/security/closure', /^\/closed/)
      await world.enter(hand, 'theo.brandt')
      await hand.open('/add-account')
      await hand.refused('/add-account')
      await hand.fill(world.papers('mira.solberg'))
      await hand.send('/add-account', /^\/add-account\/contact/)
      await world.confirm(hand, '/add-account/contact', /^\/accounts/)
      const both = hand.page.locator('main a[href^="/accounts/"]')
      assert.equal(await both.count(), 2)
      // What is verified on the first of them is taken over to the second by a press.
      const second = (await both.last().getAttribute('href')) ?? ''
      const { added } = await world.bankAccounts(second)
      const place = `${second}/bank-accounts`
      await hand.open(`${place}/${added}/removal`)
      await hand.send(`${place}/${added}/removal`, /\/bank-accounts/)
      await hand.open(`${place}/new`)
      await hand.send(`${place}/copies`, /\/(bank-accounts|payments)/)
    },
  },
  SHARING_WALK,
]

/** Where a code opens nothing: an app comes before anything of the account. */
export const STRICT_WALK: Walk = {
  wants: 'to sign in where only something strong will do',
  walk: async (hand, world) => {
    await hand.open('/sign-in')
    await world.password(hand, 'elena.marsh')
    await hand.send('/confirm/code', /^\/confirm/)
    await hand.fill({ code: await world.code() })
    await hand.send('/confirm', /^\/enroll/)
    await hand.refused('/enroll')
    await hand.fill({ code: world.appCode(await world.secret(hand.page)) })
    await hand.send('/enroll', /^\/security\?done=appAdded/)
  },
}

/** Only the keyboard's: a passkey needs a script. The page has a device of its own. */
export const PASSKEY_WALK: Walk = {
  wants: 'a passkey, to sign in with it, to confirm by it, and to be rid of it',
  walk: async (hand, world) => {
    await world.enter(hand, 'sam.okafor')
    await hand.open('/security/passkeys')
    await hand.fill({ name: 'Phone' })
    await hand.send('/security/passkeys', /^\/security\/passkeys\?done=added/)
    await hand.page.context().clearCookies({ name: '__Host-kt' })
    await hand.open('/sign-in')
    await hand.send('/sign-in/passkey', /^\/accounts/)
    world.pass(301)
    await hand.open('/security/password')
    await hand.send('/confirm/passkey', /^\/security\/password/)
    await hand.open('/security/passkeys')
    // It cannot speak for its own removal.
    await hand.send('/security/passkeys/removal', /^\/confirm\?.*except=/)
    await world.confirm(hand, '/confirm', /^\/security\/passkeys/)
    await hand.send('/security/passkeys/removal', /done=removed/)
  },
}

/** The one that is there already goes without a script too. */
export const REMOVAL_WALK: Walk = {
  wants: 'to be rid of a passkey',
  walk: async (hand, world) => {
    await world.enter(hand, 'sam.okafor')
    await hand.open('/security/passkeys')
    await hand.send('/security/passkeys/removal', /done=removed/)
  },
}
