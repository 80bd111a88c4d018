// One boarded account in the database: the least that postings, payments and audit can hang on.

import type { EventPayload } from '#src/domain/account/event.ts'
import { date } from '#src/domain/calendar.ts'
import { cents, ratePpb } from '#src/domain/money.ts'
import { insertAudit, sealAudit } from '#src/store/accounts/account-audit.ts'
import { insertEvents, type NewEvent, sealEvents } from '#src/store/accounts/account-events.ts'
import { insertAccounts, type LockedAccount } from '#src/store/accounts/accounts.ts'
import { insertObligors } from '#src/store/accounts/obligors.ts'
import { insertVehicles } from '#src/store/accounts/vehicles.ts'
import type { Tx } from '#src/store/database.ts'
import type { Vault } from '#src/vault/vault.ts'
import { newTestId } from './database.ts'

export const BOARDED_AT = '2026-01-15T15:04:05.120Z'

export type StoredAccount = {
  readonly account: LockedAccount
  readonly obligorId: string
  readonly boardingId: string
}

export const BOARDING: EventPayload = {
  kind: 'boarded',
  contract: {
    kind: 'loan',
    principal: cents(2_000_000),
    rate: ratePpb(54_900_000),
    start: date('2026-01-15'),
    firstDue: date('2026-02-15'),
    payments: 60,
    frequency: 'monthly',
    payment: cents(38_190),
    waterfall: ['interest', 'principal', 'lateCharges', 'fees'],
    smallRemainder: cents(0),
    lateCharge: null,
    ruleVersion: 'first',
    dayCount: 'actual/365',
    yearEnd: 'old',
    rounding: 'half-up',
    dailyRateDecimals: null,
    carryFractions: true,
  },
  opening: {
    principal: cents(2_000_000),
    interest: cents(0),
    lateCharges: cents(0),
    fees: cents(0),
    suspense: cents(0),
    interestPaidThrough: date('2026-01-15'),
    installmentsPaid: 0,
    paidTowardNext: cents(0),
  },
}

export function newEvent(payload: EventPayload, effectiveDate: string): NewEvent {
  return {
    id: newTestId(),
    effectiveDate: date(effectiveDate),
    postedAt: '2026-02-15T15:04:05.120Z',
    payload,
    ruleVersion: 'first',
  }
}

export async function insertTestAccount(tx: Tx, vault: Vault): Promise<StoredAccount> {
  const accountId = newTestId()
  const obligorId = newTestId()
  const boarding = { ...newEvent(BOARDING, '2026-01-15'), postedAt: BOARDED_AT }
  const events = sealEvents(vault, { accountId, head: null, events: [boarding] })
  const audit = sealAudit(vault, {
    accountId,
    head: null,
    entries: [
      {
        at: BOARDED_AT,
        requestId: 'test',
        actor: { kind: 'system', id: 'boarding' },
        action: 'boarded',
        details: {},
      },
    ],
  })
  const [account] = await insertAccounts(tx, [
    {
      accountId,
      accountNumber: `T-${accountId.slice(0, 13)}`,
      product: 'loan',
      source: 'keyturn',
      status: 'open',
      events: events.head,
      audit: audit.head,
      lastEffectiveDate: boarding.effectiveDate,
      reviewOn: null,
      boardedAt: BOARDED_AT,
      flags: [],
    },
  ])
  if (!account) throw new Error('no account was inserted')
  await insertEvents(tx, events.events)
  await insertAudit(tx, audit.entries)
  await insertVehicles(tx, [
    { accountId, id: newTestId(), vin: VIN, modelYear: 2024, make: 'Meridian', model: 'Arroyo' },
  ])
  await insertObligors(tx, vault, [{ accountId, id: obligorId, vin: VIN, details: OBLIGOR }])
  return { account, obligorId, boardingId: boarding.id }
}

export const VIN = '1M8GDM9AXKP042788'

export const OBLIGOR = {
  role: 'primary',
  givenName: 'Dana',
  familyName: 'Oakes',
  identityNumber: '900701234',
  birthDate: date('1988-03-04'),
  email: 'dana@example.com',
  phone: '+12025550123',
  address: null,
  locale: 'en',
} as const
