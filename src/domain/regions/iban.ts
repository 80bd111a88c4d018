// Bank accounts and banks of the SEPA area and beyond: IBAN (ISO 13616) and BIC (ISO 9362).
// Example: checkIban('DE89370400440532013000') = null; checkBic('DEUTDEDBDUE') = null.

export type IbanProblem =
  | 'countryUnknown'
  | 'lengthWrong'
  | 'structureWrong'
  | 'checkDigitsWrong'
  | 'characterNotAllowed'

/** Capitals and digits without blanks: the country's length and structure, then MOD 97-10. */
export function checkIban(text: string): IbanProblem | null {
  if (!/^[A-Z0-9]{1,34}$/.test(text)) return 'characterNotAllowed'
  const structure = STRUCTURES.get(text.slice(0, 2))
  if (structure === undefined) return 'countryUnknown'
  const account = text.slice(4)
  if (account.length !== structure.length) return 'lengthWrong'
  if (!/^\d{2}/.test(text.slice(2)) || !fits(account, structure)) return 'structureWrong'
  // ISO 7064, MOD 97-10: the first four characters go behind, letters count from A = 10.
  return remainderOf97(account + text.slice(0, 4)) === 1 ? null : 'checkDigitsWrong'
}

export type BicProblem = 'notEightOrEleven' | 'structureWrong'

/** Four letters for the bank, two for the country, two characters, and three more for a branch. */
export function checkBic(text: string): BicProblem | null {
  if (text.length !== 8 && text.length !== 11) return 'notEightOrEleven'
  return /^[A-Z]{6}[A-Z0-9]{2}([A-Z0-9]{3})?$/.test(text) ? null : 'structureWrong'
}

function fits(account: string, structure: string): boolean {
  return [...account].every((character, at) => {
    const kind = structure[at]
    return kind === 'c' || (kind === 'n' ? /\d/ : /[A-Z]/).test(character)
  })
}

function remainderOf97(text: string): number {
  let rest = 0
  for (const character of text) {
    const value = Number.parseInt(character, 36)
    rest = (rest * (value > 9 ? 100 : 10) + value) % 97
  }
  return rest
}

/**
 * Account part by country: counts of digits (n), letters (a) and either (c). Figures of the IBAN
 * registry (SWIFT); those of before 2017 as kept in arthurdejong/python-stdnum, stdnum/iban.dat.
 */
const REGISTRY = `
AD 8n12c  AE 19n  AL 8n16c  AT 16n  AZ 4a20c  BA 16n  BE 12n  BG 4a6n8c  BH 4a14c  BI 23n
BR 23n1a1c  BY 4c4n16c  CH 5n12c  CR 18n  CY 8n16c  CZ 20n  DE 18n  DJ 23n  DK 14n  DO 4c20n
EE 16n  EG 25n  ES 20n  FI 14n  FK 2a12n  FO 14n  FR 10n11c2n  GB 4a14n  GE 2a16n  GI 4a15c
GL 14n  GR 7n16c  GT 24c  HN 4a20n  HR 17n  HU 24n  IE 4a14n  IL 19n  IQ 4a15n  IS 22n
IT 1a10n12c  JO 4a4n18c  KW 4a22c  KZ 3n13c  LB 4n20c  LC 4a24c  LI 5n12c  LT 16n  LU 3n13c
LV 4a13c  LY 21n  MC 10n11c2n  MD 20c  ME 18n  MK 3n10c2n  MN 16n  MR 23n  MT 4a5n18c
MU 4a19n3a  NI 4a20n  NL 4a10n  NO 11n  OM 3n16c  PK 4a16c  PL 24n  PS 4a21c  PT 21n
QA 4a21c  RO 4a16c  RS 18n  RU 14n15c  SA 2n18c  SC 4a20n3a  SD 14n  SE 20n  SI 15n  SK 20n
SM 1a10n12c  SO 19n  ST 21n  SV 4a20n  TL 19n  TN 20n  TR 6n16c  UA 6n19c  VA 18n  VG 4a16n
XK 16n  YE 4a4n18c`

/** Two letters to one kind for each place of the account part. */
const STRUCTURES: ReadonlyMap<string, string> = new Map(
  [...REGISTRY.matchAll(/([A-Z]{2}) (\w+)/g)].map(([, country = '', counts = '']) => [
    country,
    counts.replace(/(\d+)([nac])/g, (_, count: string, kind: string) => kind.repeat(Number(count))),
  ]),
)
