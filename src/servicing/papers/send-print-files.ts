// What goes by mail leaves in files: letters are bound to a numbered file in one transaction, its
// bytes lie with the files before it is delivered, and done again the same bytes go under the same
// name. A letter whose reader has no address any more is set aside; it holds up none of the others.
import { createHash } from 'node:crypto'
import { Readable } from 'node:stream'
import { assert } from '#src/domain/assert.ts'
import { type LetterToPrint, printFileBytes } from '#src/formats/print/print-file.ts'
import type { Bank } from '#src/gateways/bank.ts'
import { readAccount } from '#src/store/accounts/accounts.ts'
import { readObligor } from '#src/store/accounts/obligors.ts'
import { mailedPaper } from '#src/store/documents/mailed-papers.ts'
import {
  insertPrintFile,
  type Letter,
  lettersOf,
  nextFileNumber,
  openPrintFiles,
  type PrintFile,
  setDelivered,
  setFileDigest,
  waitingLetters,
} from '#src/store/documents/print-files.ts'
import type { PaperContext } from '../documents/paper-context.ts'
import { lettersToSend } from './set-letter-aside.ts'

/** `printHouse`: where files go; where there is none, letters wait. */
export type PrintContext = PaperContext & { readonly printHouse?: Pick<Bank, 'deliver'> | null }

/** Held in memory while it is written. */
const MOST_LETTERS = 200

/** Sends what waits, and what did not arrive before. Answers how many letters went. */
export async function sendPrintFiles(ctx: PrintContext): Promise<number> {
  const { printHouse = null } = ctx
  if (printHouse === null) return 0
  while (await bindLetters(ctx)) {
    // Until none waits.
  }
  let sent = 0
  for (const file of await openPrintFiles(ctx.db)) {
    const { bytes, letters } = await bytesOf(ctx, file)
    await printHouse.deliver(file.name, Readable.from([bytes]))
    const at = ctx.clock.now()
    await ctx.db.transaction().execute((tx) => setDelivered(tx, { id: file.id, at }))
    sent += letters
  }
  return sent
}

/** False where nothing waits. */
async function bindLetters(ctx: PrintContext): Promise<boolean> {
  const waiting = await waitingLetters(ctx.db, MOST_LETTERS)
  if (waiting.length === 0) return false
  const letters = await lettersToSend(ctx, waiting)
  if (letters.length === 0) return true
  await ctx.db.transaction().execute(async (tx) => {
    const number = await nextFileNumber(tx)
    const name = `papers-${String(number).padStart(6, '0')}.zip`
    const file = { id: ctx.newId(), number, name, madeAt: ctx.clock.now() }
    const bound = await insertPrintFile(tx, file, letters)
    assert(bound === letters.length, 'another run took some of these letters: this one ends')
  })
  return true
}

type FileBytes = { readonly bytes: Buffer; readonly letters: number }

async function bytesOf(ctx: PrintContext, file: PrintFile): Promise<FileBytes> {
  const { id, digest: kept } = file
  if (kept !== null) return { bytes: await ctx.files.get(kept), letters: file.letters }
  // An address may be gone since the letters were bound.
  const letters = await lettersToSend(ctx, await lettersOf(ctx.db, id))
  const sheets: LetterToPrint[] = []
  for (const letter of letters) sheets.push(await printed(ctx, letter))
  const bytes = await printFileBytes(sheets, file)
  const digest = createHash('sha256').update(bytes).digest()
  await ctx.files.put(digest, bytes)
  const made = { id, digest, letters: letters.length }
  const standing = await ctx.db.transaction().execute((tx) => setFileDigest(tx, made))
  assert(standing, 'another run set a letter of this file aside: this one ends')
  const own = standing.equals(digest)
  return { bytes: own ? bytes : await ctx.files.get(standing), letters: letters.length }
}

async function printed(ctx: PrintContext, letter: Letter): Promise<LetterToPrint> {
  const { accountId, obligorId, paper } = letter
  const [account, person, found] = await Promise.all([
    readAccount(ctx.db, accountId),
    readObligor(ctx.db, ctx.vault, { accountId, obligorId }),
    mailedPaper(ctx.db, { accountId, ...paper }),
  ])
  assert(account && person?.details.address && found, 'a letter has a paper and an address')
  const { givenName, familyName, address } = person.details
  return {
    ...{ documentId: paper.id, kind: found.kind, onDate: found.onDate, language: found.locale },
    accountEnding: account.accountNumber.slice(-4),
    to: `${givenName} ${familyName}`,
    address,
    bytes: await ctx.files.get(found.digest),
  }
}
