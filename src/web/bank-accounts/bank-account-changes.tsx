// GET /accounts/:id/bank-accounts/:bank, and the forms on it: amounts, check, name, default.
import type { Hono } from 'hono'
import * as z from 'zod'
import type { Outcome } from '#src/domain/refusal.ts'
import { parseDeposit } from '#src/domain/rules/funding/funding-check.ts'
import { readForm } from '#src/http/form.ts'
import {
  makeFundingDefault,
  renameFundingAccount,
} from '#src/servicing/funding/change-funding-account.ts'
import { checkAgain } from '#src/servicing/funding/check-again.ts'
import { typeDeposits } from '#src/servicing/funding/type-deposits.ts'
import { readFundingAccount } from '#src/store/payments/funding-accounts.ts'
import type { Words } from '#src/words/words.ts'
import type { WebEnv } from '../request-context.ts'
import { steppedUpForm } from '../security/step-up.tsx'
import { bankAccountView } from './bank-account-page.tsx'
import {
  type BankAccountProblem,
  type BankAccountVisit,
  bankAccountPage,
  pathOfBank,
} from './one-bank-account.ts'

export function registerBankAccountChanges(app: Hono<WebEnv>): void {
  app.get(
    '/accounts/:id/bank-accounts/:bank',
    bankAccountPage(async (found) => bankAccountView(found)),
  )
  app.post('/accounts/:id/bank-accounts/:bank/amounts', bankAccountPage(sure(amounts)))
  app.post('/accounts/:id/bank-accounts/:bank/check', bankAccountPage(sure(check)))
  app.post('/accounts/:id/bank-accounts/:bank/name', bankAccountPage(name))
  app.post('/accounts/:id/bank-accounts/:bank/default', bankAccountPage(makeDefault))
}

/** What makes an account one to take money from asks once more who it is, as adding it does. */
function sure(handle: (found: BankAccountVisit) => Promise<Response>) {
  return (found: BankAccountVisit): Promise<Response> => {
    const { c, session } = found.visit
    return steppedUpForm(c, session, {
      action: 'verifyBankAccount',
      back: pathOfBank(found),
      handle: () => handle(found),
    })
  }
}

async function amounts(found: BankAccountVisit): Promise<Response> {
  const { c, ctx, owner, reader } = found.visit
  const { typed } = c.get('form')
  const form = readForm(amountsForm(reader.words), typed, reader.words)
  if (!form.ok) return bankAccountView(found, { problems: form.problems, typed: {} })
  const { first, second, key } = form.value
  const fundingAccountId = found.funding.id
  const pair = [first, second] as const
  const answer = await typeDeposits(ctx, owner, { fundingAccountId, amounts: pair, key })
  return answered(found, answer, { field: 'first', done: 'verified' })
}

async function check(found: BankAccountVisit): Promise<Response> {
  const { ctx, owner } = found.visit
  const answer = await checkAgain(ctx, owner, { fundingAccountId: found.funding.id })
  return answered(found, answer, { field: 'key', done: '' })
}

async function name(found: BankAccountVisit): Promise<Response> {
  const { c, ctx, owner, reader } = found.visit
  const { typed } = c.get('form')
  const form = readForm(nameForm(reader.words), typed, reader.words)
  if (!form.ok) return bankAccountView(found, { problems: form.problems, typed })
  const { nickname, bankName } = form.value
  const fundingAccountId = found.funding.id
  const order = { fundingAccountId, nickname: nickname === '' ? null : nickname, bankName }
  const answer = await renameFundingAccount(ctx, owner, order)
  return answered(found, answer, { field: 'nickname', done: 'name' })
}

async function makeDefault(found: BankAccountVisit): Promise<Response> {
  const { ctx, owner } = found.visit
  const answer = await makeFundingDefault(ctx, owner, { fundingAccountId: found.funding.id })
  return answered(found, answer, { field: 'key', done: 'default' })
}

/** To the page again, as the account stands now; with why not, where it was refused. */
async function answered(
  found: BankAccountVisit,
  answer: Outcome<unknown>,
  to: { readonly field: string; readonly done: string },
): Promise<Response> {
  const { c, ctx, owner, reader } = found.visit
  const path = pathOfBank(found)
  if (answer.ok) return c.redirect(to.done === '' ? path : `${path}?done=${to.done}`, 303)
  const message = reader.words.refusals.sentence(answer.refusal, reader.locale)
  const isTry = answer.refusal.code === 'depositsWrong'
  const problem: BankAccountProblem = {
    problems: [{ field: isTry ? to.field : 'key', message }],
    typed: {},
  }
  const now = await readFundingAccount(ctx.db, { ...owner, id: found.funding.id })
  return bankAccountView({ ...found, funding: now ?? found.funding }, problem)
}

function amountsForm(words: Words) {
  const { wrong } = words.bankAccounts.verify
  const amount = z.string().transform((text, ctx): number => {
    const value = parseDeposit(text)
    if (value !== null) return value
    ctx.issues.push({ code: 'custom', message: wrong, input: text })
    return z.NEVER
  })
  return z.object({ first: amount, second: amount, key: z.uuid() })
}

function nameForm(words: Words) {
  const w = words.bankAccounts.add
  return z.object({
    nickname: z.string().trim().max(40, w.nicknameWrong),
    bankName: z.string().trim().min(1, w.nameMissing).max(60, w.nameMissing),
  })
}
