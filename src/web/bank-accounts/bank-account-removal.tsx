// GET and POST /accounts/:id/bank-accounts/:bank/removal.
import type { Hono } from 'hono'
import type { Refusal } from '#src/domain/refusal.ts'
import { type FundingUses, fundingUses } from '#src/servicing/funding/funding-uses.ts'
import { removeFundingAccount } from '#src/servicing/funding/remove-funding-account.ts'
import { Button, ButtonLink, Buttons } from '#src/ui/button.tsx'
import { CheckField } from '#src/ui/forms/check-field.tsx'
import { ErrorSummary } from '#src/ui/forms/error-summary.tsx'
import { PageHeading } from '#src/ui/layout/page-heading.tsx'
import { Note } from '#src/ui/note.tsx'
import { Panel } from '#src/ui/panel.tsx'
import { AccountIdentity, showAccountPage } from '../account-visit.tsx'
import { FormFields } from '../form-session.tsx'
import { spoken } from '../masked.tsx'
import { accountWithin } from '../payments/payment-words.ts'
import type { WebEnv } from '../request-context.ts'
import { steppedUpForm } from '../security/step-up.tsx'
import { type BankAccountVisit, bankAccountPage, pathOfBank } from './one-bank-account.ts'

export function registerBankAccountRemoval(app: Hono<WebEnv>): void {
  app.get('/accounts/:id/bank-accounts/:bank/removal', bankAccountPage(asked))
  app.post('/accounts/:id/bank-accounts/:bank/removal', bankAccountPage(asked))
}

async function asked(found: BankAccountVisit): Promise<Response> {
  const { c, session } = found.visit
  return steppedUpForm(c, session, {
    action: 'removeBankAccount',
    back: `${pathOfBank(found)}/removal`,
    handle: () => (c.req.method === 'GET' ? ask(found, null) : remove(found)),
  })
}

async function remove(found: BankAccountVisit): Promise<Response> {
  const { c, ctx, owner, base } = found.visit
  const { typed } = c.get('form')
  const shown = (typed.payments ?? '').split(' ').filter(Boolean)
  const cancel = typed.cancel === 'yes' ? shown : []
  const fundingAccountId = found.funding.id
  const removed = await removeFundingAccount(ctx, owner, { fundingAccountId, cancel })
  if (!removed.ok) return ask(found, removed.refusal)
  return c.redirect(`${base}/bank-accounts?done=removed`, 303)
}

async function ask(found: BankAccountVisit, refusal: Refusal | null): Promise<Response> {
  const { visit, view, funding } = found
  const { ctx, owner, reader } = visit
  const { removal: w } = reader.words.bankAccounts
  const uses = await fundingUses(ctx, ctx.db, { owner, fundingAccountId: funding.id })
  const title = w.title(accountWithin(funding, reader))
  return showAccountPage(visit, view, {
    title,
    current: 'payments',
    dock: 'more',
    ...(refusal && { status: 422, state: 'error' }),
    children: (
      <>
        <PageHeading
          identity={<AccountIdentity visit={visit} view={view} />}
          title={spoken(title, reader)}
        />
        {refusal && (
          <ErrorSummary
            title={reader.words.shell.errorSummary(1)}
            problems={[
              {
                fieldId: refusal.code === 'bankAccountInUse' ? 'cancel' : null,
                words: reader.words.refusals.sentence(refusal, reader.locale),
              },
            ]}
          />
        )}
        <Panel>
          <RemovalForm found={found} uses={uses} refusal={refusal} />
        </Panel>
      </>
    ),
  })
}

function RemovalForm(props: {
  found: BankAccountVisit
  uses: FundingUses
  refusal: Refusal | null
}) {
  const { found, uses, refusal } = props
  const { c, session, reader } = found.visit
  const { removal: w } = reader.words.bankAccounts
  const { removal: card } = reader.words.cards.saved
  const isCard = found.funding.kind === 'card'
  const [goingOut] = uses.goingOut
  const keep = <ButtonLink href={pathOfBank(found)}>{w.keep}</ButtonLink>
  if (goingOut) {
    return (
      <div class="k-flow">
        <p>{w.goesOut(goingOut.confirmation)}</p>
        <Buttons>{keep}</Buttons>
      </div>
    )
  }
  return (
    <form class="k-fields" method="post" action={`${pathOfBank(found)}/removal`}>
      <FormFields c={c} session={session} />
      <p>{isCard ? card.text : w.text}</p>
      <ScheduledFromIt found={found} uses={uses} refusal={refusal} />
      {uses.sent.length > 0 && <p>{w.sent}</p>}
      <Buttons>
        <Button look="destructive">{isCard ? card.submit : w.submit}</Button>
        {keep}
      </Buttons>
      <input type="hidden" name="payments" value={endsOf(uses).join(' ')} />
    </form>
  )
}

/** What has to be agreed to, by id. */
function endsOf({ cancelable, autopay }: FundingUses): string[] {
  return [...cancelable, ...(autopay ? [autopay] : [])].map(({ id }) => id)
}

/** Each by name, so that nothing is canceled that was not read. */
function ScheduledFromIt(props: {
  found: BankAccountVisit
  uses: FundingUses
  refusal: Refusal | null
}) {
  const { found, uses, refusal } = props
  const { reader, base } = found.visit
  const { removal: w } = reader.words.bankAccounts
  const ends = endsOf(uses).length
  if (ends === 0) return null
  return (
    <>
      <Note tone="warn" lead={w.uses}>
        <ul class="mt-2">
          {uses.autopay && (
            <li>
              {w.autopay} <a href={`${base}/autopay`}>{reader.words.autopay.pages.overview.see}</a>
            </li>
          )}
          {uses.cancelable.map(({ id, amount, effectiveDate, confirmation }) => (
            <li>
              <a href={`${base}/payments/${id}`}>
                {w.payment(reader.money(amount), reader.date(effectiveDate, 'long'))}
              </a>{' '}
              <span class="k-code">{confirmation}</span>
            </li>
          ))}
        </ul>
      </Note>
      <CheckField
        id="cancel"
        name="cancel"
        label={uses.autopay ? w.cancelAutopay : ends === 1 ? w.cancelOne : w.cancel}
        hint={w.cancelHint}
        {...(refusal?.code === 'bankAccountInUse' && { error: w.cancelMissing })}
      />
    </>
  )
}
