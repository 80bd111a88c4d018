import { summaryOf } from '#src/http/form.ts'
import { canCheckAgain } from '#src/servicing/funding/check-again.ts'
import { Button, ButtonLink, Buttons } from '#src/ui/button.tsx'
import { Chip } from '#src/ui/chip.tsx'
import { DefinitionRows } from '#src/ui/figures/definition-rows.tsx'
import { ErrorSummary } from '#src/ui/forms/error-summary.tsx'
import { PageHeading } from '#src/ui/layout/page-heading.tsx'
import { Area, PanelGrid } from '#src/ui/layout/panel-grid.tsx'
import { Note } from '#src/ui/note.tsx'
import { Panel } from '#src/ui/panel.tsx'
import { AccountIdentity, showAccountPage } from '../account-visit.tsx'
import { FormFields } from '../form-session.tsx'
import { spoken } from '../masked.tsx'
import { accountLabel } from '../payments/payment-words.ts'
import { NamePanel } from './bank-account-name.tsx'
import { CardPanel } from './card-panel.tsx'
import { CheckPanel } from './check-panel.tsx'
import { type BankAccountProblem, type BankAccountVisit, pathOfBank } from './one-bank-account.ts'

/** One bank account; `problem` is what a form of it came back with. */
export async function bankAccountView(
  found: BankAccountVisit,
  problem: BankAccountProblem | null = null,
): Promise<Response> {
  const { visit, view, funding } = found
  const { ctx } = visit
  const mayBegin = await canCheckAgain(ctx, ctx.db, funding)
  const { reader, base } = visit
  const w = reader.words.bankAccounts
  const label = accountLabel(funding, reader)
  return showAccountPage(visit, view, {
    title: label,
    current: 'payments',
    dock: 'more',
    ...(problem && { status: 422, state: 'error' }),
    children: (
      <>
        <PageHeading
          identity={<AccountIdentity visit={visit} view={view} />}
          title={spoken(label, reader)}
        />
        {problem && (
          <ErrorSummary
            title={reader.words.shell.errorSummary(problem.problems.length)}
            problems={summaryOf(problem.problems)}
          />
        )}
        <Done found={found} />
        <PanelGrid split="7-5">
          <Area at="main">
            {funding.kind === 'card' ? (
              <CardPanel found={found} />
            ) : (
              <CheckPanel found={found} problem={problem} mayBegin={mayBegin} />
            )}
            <NamePanel found={found} problem={problem} />
          </Area>
          <Area at="side">
            <FactsPanel found={found} />
            <Buttons>
              <ButtonLink href={`${base}/bank-accounts`}>{w.back}</ButtonLink>
              <ButtonLink href={`${pathOfBank(found)}/removal`}>
                {funding.kind === 'card' ? reader.words.cards.saved.remove : w.remove}
              </ButtonLink>
            </Buttons>
          </Area>
        </PanelGrid>
      </>
    ),
  })
}

/** What was just done, named in the address that a form leads to. */
function Done({ found }: { found: BankAccountVisit }) {
  const { c, reader } = found.visit
  const w = reader.words.bankAccounts
  const said: Readonly<Record<string, string>> = {
    known: w.known,
    kept: reader.words.cards.saved.kept,
    added: w.added,
    verified: found.funding.state === 'verified' ? w.verifiedNow : '',
    name: w.name.saved,
    default: w.standing.saved,
  }
  const words = said[c.req.query('done') ?? '']
  if (!words) return null
  return (
    <div class="mb-6">
      <Note tone={words === w.known ? 'info' : 'ok'} role="status">
        {words}
      </Note>
    </div>
  )
}

function FactsPanel({ found }: { found: BankAccountVisit }) {
  const { visit, funding } = found
  const { c, session, reader } = visit
  const { facts: w, standing, isDefault } = reader.words.bankAccounts
  const { kinds } = reader.words.payments
  const card = reader.words.cards.saved.facts
  const isCard = funding.kind === 'card'
  return (
    <Panel title={isCard ? card.heading : w.heading}>
      <DefinitionRows
        look="ruled"
        rows={[
          { label: w.kind, value: kinds[funding.kind] },
          { label: isCard ? card.brand : w.bank, value: funding.bankName },
          ...(funding.expiresOn === null
            ? []
            : [{ label: card.expires, value: reader.date(funding.expiresOn, 'dated') }]),
          { label: isCard ? card.added : w.added, value: reader.day(funding.addedAt) },
        ]}
      />
      <div class="mt-5">
        {funding.isDefault ? (
          <p>
            <Chip>{isDefault}</Chip> {standing.is}
          </p>
        ) : (
          <form method="post" action={`${pathOfBank(found)}/default`}>
            <FormFields c={c} session={session} />
            <p class="mb-3">{standing.text}</p>
            <Button>{standing.submit}</Button>
          </form>
        )}
      </div>
    </Panel>
  )
}
