// `keyturn calc check`: whether a number can be right, and if not, why.
// Example: {"kind":"vin","value":"1M8GDM9A0KP042788"}: position 9 is "0" and should be "X".

import { checkSin } from '#src/domain/regions/canada.ts'
import { checkIdNr } from '#src/domain/regions/germany.ts'
import { checkBic, checkIban } from '#src/domain/regions/iban.ts'
import { checkNino } from '#src/domain/regions/united-kingdom.ts'
import { checkItin, checkPhone, checkRoutingNumber, checkSsn } from '#src/domain/regions/us.ts'
import { checkEin } from '#src/domain/regions/us-ein.ts'
import { checkVin, vinCheckDigit } from '#src/domain/regions/vin.ts'
import { type Computed, calculation } from './calculation.ts'
import { CHECK_REASONS as reasons } from './check-reasons.ts'
import { choice, fieldsOf, text } from './fields.ts'

const KINDS = [
  'vin',
  'routing',
  'ssn',
  'itin',
  'ein',
  'sin',
  'nino',
  'idnr',
  'iban',
  'bic',
  'e164',
] as const

type Kind = (typeof KINDS)[number]

const form = fieldsOf({
  kind: choice(KINDS),
  value: text((value) => value, 'Write the number as text of at most 1000 characters.'),
})

export const check = calculation(form, ({ kind, value }): Computed => {
  const reason = CHECKS[kind](value)
  return {
    ok: true,
    result: reason === null ? { valid: true } : { valid: false, reason },
    explain: () => ({
      label: 'check',
      inputs: { kind },
      rule: reason === null ? 'formRight' : 'formWrong',
      citation: CITATIONS[kind],
    }),
  }
})

const CHECKS: Record<Kind, (value: string) => string | null> = {
  vin: (value) => vinReason(value),
  routing: (value) => worded(reasons.routing, checkRoutingNumber(value)),
  ssn: (value) => worded(reasons.ssn, checkSsn(value)),
  itin: (value) => worded(reasons.itin, checkItin(value)),
  ein: (value) => worded(reasons.ein, checkEin(value)),
  sin: (value) => worded(reasons.sin, checkSin(value)),
  nino: (value) => worded(reasons.nino, checkNino(value)),
  idnr: (value) => worded(reasons.idnr, checkIdNr(value)),
  iban: (value) => worded(reasons.iban, checkIban(value)),
  bic: (value) => worded(reasons.bic, checkBic(value)),
  e164: (value) => worded(reasons.e164, checkPhone(value)),
}

function worded<P extends string>(sentences: Record<P, string>, problem: P | null): string | null {
  return problem === null ? null : sentences[problem]
}

function vinReason(value: string): string | null {
  const problem = checkVin(value)
  if (problem !== 'checkDigitWrong') return worded(reasons.vin, problem)
  return `position 9 is "${value[8]}" and should be "${vinCheckDigit(value)}"; ${reasons.vin[problem]}`
}

const CITATIONS: Record<Kind, string> = {
  vin: '49 CFR 565.15',
  routing: 'ABA routing number: weights 3, 7, 1',
  ssn: 'SSA POMS RM 10201.035',
  itin: 'Internal Revenue Manual, form of ITINs',
  ein: 'IRS, EIN prefixes',
  sin: 'Luhn',
  nino: 'HMRC NIM39110',
  idnr: 'ISO 7064 MOD 11,10',
  iban: 'ISO 13616; ISO 7064 MOD 97-10',
  bic: 'ISO 9362',
  e164: 'ITU-T E.164; North American Numbering Plan',
}
