// Sealed values of every kind on a database of the test's own, and whether they all open.
import { randomUUID } from 'node:crypto'
import { sql } from 'kysely'
import { date } from '#src/domain/calendar.ts'
import { openSecret, sealSecret } from '#src/identity/factors/authenticators.ts'
import { heldFormContext } from '#src/identity/forms/held-form.ts'
import { openAddressee } from '#src/identity/messages/addressee.ts'
import { sendCodeTo } from '#src/identity/messages/send-messages.ts'
import { newContactContext } from '#src/identity/profile/start-contact.ts'
import { holdProof, readProof } from '#src/identity/proof/prove-account.ts'
import { startVisitorSession } from '#src/identity/sessions.ts'
import { insertObligorChange, readChangedValues } from '#src/store/accounts/obligor-changes.ts'
import { insertObligors, readObligors } from '#src/store/accounts/obligors.ts'
import { openReceiver } from '#src/store/ach/ach-entries.ts'
import { openReport } from '#src/store/ach/bank-reports.ts'
import { openCorrected } from '#src/store/ach/report-items.ts'
import { readCredit } from '#src/store/desk-money/received-credits.ts'
import { readDocument } from '#src/store/documents/documents.ts'
import { insertAuthenticator, readAuthenticators } from '#src/store/logins/authenticators.ts'
import { keepHeldForm } from '#src/store/logins/held-forms.ts'
import { insertSentCode, readUnusedCode } from '#src/store/logins/sent-codes.ts'
import { insertEnrollment, readEnrollment } from '#src/store/logins/totp-enrollments.ts'
import { openBankNumbers } from '#src/store/payments/bank-numbers.ts'
import { insertFundingAccount } from '#src/store/payments/funding-accounts.ts'
import { insertFundingCheck, openDeposits } from '#src/store/payments/funding-checks.ts'
import type { Vault } from '#src/vault/vault.ts'
import type { MigratedDatabase } from './database.ts'
import { identityDeps, movableClock, sessionOf, visit } from './identity-world.ts'
import { insertTestReport, REPORTED } from './reported.ts'
import { plantLogin } from './second-factors.ts'
import { insertTestAccount, OBLIGOR, VIN } from './stored-account.ts'
import { insertTestCredit, WRITTEN } from './test-credit.ts'
import { insertTestIntended, openTestIntended, PAYER } from './test-intended.ts'
import { insertTestPaper, WRITTEN_ON_PAPER } from './test-paper.ts'
import { insertTestPrenote, RECEIVER } from './waiting-entry.ts'

const NUMBERS = {
  routingNumber: '021000021',
  accountNumber: '9000111222',
  holderName: 'Dana Oakes',
}
const SECRETS = {
  app: 'APPSECRET',
  adding: 'ADDINGSECRET',
  form: '{"accountNumber":"9000111222"}',
  contact: '+16145550177',
  was: '12 Alder Street',
}
const DEPOSITS = [7, 42] as const
const CONTACT = { to: 'dana@example.com', locale: 'en', code: '481516' } as const

