// What we keep about one account of a person, as files: each is made when it is read.
import { noticeWords } from '#src/formats/messages/notice-facts.ts'
import { type AccountView, viewAccount } from '#src/servicing/view-account.ts'
import { accountRecords } from '#src/servicing/your-data/account-records.ts'
import { ownLedger } from '#src/servicing/your-data/own-ledger.ts'
import { type AccountVisit, vehicleName } from '../account-visit.tsx'
import { activityJson } from '../activity/activity-json.ts'
import { activityIn } from '../activity/activity-lines.ts'
import { activityOfx } from '../activity/activity-ofx.ts'
import type { IndexedAccount } from './archive-index.tsx'

export type OwnAccount = IndexedAccount & {
  readonly owner: AccountVisit['owner']
  readonly make: (file: string) => Promise<string>
}

/** `at`: its place among the person's accounts, from 1. */
export async function ownAccount(
  visit: Pick<AccountVisit, 'ctx' | 'owner' | 'reader'>,
  at: number,
): Promise<OwnAccount> {
  const { ctx, owner, reader } = visit
  const view = await viewAccount(ctx, owner)
  const makers = makersOf(visit)
  const isLoan = view.product === 'loan'
  const w = reader.words.account
  return {
    owner,
    folder: `${at}-${view.product}-${view.accountEnding}/`,
    name: `${vehicleName(view.vehicle)}, ${w[view.product].toLowerCase()} ${w.ending(view.accountEnding)}`,
    files: [
      'account.json',
      'activity.json',
      ...(isLoan ? ['activity.ofx'] : []),
      'contract.json',
      ...(isLoan ? ['ledger.json'] : []),
    ],
    facts: factsOf(view, visit),
    make: async (file) => (await makers[file]?.()) ?? '',
  }
}

function makersOf({ ctx, owner, reader }: Pick<AccountVisit, 'ctx' | 'owner' | 'reader'>) {
  const view = () => viewAccount(ctx, owner)
  const makers: Readonly<Record<string, () => Promise<string>>> = {
    'account.json': async () => {
      const { accountEnding, product, status, today, vehicle, obligor } = await view()
      const { messages, ...records } = await accountRecords(ctx, owner)
      const { givenName, familyName } = obligor
      return asJson({
        ...{ accountEnding, product, status, asOf: today, vehicle },
        you: { givenName, familyName },
        ...records,
        messages: messages.map((message) => {
          const { sentAt, readAt, template: kind } = message
          return { sentAt, readAt, kind, ...noticeWords(message, reader.locale) }
        }),
      })
    },
    'activity.json': async () => {
      const now = await view()
      return asJson(activityJson(now, activityIn(now, reader).lines))
    },
    'activity.ofx': async () => {
      const now = await view()
      if (now.product !== 'loan') return ''
      const { lines } = activityIn(now, reader)
      return activityOfx({ ctx, owner, reader }, { view: now, lines, year: null })
    },
    'contract.json': async () => asJson({ ...UNITS, ...(await view()).ledger.contract }),
    'ledger.json': async () => asJson((await ownLedger(ctx, owner)) ?? {}),
  }
  return makers
}

/** Of figures as they are kept. */
const UNITS = { unitOfMoney: 'cents', unitOfRates: 'parts per billion a year' } as const

export function asJson(value: object): string {
  return `${JSON.stringify(value, null, 2)}\n`
}

function factsOf(view: AccountView, { reader }: Pick<AccountVisit, 'reader'>) {
  const w = reader.words.yourData.everything.index
  const owed =
    view.product === 'loan'
      ? [{ label: w.principal, value: reader.money(view.position.principal) }]
      : []
  return [
    { label: w.asOf, value: reader.date(view.today, 'dated') },
    { label: w.state, value: w.states[view.status] },
    ...owed,
    { label: w.due, value: reader.money(view.due.total) },
    { label: w.vin, value: view.vehicle.vin ?? '–' },
  ]
}
