// Invented people and vehicles. Identity numbers come from the range that is reserved for
// advertising (987-65-4320 to -4329) and was never given to anybody; phones and addresses are
// reserved for fiction.
import type { ObligorDetails, VehicleDetails } from '#src/domain/account/boarding.ts'
import { vinCheckDigit } from '#src/domain/regions/vin.ts'

export function person(
  given: Pick<ObligorDetails, 'givenName' | 'familyName'> & {
    number: number
    role?: 'primary' | 'co'
    locale?: 'en' | 'es'
  },
): ObligorDetails {
  const { givenName, familyName, number } = given
  const mailbox = `${givenName}.${familyName}`.toLowerCase().normalize('NFD')
  return {
    role: given.role ?? 'primary',
    givenName,
    familyName,
    identityNumber: `98765432${number}`,
    birthDate: null,
    email: `${mailbox.replace(/[^a-z.]/g, '')}@example.com`,
    phone: `+1614555010${number}`,
    address: {
      street: `${140 + number} Sample Street`,
      city: 'Columbus',
      state: 'OH',
      postalCode: '43085',
    },
    locale: given.locale ?? 'en',
  }
}

/** A vehicle of a maker that does not exist, with a right check digit. `serial` is six digits. */
export function vehicle(modelYear: number, model: string, serial: string): VehicleDetails {
  const body = `1ZZ${'AB4EH'}0${yearLetter(modelYear)}K${serial}`
  const vin = `${body.slice(0, 8)}${vinCheckDigit(body)}${body.slice(9)}`
  return { vin, modelYear, make: 'Larkfield', model }
}

/** 49 CFR 565.15: the tenth character is the model year, from A for 2010, without I, O, Q, U and Z. */
function yearLetter(modelYear: number): string {
  return 'ABCDEFGHJKLMNPRSTVWXY'.charAt(modelYear - 2010)
}