/** One sealed value of every other kind, and `obligors` people. */
export async function sealedBook(database: MigratedDatabase, obligors: number) {
  const { db, vault } = database
  const deps = identityDeps(database, movableClock())
  const { account, obligorId } = await db
    .transaction()
    .execute((tx) => insertTestAccount(tx, vault))
  const { accountId } = account
  const person = { accountId, obligorId }
  const addObligors = (count: number, by: Vault) => {
    const people = Array.from({ length: count }, () => ({
      accountId,
      id: randomUUID(),
      vin: VIN,
      details: OBLIGOR,
    }))
    return db.transaction().execute((tx) => insertObligors(tx, by, people))
  }
  await addObligors(obligors - 1, vault)
  const [fundingId, checkId] = [randomUUID(), randomUUID()]
  const { token, session } = { ...(await startVisitorSession(deps, visit())) }
  const until = '2027-01-01T00:00:00.000Z'
  const purpose = 'registration'
  const proof = { purpose, accountId, obligorId, loginId: null, until, shown: null } as const
  const now = deps.clock.now()
  const loginId = await plantLogin(database, deps, { username: 'dana.oakes', person })
  const [app, adding, form] = [randomUUID(), randomUUID(), randomUUID()]
  const [code, changed] = [randomUUID(), randomUUID()]
  let [entryId, creditId, paperId] = ['', '', '']
  let reported = { reportId: '', itemId: '' }
  await db.transaction().execute(async (tx) => {
    await insertFundingAccount(tx, vault, {
      account: {
        accountId,
        id: fundingId,
        obligorId,
        kind: 'checking',
        bankName: 'Bank',
        lastFour: '1222',
        addedAt: '2026-11-24T16:48:00.000Z',
        state: 'verified',
        stateReason: null,
        verifiedAt: '2026-11-24T16:48:00.000Z',
      },
      numbers: NUMBERS,
      idempotencyKey: 'k',
    })
    reported = await insertTestReport(tx, vault)
    creditId = await insertTestCredit(tx, vault)
    paperId = await insertTestPaper(tx, vault, accountId)
    await insertTestIntended(tx, vault, person)
    await insertFundingCheck(tx, vault, {
      check: {
        ...{ accountId, id: checkId, fundingAccountId: fundingId, method: 'microDeposits' },
        ...{ startedOn: date('2026-11-24'), sendOn: date('2026-11-24') },
        ...{ settlesOn: date('2026-11-27'), entryIds: [randomUUID(), randomUUID()] },
      },
      amounts: DEPOSITS,
      at: now,
    })
    entryId = await insertTestPrenote(tx, vault, { accountId, fundingAccountId: fundingId })
    await sendCodeTo(tx, deps, {
      loginId: null,
      channel: 'email',
      template: 'signInCode',
      addressee: CONTACT,
      expiresAt: until,
    })
    const sealed = sealSecret(vault, app, SECRETS.app)
    const made = { id: app, loginId, name: 'Phone', sealed, createdAt: now, lastStep: 1 }
    await insertAuthenticator(tx, made)
    const enrollment = { sessionId: session.id, loginId, id: adding, expiresAt: until }
    const asked = { ...enrollment, sealed: sealSecret(vault, adding, SECRETS.adding) }
    await insertEnrollment(tx, asked, now)
    await keepHeldForm(tx, {
      ...{ sessionId: session.id, loginId, id: form, path: '/' },
      sealed: vault.seal(SECRETS.form, heldFormContext(form)),
      expiresAt: until,
    })
    await insertSentCode(tx, {
      id: code,
      sessionId: session.id,
      loginId,
      purpose: 'contact',
      method: 'email',
      codeHash: vault.mac('sent code', code, CONTACT.code),
      contactId: null,
      masked: 'd••••@e••••.com',
      sealed: vault.seal(SECRETS.contact, newContactContext(code)),
      sentAt: now,
      expiresAt: until,
    })
    const actor = { kind: 'obligor', id: loginId } as const
    const told = { kind: 'addressChanged', method: null, was: null, became: null } as const
    await insertObligorChange(tx, vault, {
      change: { id: changed, at: now, actor, ...told, wording: null },
      of: [{ ...person, values: { was: SECRETS.was, became: null } }],
    })
    await tx
      .updateTable('login_session')
      .set({ held: holdProof(vault, proof, session.id) })
      .where('id', '=', session.id)
      .execute()
  })
  return {
    addObligors,
    /** Throws where one does not open to what was sealed. */
    openAll: async (by: Vault) => {
      const { rows } = await sql<{ id: string; sealed: Buffer }>`
        select id, sealed from outbox`.execute(db)
      const held = await sessionOf(deps, token)
      const visitor = held.kind === 'visitor' ? held : session
      const [stored] = await readAuthenticators(db, loginId)
      const { sealed } = await db.selectFrom('held_form').select('sealed').executeTakeFirstOrThrow()
      const sent = await readUnusedCode(db, { sessionId: session.id, purpose: 'contact' })
      const enrollment = await readEnrollment(db, { sessionId: session.id, loginId, now })
      return {
        people: (await readObligors(db, by, accountId)).map(
          ({ details }) => details.identityNumber,
        ),
        deposits: await openDeposits(db, by, { accountId, id: checkId }),
        numbers: await openBankNumbers(db, by, { accountId, id: fundingId }),
        receiver: await openReceiver(db, by, { accountId, id: entryId }),
        report: (await openReport(db, by, reported.reportId))?.toString(),
        corrected: await openCorrected(db, by, reported.itemId),
        credit: (await readCredit(db, by, creditId))?.written,
        payer: await openTestIntended(db, by, accountId),
        paper: (await readDocument(db, by, { ...person, id: paperId }))?.facts,
        addressees: rows.map((row) => openAddressee(by, row)),
        proved: readProof({ vault: by, clock: deps.clock }, visitor, purpose)?.obligorId,
        secrets: {
          app: stored && openSecret(by, stored),
          adding: enrollment && openSecret(by, enrollment),
          form: by.open(sealed, heldFormContext(form)),
          contact: sent?.sealed && by.open(sent.sealed, newContactContext(code)),
          was: (await readChangedValues(db, by, { accountId, id: changed }))?.was,
        },
      }
    },
    expected: (people: number) => ({
      people: Array.from({ length: people }, () => OBLIGOR.identityNumber),
      deposits: DEPOSITS,
      numbers: NUMBERS,
      receiver: RECEIVER,
      ...REPORTED,
      credit: WRITTEN,
      payer: PAYER,
      paper: WRITTEN_ON_PAPER,
      addressees: [CONTACT],
      proved: obligorId,
      secrets: SECRETS,
    }),
  }
}
