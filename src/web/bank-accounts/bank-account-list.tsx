// GET /accounts/:id/bank-accounts: what one can pay from, and how each stands.
import type { Hono } from 'hono'
import type { AccountView } from '#src/servicing/view-account.ts'
import { type FundingAccount, readPaySources } from '#src/store/payments/funding-accounts.ts'
import { ButtonLink, Buttons } from '#src/ui/button.tsx'
import { Chip } from '#src/ui/chip.tsx'
import { Empty } from '#src/ui/empty.tsx'
import { type Fact, FactList } from '#src/ui/figures/fact-list.tsx'
import { PageHeading } from '#src/ui/layout/page-heading.tsx'
import { Note } from '#src/ui/note.tsx'
import { Panel } from '#src/ui/panel.tsx'
import { AccountIdentity, type AccountVisit, showAccountPage } from '../account-visit.tsx'
import { viewedPage } from '../lease/page-by-product.ts'
import { spoken } from '../masked.tsx'
import { accountLabel } from '../payments/payment-words.ts'
import type { WebEnv } from '../request-context.ts'
import { FundingState, nextWords } from './funding-words.tsx'

export function registerBankAccountList(app: Hono<WebEnv>): void {
  app.get('/accounts/:id/bank-accounts', viewedPage(list))
}

async function list(visit: AccountVisit, view: AccountView): Promise<Response> {
  const { c, ctx, owner, reader, base } = visit
  const w = reader.words.bankAccounts
  const accounts = await readPaySources(ctx.db, owner)
  return showAccountPage(visit, view, {
    title: w.title,
    current: 'payments',
    dock: 'more',
    children: (
      <>
        <PageHeading
          identity={<AccountIdentity visit={visit} view={view} />}
          title={w.title}
          lead={w.lead}
        />
        {c.req.query('done') === 'removed' && (
          <div class="mb-6">
            <Note tone="ok" role="status">
              {w.removed}
            </Note>
          </div>
        )}
        <Panel>
          <div class="k-flow">
            {accounts.length === 0 ? (
              <Empty title={w.none}>{w.noneText}</Empty>
            ) : (
              <FactList
                look="ruled"
                facts={accounts.map((funding) => fundingFact(visit, view, funding))}
              />
            )}
            <Buttons>
              <ButtonLink
                look={accounts.length === 0 ? 'primary' : 'secondary'}
                icon="plus"
                href={`${base}/bank-accounts/new`}
              >
                {w.add.title}
              </ButtonLink>
              {c.get('web').card !== null && (
                <ButtonLink icon="plus" href={`${base}/cards/new`}>
                  {reader.words.cards.saved.title}
                </ButtonLink>
              )}
            </Buttons>
          </div>
        </Panel>
      </>
    ),
  })
}

function fundingFact(visit: AccountVisit, view: AccountView, funding: FundingAccount): Fact {
  const { reader, base } = visit
  const w = reader.words.bankAccounts
  const { kinds } = reader.words.payments
  const isCard = funding.kind === 'card'
  const name = isCard ? funding.bankName : kinds[funding.kind]
  const heard = `${name} ${reader.words.account.ending(funding.lastFour)}`
  return {
    mark: { icon: isCard ? 'credit-card' : 'landmark' },
    title: (
      <>
        {spoken(accountLabel(funding, reader), reader)}{' '}
        <FundingState visit={visit} funding={funding} today={view.today} />{' '}
        {funding.isDefault && <Chip>{w.isDefault}</Chip>}
      </>
    ),
    detail: (
      <>
        {[funding.nickname, isCard ? null : funding.bankName].filter(Boolean).join(' · ')}
        {(funding.nickname !== null || !isCard) && <br />}
        {nextWords(visit, funding, view.today)}
      </>
    ),
    action: (
      <a href={`${base}/bank-accounts/${funding.id}`} aria-label={w.openNamed(heard)}>
        {w.open}
      </a>
    ),
  }
}
