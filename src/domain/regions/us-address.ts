// Postal addresses of the United States: the two letters of a state and its ZIP codes (USPS
// Publication 28, Appendix B, and the first digit of the national area).
// Example: toState('ohio') = 'OH'; isZipOfState({ state: 'OH', postalCode: '04101' }) = false.

/** States, the District of Columbia, territories, freely associated states, and the military. */
export const STATES: Readonly<Record<string, { readonly name: string; readonly zip: RegExp }>> = {
  AL: { name: 'Alabama', zip: /^3/ },
  AK: { name: 'Alaska', zip: /^9/ },
  AS: { name: 'American Samoa', zip: /^9/ },
  AZ: { name: 'Arizona', zip: /^8/ },
  AR: { name: 'Arkansas', zip: /^7/ },
  AA: { name: 'Armed Forces Americas', zip: /^340/ },
  AE: { name: 'Armed Forces Europe', zip: /^09/ },
  AP: { name: 'Armed Forces Pacific', zip: /^96[2-6]/ },
  CA: { name: 'California', zip: /^9/ },
  CO: { name: 'Colorado', zip: /^8/ },
  CT: { name: 'Connecticut', zip: /^0/ },
  DE: { name: 'Delaware', zip: /^1/ },
  DC: { name: 'District of Columbia', zip: /^(2|569)/ },
  FM: { name: 'Federated States of Micronesia', zip: /^9/ },
  FL: { name: 'Florida', zip: /^3/ },
  GA: { name: 'Georgia', zip: /^3/ },
  GU: { name: 'Guam', zip: /^9/ },
  HI: { name: 'Hawaii', zip: /^9/ },
  ID: { name: 'Idaho', zip: /^8/ },
  IL: { name: 'Illinois', zip: /^6/ },
  IN: { name: 'Indiana', zip: /^4/ },
  IA: { name: 'Iowa', zip: /^5/ },
  KS: { name: 'Kansas', zip: /^6/ },
  KY: { name: 'Kentucky', zip: /^4/ },
  LA: { name: 'Louisiana', zip: /^7/ },
  ME: { name: 'Maine', zip: /^0/ },
  MH: { name: 'Marshall Islands', zip: /^9/ },
  MD: { name: 'Maryland', zip: /^2/ },
  MA: { name: 'Massachusetts', zip: /^0/ },
  MI: { name: 'Michigan', zip: /^4/ },
  MN: { name: 'Minnesota', zip: /^5/ },
  MS: { name: 'Mississippi', zip: /^3/ },
  MO: { name: 'Missouri', zip: /^6/ },
  MT: { name: 'Montana', zip: /^5/ },
  NE: { name: 'Nebraska', zip: /^6/ },
  NV: { name: 'Nevada', zip: /^8/ },
  NH: { name: 'New Hampshire', zip: /^0/ },
  NJ: { name: 'New Jersey', zip: /^0/ },
  NM: { name: 'New Mexico', zip: /^8/ },
  NY: { name: 'New York', zip: /^(1|005|06390)/ },
  NC: { name: 'North Carolina', zip: /^2/ },
  ND: { name: 'North Dakota', zip: /^5/ },
  MP: { name: 'Northern Mariana Islands', zip: /^9/ },
  OH: { name: 'Ohio', zip: /^4/ },
  OK: { name: 'Oklahoma', zip: /^7/ },
  OR: { name: 'Oregon', zip: /^9/ },
  PW: { name: 'Palau', zip: /^9/ },
  PA: { name: 'Pennsylvania', zip: /^1/ },
  PR: { name: 'Puerto Rico', zip: /^0/ },
  RI: { name: 'Rhode Island', zip: /^0/ },
  SC: { name: 'South Carolina', zip: /^2/ },
  SD: { name: 'South Dakota', zip: /^5/ },
  TN: { name: 'Tennessee', zip: /^3/ },
  TX: { name: 'Texas', zip: /^(7|885)/ },
  UT: { name: 'Utah', zip: /^8/ },
  VT: { name: 'Vermont', zip: /^0/ },
  VI: { name: 'Virgin Islands', zip: /^0/ },
  VA: { name: 'Virginia', zip: /^2/ },
  WA: { name: 'Washington', zip: /^9/ },
  WV: { name: 'West Virginia', zip: /^2/ },
  WI: { name: 'Wisconsin', zip: /^5/ },
  WY: { name: 'Wyoming', zip: /^8/ },
}

/** The two letters of a state that is written by them or by its name; null: there is none. */
export function toState(typed: string): string | null {
  const text = typed
    .trim()
    .replace(/[\s.]+/g, ' ')
    .toUpperCase()
    .trim()
  if (Object.hasOwn(STATES, text)) return text
  const found = Object.entries(STATES).find(([, { name }]) => name.toUpperCase() === text)
  return found?.[0] ?? null
}

/**
 * Whether the ZIP code begins as those of the state do. A few places at a border have the ZIP code
 * of the state next to theirs: ask, do not refuse.
 */
export function isZipOfState(place: { readonly state: string; readonly postalCode: string }) {
  return STATES[place.state]?.zip.test(place.postalCode) ?? false
}
