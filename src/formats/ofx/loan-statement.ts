// A loan statement as finance programs read it: OFX 2.2 (Open Financial Exchange), LOANSTMTRS. The
// order of the elements is that of the published schema; every one that is not optional is there.
import type { CivilDate } from '#src/domain/calendar.ts'
import { type Cents, toDollars } from '#src/domain/money.ts'
import type { LoanMovement } from './loan-movements.ts'

export type OfxLine = Pick<
  LoanMovement,
  'id' | 'kind' | 'on' | 'amount' | 'principal' | 'interest'
> & {
  readonly name: string
  /** What the elements have no place for; empty where there is nothing. */
  readonly memo: string
}

export type OfxLoanStatement = {
  readonly madeAt: string
  readonly language: 'en' | 'es'
  readonly lender: string
  /** Names the loan to the program: the same in each file, and no other loan's. */
  readonly loanId: string
  readonly from: CivilDate
  readonly through: CivilDate
  readonly lines: readonly OfxLine[]
  readonly principal: {
    readonly owed: Cents
    readonly paidThisYear: Cents
    readonly paidInAll: Cents
    readonly asOf: CivilDate
  }
}

/** The whole file. */
export function ofxLoanStatement(statement: OfxLoanStatement): string {
  const { madeAt, language, lender, loanId, from, through, lines, principal } = statement
  const body = element('OFX', [
    element('SIGNONMSGSRSV1', [
      element('SONRS', [
        OK,
        element('DTSERVER', madeAt.slice(0, 19).replace(/\D/g, '')),
        element('LANGUAGE', language === 'es' ? 'SPA' : 'ENG'),
        element('FI', [element('ORG', cut(lender, 32))]),
      ]),
    ]),
    element('LOANMSGSRSV1', [
      element('LOANSTMTTRNRS', [
        // A file that nobody asked for by a request.
        element('TRNUID', '0'),
        OK,
        element('LOANSTMTRS', [
          element('CURDEF', 'USD'),
          element('LOANACCTFROM', [
            element('LOANACCTID', cut(loanId, 22)),
            element('LOANACCTTYPE', 'AUTO'),
          ]),
          element('LOANTRANLIST', [
            element('DTSTART', day(from)),
            element('DTEND', day(through)),
            ...lines.map(transaction),
          ]),
          element('PRINBAL', [
            element('BALAMT', toDollars(principal.owed)),
            element('PRINYTD', toDollars(principal.paidThisYear)),
            element('PRINLTD', toDollars(principal.paidInAll)),
            element('DTASOF', day(principal.asOf)),
          ]),
        ]),
      ]),
    ]),
  ])
  return `${HEADER}\r\n${body}\r\n`
}

const HEADER = [
  '<?xml version="1.0" encoding="UTF-8" standalone="no"?>',
  '<?OFX OFXHEADER="200" VERSION="220" SECURITY="NONE" OLDFILEUID="NONE" NEWFILEUID="NONE"?>',
].join('\r\n')

const TYPES: Readonly<Partial<Record<OfxLine['kind'], string>>> = {
  boarded: 'ADVANCE',
  payment: 'PAYMENT',
  reportedMonth: 'PAYMENT',
  fee: 'FEE',
  lateCharge: 'LATE',
}

function transaction(line: OfxLine): string {
  return element('LOANSTMTTRN', [
    element('LOANTRNTYPE', TYPES[line.kind] ?? 'OTHER'),
    element('DTPOSTED', day(line.on)),
    element('TRNAMT', toDollars(line.amount)),
    element('LOANTRNAMT', [
      element('PRINAMT', toDollars(line.principal)),
      element('INTAMT', toDollars(line.interest)),
    ]),
    element('FITID', line.id),
    element('NAME', cut(line.name, 32)),
    ...(line.memo === '' ? [] : [element('MEMO', cut(line.memo, 255))]),
  ])
}

/** Noon of Greenwich: the same day wherever the lender's customers live. */
function day(on: CivilDate): string {
  return `${on.replaceAll('-', '')}120000`
}

function element(name: string, holds: string | readonly string[]): string {
  const inner = typeof holds === 'string' ? escaped(holds) : `\r\n${holds.join('\r\n')}\r\n`
  return `<${name}>${inner}</${name}>`
}

const OK = element('STATUS', [element('CODE', '0'), element('SEVERITY', 'INFO')])

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')
}

/** By whole characters: a text may be longer than its field. */
function cut(text: string, most: number): string {
  return [...text].slice(0, most).join('')
}
