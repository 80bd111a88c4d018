// Each return reason code with what is to follow from it.
// Source: code names of moov-io/ach addenda99.go (commit c6bd237); policy by bank originator guides
// (bankfivenine.com, stockmanbank.com, vacul.org) and legalclarity.org for Nacha subsection 2.12.4;
// a code outside the table is reversed and goes before a person.

/** After the payment is taken back. */
export type Wanted = {
  readonly payment: 'tried again' | 'returned' | 'untouched'
  readonly bankAccount: 'stopped' | 'goes on'
  readonly task: 'none' | 'returnReview' | 'returnBetweenBanks'
}

const OUTCOMES = {
  reinitiate: { payment: 'tried again', bankAccount: 'goes on', task: 'none' },
  stopAndFix: { payment: 'returned', bankAccount: 'stopped', task: 'none' },
  stopAndRevoke: { payment: 'returned', bankAccount: 'stopped', task: 'none' },
  stop: { payment: 'returned', bankAccount: 'stopped', task: 'none' },
  stopAndAsk: { payment: 'returned', bankAccount: 'stopped', task: 'returnReview' },
  ownError: { payment: 'returned', bankAccount: 'goes on', task: 'returnReview' },
  betweenBanks: { payment: 'untouched', bankAccount: 'goes on', task: 'returnBetweenBanks' },
} as const satisfies Record<string, Wanted>

const CODES: Record<keyof typeof OUTCOMES, string> = {
  reinitiate: 'R01 R09',
  stopAndFix: 'R02 R03 R04 R12 R13 R20 R28',
  stopAndRevoke: 'R05 R07 R10 R29 R51',
  stop: 'R08',
  // Correct and send again, deceased, frozen, questionable, classes that are never entered, unknown.
  stopAndAsk: `R11 R14 R15 R16 R17 R30 R32 R33 R34 R35 R36 R37 R38 R39 R40 R41 R42 R43 R44 R45 R46
    R47 R50 R52 R53 R80 R81 R82 R83 R84 R85 R90 R96 R97 R48 R60`,
  ownError: 'R06 R18 R19 R21 R22 R23 R24 R25 R26 R27 R31',
  betweenBanks: 'R61 R62 R67 R68 R69 R70 R71 R72 R73 R74 R75 R76 R77',
}

export const RETURN_CODES: readonly { readonly code: string; readonly wanted: Wanted }[] = (
  Object.keys(CODES) as (keyof typeof OUTCOMES)[]
).flatMap((policy) =>
  CODES[policy].split(/\s+/).map((code) => ({ code, wanted: OUTCOMES[policy] })),
)
