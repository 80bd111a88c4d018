// The page of one payment by card: what became of it, its number, and what can be done.
import { cardDates } from '#src/domain/rules/payment-dates.ts'
import type { CardPaymentView } from '#src/servicing/cards/view-card-payment.ts'
import type { AccountView } from '#src/servicing/view-account.ts'
import { Button, ButtonLink, Buttons } from '#src/ui/button.tsx'
import { DefinitionRows } from '#src/ui/figures/definition-rows.tsx'
import { CopyButton } from '#src/ui/forms/copy-button.tsx'
import { Confirmation, type ConfirmationLook } from '#src/ui/layout/confirmation.tsx'
import { PageHeading } from '#src/ui/layout/page-heading.tsx'
import { Area, PanelGrid } from '#src/ui/layout/panel-grid.tsx'
import { Note } from '#src/ui/note.tsx'
import { CodeBox, Panel, PartedPanel } from '#src/ui/panel.tsx'
import { AccountIdentity, showAccountPage } from '../account-visit.tsx'
import { FormFields } from '../form-session.tsx'
import { spoken } from '../masked.tsx'
import type { Reader } from '../reader.ts'
import { cardName } from './card-name.ts'
import type { CardVisit } from './card-visit.ts'

type Parts = {
  readonly view: AccountView
  readonly paid: CardPaymentView
  /** The processor does not answer. */
  readonly down: boolean
}
type Props = { readonly visit: CardVisit; readonly parts: Parts }

export function cardPaymentPage(visit: CardVisit, parts: Parts): Response {
  const { reader, c, ctx } = visit
  const { view, paid, down } = parts
  const w = reader.words.cards
  // Its button may lead to the processor's page.
  if (paid.payment.state === 'started') c.set('formTarget', ctx.card.pageOrigin)
  return showAccountPage(visit, view, {
    title: w.headline(reader.money(paid.payment.amount)),
    current: 'payments',
    islands: ['copy.js'],
    children: (
      <>
        <PageHeading identity={<AccountIdentity visit={visit} view={view} />} />
        {down && (
          <div class="mb-6">
            <Note tone="warn" role="status">
              {w.down}
            </Note>
          </div>
        )}
        <PartedPanel
          parts={[<Became visit={visit} parts={parts} />, <Actions visit={visit} parts={parts} />]}
        />
        <div class="mt-6">
          <PanelGrid split="6-6">
            <Area at="main">
              <Panel title={w.details}>
                <DefinitionRows look="ruled" rows={rowsOf(paid, reader)} />
              </Panel>
            </Area>
            <Area at="side">
              <Permission visit={visit} parts={parts} />
            </Area>
          </PanelGrid>
        </div>
      </>
    ),
  })
}

const LOOKS: Record<CardPaymentView['payment']['state'], ConfirmationLook> = {
  started: 'warn',
  taking: 'warn',
  releasing: 'over',
  failed: 'over',
  paid: 'done',
  disputed: 'bad',
  refunded: 'bad',
}

function Became({ visit, parts }: Props) {
  const { reader } = visit
  const { payment } = parts.paid
  const w = reader.words.cards
  const copy = reader.words.payments.done
  const told = payment.saved === 'charging' ? w.saved.charging : w.states[payment.state]
  const isSoon = payment.state === 'paid' && !payment.isPosted
  let why = payment.stateReason === null ? undefined : w.reasons[payment.stateReason]
  const paid = payment.isGoingBack ? w.states.paid.goingBack : told.detail
  const detail = isSoon ? w.states.paid.soon : paid
  if (why === undefined && payment.saved === 'asked') why = w.saved.asked
  return (
    <Confirmation
      look={LOOKS[payment.state]}
      state={told.heading}
      title={w.headline(reader.money(payment.amount))}
      detail={why === undefined ? detail : `${detail} ${why}`}
      aside={
        <CodeBox label={copy.confirmation} code={payment.confirmation}>
          <CopyButton text={payment.confirmation} words={copy.copy} copied={copy.copied} />
        </CodeBox>
      }
    />
  )
}

function Actions({ visit, parts }: Props) {
  const { reader, base, c, session } = visit
  const { payment } = parts.paid
  const place = `${base}/card-payments/${payment.id}`
  const w = reader.words.cards
  if (payment.mine && payment.state === 'started' && payment.saved !== 'charging')
    return (
      <Buttons phone="stacked">
        <form method="post" action={`${place}/page`}>
          <FormFields c={c} session={session} />
          <Button look="primary">{w.continue}</Button>
        </form>
        <form method="post" action={`${place}/end`}>
          <FormFields c={c} session={session} />
          <Button>{w.drop}</Button>
        </form>
      </Buttons>
    )
  const isOver = payment.state === 'failed' || payment.state === 'releasing'
  return (
    <Buttons phone="stacked">
      <ButtonLink look="primary" href={isOver && payment.mine ? `${base}/payments/new` : base}>
        {isOver && payment.mine ? w.payAgain : w.overview}
      </ButtonLink>
      {(payment.state === 'taking' || payment.saved === 'charging') && (
        <ButtonLink href={place}>{w.lookAgain}</ButtonLink>
      )}
      <ButtonLink href={`${base}/payments`}>{w.all}</ButtonLink>
    </Buttons>
  )
}

function rowsOf({ payment }: CardPaymentView, reader: Reader) {
  const w = reader.words.cards
  const { fee, card, mine, paidAt, effectiveDate, state } = payment
  return [
    { label: w.begun, value: reader.moment(payment.createdAt) },
    ...(mine ? [] : [{ label: w.rows.from, value: w.byOther }]),
    ...(card ? [{ label: w.rows.from, value: spoken(cardName(card, reader), reader) }] : []),
    ...(paidAt === null ? [] : [{ label: w.paidOn, value: reader.moment(paidAt) }]),
    ...(effectiveDate === null
      ? []
      : [{ label: w.rows.counts, value: reader.date(effectiveDate, 'full') }]),
    { label: w.fee, value: reader.money(fee) },
    ...(effectiveDate === null || state !== 'paid' || !mine
      ? []
      : [
          {
            label: w.rows.dispute,
            value: w.dispute(reader.date(cardDates(effectiveDate).returnableUntil, 'dated')),
          },
        ]),
  ]
}

/** The words that were agreed to; a co-borrower's are theirs. */
function Permission({ visit, parts }: Props) {
  const { reader } = visit
  const { authorizationText, createdAt } = parts.paid.payment
  if (authorizationText === null) return null
  return (
    <Panel title={reader.words.cards.permission}>
      <p>{authorizationText}</p>
      <p class="k-small mt-2">{reader.moment(createdAt)}</p>
    </Panel>
  )
}
