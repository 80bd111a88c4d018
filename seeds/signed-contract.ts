// A signed contract for the demo, as a scanner would bring it: one page, set with pdf-lib, plainly
// marked as invented. It comes the way that a boarding file's papers come.
import { PDFDocument, type PDFFont, type PDFPage, rgb, StandardFonts } from '@cantoo/pdf-lib'
import type { BoardingRecord, LoanRecord } from '#src/domain/account/boarding.ts'
import { assert } from '#src/domain/assert.ts'
import { dueDate } from '#src/domain/contract/schedule.ts'
import { type Cents, cents } from '#src/domain/money.ts'
import type { Keyturn } from '#src/main.ts'
import { openPaperGate } from '#src/parts.ts'
import type { ServicingContext } from '#src/servicing/context.ts'
import { attachBoardedPaper } from '#src/servicing/papers/attach-boarded-paper.ts'
import type { PaperGate } from '#src/servicing/papers/attach-paper.ts'
import { findAccountByNumber } from '#src/store/accounts/directory.ts'
import { formatDate, formatMoney, formatRate } from '#src/words/format.ts'
import type { Story } from './story.ts'

/** The two borrowers', on the disk where the portal looks for it. */
export async function plantSignedContract(
  ctx: ServicingContext,
  { config }: Pick<Keyturn, 'config'>,
  stories: readonly Story[],
): Promise<void> {
  const record = stories.map((each) => each.record).find(isPairs)
  assert(record, 'the two borrowers are in the book')
  await attachSigned({ ...ctx, ...openPaperGate(config) }, record)
}

function isPairs(record: BoardingRecord): record is LoanRecord {
  return record.product === 'loan' && record.accountNumber === '1048264458'
}

/** Attaches it for everybody who owes. */
export async function attachSigned(
  ctx: ServicingContext & PaperGate,
  record: LoanRecord,
): Promise<void> {
  const number = record.accountNumber
  const accountId = await findAccountByNumber(ctx.db, ctx.vault, { kind: 'account', number })
  assert(accountId, `${number} is on the books`)
  const { start: on } = record.contract
  const title = 'Retail installment contract'
  const outcome = await attachBoardedPaper(ctx, {
    accountId,
    paper: { kind: 'contract', title, on, locale: 'en', seenBy: 'everybody', file: 'demo' },
    bytes: await signedContract(record, ctx.lender.name),
    ...{ source: 'demo', line: 1 },
  })
  assert(outcome.is === 'attached', `the contract of ${number} is attached`)
}

async function signedContract(record: LoanRecord, lender: string): Promise<Uint8Array> {
  const document = await PDFDocument.create()
  document.setTitle('Retail installment contract (invented, for a demo)')
  document.setLanguage('en')
  const signedOn = new Date(`${record.contract.start}T12:00:00Z`)
  document.setCreationDate(signedOn)
  document.setModificationDate(signedOn)
  const page = document.addPage([612, 792])
  const fonts = {
    plain: await document.embedFont(StandardFonts.Helvetica),
    bold: await document.embedFont(StandardFonts.HelveticaBold),
    hand: await document.embedFont(StandardFonts.TimesRomanItalic),
  }
  draw(page, fonts, { record, lender })
  return document.save()
}

type Fonts = Readonly<Record<'plain' | 'bold' | 'hand', PDFFont>>

const INK = rgb(0.1, 0.12, 0.16)
const QUIET = rgb(0.38, 0.4, 0.45)

function draw(page: PDFPage, fonts: Fonts, of: { record: LoanRecord; lender: string }): void {
  let y = 724
  const line = (text: string, font: PDFFont, size = 10.5, color = INK) => {
    page.drawText(text, { x: 60, y, font, size, color, maxWidth: 492, lineHeight: size * 1.45 })
    y -= size * 1.45 * Math.ceil(font.widthOfTextAtSize(text, size) / 492)
  }
  const { record, lender } = of
  line('INVENTED FOR A DEMO. Nobody signed this, and nothing is owed under it.', fonts.bold, 9)
  y -= 14
  line('Retail installment contract', fonts.bold, 20)
  line(`${lender}, creditor, by assignment of the seller`, fonts.plain, 10.5, QUIET)
  y -= 16
  for (const [label, value] of termsOf(record)) {
    page.drawText(label, { x: 60, y, font: fonts.plain, size: 10.5, color: QUIET })
    page.drawText(value, { x: 250, y, font: fonts.bold, size: 10.5, color: INK })
    page.drawRectangle({ x: 60, y: y - 7, width: 492, height: 0.5, color: rgb(0.85, 0.86, 0.88) })
    y -= 24
  }
  y -= 12
  for (const clause of clausesOf(record)) {
    line(clause, fonts.plain)
    y -= 8
  }
  y -= 34
  sign(page, fonts, { record, y })
}

function termsOf({ contract, obligors, vehicle }: LoanRecord): [string, string][] {
  const money = (amount: Cents) => formatMoney(amount, 'en')
  const { principal, payment, payments, rate } = contract
  const total = cents(payment * payments)
  const names = obligors.map(({ givenName, familyName }) => `${givenName} ${familyName}`)
  const day = (number: number) => formatDate(dueDate(contract, number), 'en', 'dated')
  return [
    ['Buyers', names.join(' and ')],
    ['Vehicle', `${vehicle.modelYear} ${vehicle.make} ${vehicle.model}, ${vehicle.vin}`],
    ['Annual percentage rate', formatRate(rate)],
    ['Amount financed', money(principal)],
    ['Total of payments', money(total)],
    ['Finance charge', money(cents(total - principal))],
    ['Payments', `${payments} of ${money(payment)}, each month from ${day(1)}`],
    ['Last payment', `${day(payments)}, in the amount that is then still owed`],
  ]
}

function clausesOf({ contract }: LoanRecord): string[] {
  const { lateCharge } = contract
  return [
    '1. Interest is counted each day on the unpaid amount financed. Paying early costs nothing.',
    '2. Money goes to interest first, then to the amount financed, then to charges.',
    lateCharge
      ? `3. A payment more than ${lateCharge.graceDays} days late costs ${formatRate(lateCharge.percentPpb)} of it, once.`
      : '3. There is no late charge.',
    '4. The seller keeps a lien on the vehicle until all is paid; then the title is released.',
  ]
}

function sign(page: PDFPage, fonts: Fonts, of: { record: LoanRecord; y: number }): void {
  const { y } = of
  const { obligors, contract } = of.record
  for (const [index, { givenName, familyName }] of obligors.entries()) {
    const x = 60 + index * 260
    const name = `${givenName} ${familyName}`
    page.drawText(name, {
      x: x + 8,
      y: y + 6,
      font: fonts.hand,
      size: 22,
      color: rgb(0.1, 0.2, 0.5),
    })
    page.drawRectangle({ x, y, width: 220, height: 0.7, color: INK })
    const under = `${name}, ${formatDate(contract.start, 'en', 'dated')}`
    page.drawText(under, { x, y: y - 14, font: fonts.plain, size: 9, color: QUIET })
  }
}
