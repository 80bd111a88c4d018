// Why a number cannot be right, in the words that `keyturn calc check` prints.
import type { SinProblem } from '#src/domain/regions/canada.ts'
import type { IdNrProblem } from '#src/domain/regions/germany.ts'
import type { BicProblem, IbanProblem } from '#src/domain/regions/iban.ts'
import type { NinoProblem } from '#src/domain/regions/united-kingdom.ts'
import type {
  IdentityNumberProblem,
  PhoneProblem,
  RoutingNumberProblem,
} from '#src/domain/regions/us.ts'
import type { EinProblem } from '#src/domain/regions/us-ein.ts'
import type { VinProblem } from '#src/domain/regions/vin.ts'

const personal = {
  notNineDigits: 'nine digits are needed, plain or with both hyphens: 123-45-6789',
  serialNeverIssued: 'the last four digits 0000 are never issued',
  advertisingNumber: 'the number was printed in advertisements and belongs to nobody',
}

export const CHECK_REASONS = {
  vin: {
    notSeventeenCharacters: 'seventeen characters are needed',
    characterNotAllowed: 'only digits and capitals are used, without I, O and Q',
    checkDigitWrong: 'a vehicle not built for North America may carry another character there',
  } satisfies Record<VinProblem, string>,
  routing: {
    notNineDigits: 'nine digits are needed',
    allZeros: 'all zeros belong to no bank',
    prefixNeverIssued: 'the first two digits must be 00-12, 21-32, 61-72 or 80',
    checksumWrong: 'the check digit, the last one, does not follow from the others',
  } satisfies Record<RoutingNumberProblem, string>,
  ssn: {
    ...personal,
    areaNeverIssued: 'a number never begins with 000, 666 or 9',
    groupNeverIssued: 'the fourth and fifth digits 00 are never issued',
  } satisfies Record<IdentityNumberProblem, string>,
  itin: {
    ...personal,
    areaNeverIssued: 'the number must begin with 9',
    groupNeverIssued: 'the fourth and fifth digits must be 50-65, 70-88, 90-92 or 94-99',
  } satisfies Record<IdentityNumberProblem, string>,
  ein: {
    notEin: 'nine digits are needed, plain or with a hyphen after the second: 12-3456789',
    prefixNeverIssued: 'no number begins with these two digits',
  } satisfies Record<EinProblem, string>,
  sin: {
    notNineDigits: 'nine digits are needed, plain or in three groups: 123-456-782',
    firstDigitNeverIssued: 'no number of a person begins with 0 or 8',
    checkDigitWrong: 'the check digit, the last one, does not follow from the others',
  } satisfies Record<SinProblem, string>,
  nino: {
    notNino: 'two capitals, six digits and a letter are needed: AB123456C',
    prefixNeverIssued: 'no number begins with these two letters',
    suffixNeverIssued: 'the last letter must be A, B, C or D',
  } satisfies Record<NinoProblem, string>,
  idnr: {
    notElevenDigits: 'eleven digits are needed',
    leadingZero: 'the number never begins with 0',
    repetitionWrong:
      'among the first ten digits exactly one must stand twice or three times, the others once',
    checkDigitWrong: 'the check digit, the last one, does not follow from the others',
  } satisfies Record<IdNrProblem, string>,
  iban: {
    characterNotAllowed: 'at most 34 capitals and digits are needed, without blanks',
    countryUnknown: 'the first two letters name no country with IBANs',
    lengthWrong: 'the number is too short or too long for its country',
    structureWrong: 'letters and digits do not stand where its country has them',
    checkDigitsWrong: 'the check digits, third and fourth, do not follow from the others',
  } satisfies Record<IbanProblem, string>,
  bic: {
    notEightOrEleven: 'eight or eleven characters are needed',
    structureWrong: 'six capitals, then two or five capitals or digits are needed',
  } satisfies Record<BicProblem, string>,
  e164: {
    notE164: 'a plus sign and at most 15 digits are needed, after +1 exactly ten: +12075550134',
    areaCodeWrong: 'after +1 the area code must begin with 2 to 9',
    exchangeWrong: 'after +1 and the area code, the next digit must be 2 to 9',
  } satisfies Record<PhoneProblem, string>,
}
