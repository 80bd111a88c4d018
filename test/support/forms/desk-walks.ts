// Every form of the staff desk that works without a script.
import assert from 'node:assert/strict'
import { randomUUIDv7 } from 'node:crypto'
import { plainPdf } from '#test/support/made-pdf.ts'
import type { DeskWalk } from './desk-world.ts'
import { MONEY_WALKS } from './money-walks.ts'

export const DESK_WALKS: readonly DeskWalk[] = [
  ...MONEY_WALKS,
  {
    wants: 'to find a customer and help them in',
    walk: async (hand, world) => {
      await world.enter(hand.page, 'supervisor')
      await hand.open('/customers')
      await hand.refused('/customers')
      await hand.fill({ wanted: 'marcus.odell' })
      await hand.send('/customers', /^\/customers\/.+\/.+/)
      const customer = new URL(hand.page.url()).pathname
      await hand.send(`${customer}/waits`, /done=unlocked/)
      await hand.send(`${customer}/sessions`, /done=ended/)
      await hand.send(`${customer}/recovery`, /done=started/)
    },
  },
  {
    wants: 'to note a dispute, lift it, and order a vehicle back',
    walk: async (hand, world) => {
      await world.enter(hand.page, 'supervisor')
      await hand.open('/customers')
      await hand.fill({ wanted: 'marcus.odell' })
      await hand.send('/customers', /^\/customers\/.+\/.+/)
      const account = `/accounts/${new URL(hand.page.url()).pathname.split('/')[2]}`
      await hand.follow(account)
      await hand.follow(`${account}/flags`)
      await hand.refused(`${account}/flags`)
      await hand.tick('kind', 'dispute')
      await hand.fill({ reason: 'A letter about the charge of October.' })
      await hand.send(`${account}/flags`, /done=set/)
      await hand.follow(`${account}/flags/`)
      const lifting = new URL(hand.page.url()).pathname
      await hand.refused(lifting)
      await hand.fill({ reason: 'Answered, and they agree.' })
      await hand.send(lifting, /done=lifted/)
      await hand.follow(`${account}/repossession`)
      await hand.refused(`${account}/repossession`)
      await hand.fill({ reason: 'No answer to four letters.' })
      await hand.send(`${account}/repossession`, /done=set/)
      // Nothing is left of it for whoever walks here next.
      while ((await hand.page.locator(`main a[href^="${account}/flags/"]`).count()) > 0) {
        await hand.follow(`${account}/flags/`)
        await hand.fill({ reason: 'A mistake.' })
        await hand.send(new URL(hand.page.url()).pathname, /done=lifted/)
      }
    },
  },
  {
    wants: 'to mark the number of a bank account for fraud, typed and from an account, and lift it',
    walk: async (hand, world) => {
      await world.enter(hand.page, 'supervisor')
      await hand.open('/customers')
      await hand.follow('/bank-marks')
      await hand.follow('/bank-marks/new')
      await hand.refused('/bank-marks/new')
      const accountNumber = String(Date.now())
      await hand.fill({ routingNumber: '021000021', accountNumber, reason: 'The bank called.' })
      await hand.send('/bank-marks/new', /done=marked/)
      await hand.open('/customers')
      await hand.fill({ wanted: 'marcus.odell' })
      await hand.send('/customers', /^\/customers\/.+\/.+/)
      const account = `/accounts/${new URL(hand.page.url()).pathname.split('/')[2]}`
      await hand.follow(account)
      await hand.follow(`${account}/banks/`)
      const marking = new URL(hand.page.url()).pathname
      await hand.refused(marking)
      await hand.fill({ reason: 'Its owner called.' })
      await hand.send(marking, /done=marked/)
      // Nothing is left of them for whoever walks here next.
      while ((await hand.page.locator('main a[href$="/lift"]').count()) > 0) {
        await hand.follow('/bank-marks/0')
        const lifting = new URL(hand.page.url()).pathname
        await hand.refused(lifting)
        await hand.fill({ reason: 'A mistake.' })
        await hand.send(lifting, /done=lifted/)
      }
    },
  },
  {
    wants: 'to attach a signed contract, and to take it off again with another person',
    walk: async (hand, world) => {
      const find = async () => {
        await hand.open('/customers')
        await hand.fill({ wanted: 'marcus.odell' })
        await hand.send('/customers', /^\/customers\/.+\/.+/)
        const account = `/accounts/${new URL(hand.page.url()).pathname.split('/')[2]}`
        await hand.follow(account)
        await hand.follow(`${account}/papers`)
        return `${account}/papers`
      }
      const attach = async (papers: string) => {
        await hand.follow(`${papers}/new`)
        await hand.refused(`${papers}/new`)
        await hand.tick('kind', 'contract')
        const title = `Contract ${String.fromCharCode(97 + (Date.now() % 26))}`
        await hand.fill({ title, on: '2025-02-02' })
        await hand.tick('language', 'en')
        await hand.tick('seen', 'everybody')
        const catalog = `/Note (${randomUUIDv7()})`
        await hand.choose('file', { name: 'scan.pdf', bytes: plainPdf({ catalog }) })
        await hand.send(`${papers}/new`, /done=attached/)
        await hand.follow(`${papers}/0`)
        return new URL(hand.page.url()).pathname
      }
      await world.enter(hand.page, 'supervisor')
      const attached = await attach(await find())
      await hand.follow(`${attached}/mail`)
      await hand.refused(`${attached}/mail`)
      await hand.tick('who')
      await hand.send(`${attached}/mail`, /done=mailed/)
      await hand.open(attached)
      const removal = `${attached}/removal`
      await hand.refused(removal)
      await hand.fill({ reason: 'Of another customer.' })
      await hand.send(removal, /done=asked/)
      await hand.send(`${removal}/withdrawal`, /done=withdrawn/)
      await hand.fill({ reason: 'Of another customer.' })
      await hand.send(removal, /done=asked/)
      const paper = removal.replace('/removal', '')
      await world.enter(hand.page, 'supervisor')
      await hand.open('/papers')
      await hand.follow(paper)
      await hand.send(`${removal}/refusal`, /done=refused/)
      await hand.fill({ reason: 'It is of another customer after all.' })
      await hand.send(removal, /done=asked/)
      await world.enter(hand.page, 'supervisor')
      await hand.open(paper)
      await hand.send(`${removal}/approval`, /done=done/)
    },
  },
  {
    wants: 'to do for a caller what they could do: papers by mail again, a payoff link ended',
    walk: async (hand, world) => {
      const { account, customer, link } = await world.caller('elena.marsh')
      await world.enter(hand.page, 'agent')
      await hand.open(customer)
      await hand.send(`${customer}/paper`, /done=paper/)
      await hand.open(account)
      await hand.send(`${account}/links/${link}/end`, /done=linkEnded/)
    },
  },
  {
    wants: 'to make a corrected statement',
    walk: async (hand, world) => {
      const account = await world.outdatedStatement()
      await world.enter(hand.page, 'agent')
      await hand.open(account)
      await hand.follow(`${account}/statements`)
      // The newest stands first.
      await hand.follow(`${account}/statements/`)
      const correction = `${new URL(hand.page.url()).pathname}/correction`
      await hand.refused(correction)
      await hand.tick('reason', 'recordedLate')
      await hand.fill({ note: 'A check was found.' })
      await hand.send(correction, /done=corrected/)
    },
  },
  {
    wants: 'to offer on paper that payments are put off',
    walk: async (hand, world) => {
      await world.enter(hand.page, 'supervisor')
      await hand.open('/customers')
      await hand.fill({ wanted: 'elena.marsh' })
      await hand.send('/customers', /^\/customers\/.+\/.+/)
      const account = `/accounts/${new URL(hand.page.url()).pathname.split('/')[2]}`
      await hand.follow(account)
      await hand.follow(`${account}/deferments`)
      await hand.follow(`${account}/deferments?months=2`)
      await hand.tick('language', 'es')
      await hand.send(`${account}/deferments`, /done=made/)
    },
  },
  {
    wants: 'to take care of a report',
    walk: async (hand, world) => {
      await world.report('elena.marsh')
      await world.enter(hand.page, 'agent')
      await hand.open('/customers')
      await hand.send('/customers/reports', /^\/customers\?done=/)
    },
  },
  {
    wants: 'to decide about files that the bank refused',
    walk: async (hand, world) => {
      const again = await world.refusedFile()
      const drop = await world.refusedFile()
      await world.enter(hand.page, 'supervisor')
      await hand.open('/money/tasks')
      await hand.follow(`/money/files/${again}`)
      await hand.send(`/money/files/${again}/again`, /decided=done/)
      await hand.open(`/money/files/${drop}`)
      await hand.send(`/money/files/${drop}/drop`, /decided=done/)
    },
  },
  {
    wants: 'to add a colleague, and another to approve and to end it',
    walk: async (hand, world) => {
      await world.enter(hand.page, 'administrator')
      await hand.open('/staff')
      await hand.follow('/staff/new')
      await hand.refused('/staff/new')
      await hand.fill({ name: 'Somebody Else', email: `${randomUUIDv7()}@desk.example` })
      await hand.tick('role', 'auditor')
      await hand.send('/staff/new', /^\/staff/)
      await world.enter(hand.page, 'administrator')
      await hand.open('/staff')
      await hand.send('/staff/approvals', /^\/staff/)
      await hand.open('/staff')
      await hand.send('/staff/links', /^\/staff/)
      await hand.open('/staff')
      await hand.send('/staff/leavers', /^\/staff/)
    },
  },
  {
    wants: 'to see their own sessions, keep their only passkey, and leave',
    walk: async (hand, world) => {
      const { device } = await world.enter(hand.page, 'auditor')
      const elsewhere = await world.staff.signIn(await world.staff.shown(device))
      assert.ok(elsewhere.ok)
      await hand.open('/you')
      await hand.send('/you/sessions', /done=ended/)
      await hand.refused('/you/passkeys/removal')
      await hand.unfold('.k-profile > summary')
      await hand.send('/sign-out', /^\/sign-in/)
    },
  },
]
