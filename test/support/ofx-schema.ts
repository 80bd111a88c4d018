// The part of the published OFX 2.2 schema that a loan statement uses: the elements of each
// aggregate in their order, and which may be left out. An independent reading of it: nothing here
// comes from what writes the file.
import assert from 'node:assert/strict'
import { SaxesParser } from 'saxes'

const ORDER: Readonly<Record<string, readonly string[]>> = {
  OFX: ['SIGNONMSGSRSV1', 'LOANMSGSRSV1'],
  SIGNONMSGSRSV1: ['SONRS'],
  SONRS: [
    'STATUS',
    'DTSERVER',
    'USERKEY?',
    'TSKEYEXPIRE?',
    'LANGUAGE',
    'DTPROFUP?',
    'DTACCTUP?',
    'FI?',
    'SESSCOOKIE?',
    'ACCESSKEY?',
  ],
  FI: ['ORG', 'FID?'],
  STATUS: ['CODE', 'SEVERITY', 'MESSAGE?'],
  LOANMSGSRSV1: ['LOANSTMTTRNRS'],
  LOANSTMTTRNRS: ['TRNUID', 'STATUS', 'CLTCOOKIE?', 'LOANSTMTRS'],
  LOANSTMTRS: ['CURDEF', 'LOANACCTFROM', 'LOANTRANLIST', 'PRINBAL', 'AVAILBAL?', 'MKTGINFO?'],
  LOANACCTFROM: ['LOANACCTID', 'LOANACCTTYPE'],
  LOANTRANLIST: ['DTSTART', 'DTEND', 'LOANSTMTTRN*'],
  LOANSTMTTRN: [
    'LOANTRNTYPE',
    'DTPOSTED',
    'DTUSER?',
    'TRNAMT',
    'LOANTRNAMT',
    'FITID',
    'CORRECTFITID?',
    'CORRECTACTION?',
    'SRVRTID?',
    'CHECKNUM?',
    'REFNUM?',
    'NAME',
    'EXTDNAME?',
    'MEMO?',
  ],
  LOANTRNAMT: ['PRINAMT', 'INTAMT', 'ESCRWAMT?', 'INSURANCE?'],
  PRINBAL: ['BALAMT', 'PRINYTD', 'PRINLTD', 'DTASOF'],
}

const AMOUNT = /^-?\d{1,29}\.\d{2}$/
const DATE = /^\d{14}$/

const VALUES: Readonly<Record<string, RegExp>> = {
  LOANTRNTYPE: /^(PAYMENT|FEE|LATE|INT|ADVANCE|XFER|BALLOON|OTHER)$/,
  LOANACCTTYPE: /^(AUTO|CONSUMER|MORTGAGE|COMMERCIAL|STUDENT|MILITARY|SMB|CONSTR|HOMEEQUITY)$/,
  LOANACCTID: /^.{1,22}$/u,
  FITID: /^.{1,255}$/u,
  NAME: /^.{1,32}$/u,
  MEMO: /^.{1,255}$/u,
  ORG: /^.{1,32}$/u,
  TRNUID: /^.{1,36}$/,
  CURDEF: /^USD$/,
  LANGUAGE: /^(ENG|SPA)$/,
  CODE: /^0$/,
  SEVERITY: /^INFO$/,
  TRNAMT: AMOUNT,
  PRINAMT: AMOUNT,
  INTAMT: AMOUNT,
  BALAMT: AMOUNT,
  PRINYTD: AMOUNT,
  PRINLTD: AMOUNT,
  DTPOSTED: DATE,
  DTSERVER: DATE,
  DTSTART: DATE,
  DTEND: DATE,
  DTASOF: DATE,
}

/** Holds a whole file against the schema, element by element. */
export function assertIsOfx(file: string): void {
  assert.match(
    file,
    /^<\?xml version="1\.0" encoding="UTF-8" standalone="no"\?>\r\n<\?OFX OFXHEADER="200" VERSION="220" SECURITY="NONE" OLDFILEUID="NONE" NEWFILEUID="NONE"\?>\r\n<OFX>/,
  )
  const open: { name: string; children: string[]; text: string }[] = []
  const parser = new SaxesParser()
  parser.on('error', (error) => assert.fail(error.message))
  parser.on('opentag', ({ name, attributes }) => {
    assert.deepEqual(Object.keys(attributes), [], name)
    open.at(-1)?.children.push(name)
    open.push({ name, children: [], text: '' })
  })
  parser.on('text', (text) => {
    const at = open.at(-1)
    if (at) at.text += text
  })
  parser.on('closetag', () => {
    const closed = open.pop()
    assert.ok(closed)
    const { name, children, text } = closed
    const order = ORDER[name]
    if (!order) {
      assert.deepEqual(children, [], name)
      const form = VALUES[name]
      assert.ok(form, `${name} is an element of a loan statement`)
      return void assert.match(text, form, name)
    }
    assert.equal(text.trim(), '', name)
    assert.match(`${children.join(' ')} `, patternOf(order), name)
  })
  parser.write(file).close()
}

function patternOf(order: readonly string[]): RegExp {
  const parts = order.map((each) => {
    const mark = /[?*]$/.exec(each)?.[0] ?? ''
    return `(?:${each.replace(/[?*]$/, '')} )${mark}`
  })
  return new RegExp(`^${parts.join('')}$`)
}
