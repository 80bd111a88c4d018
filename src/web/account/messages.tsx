// GET /accounts/:id/messages: receipts and notices; opening the page marks them read.
import type { Hono } from 'hono'
import { noticeWords } from '#src/formats/messages/notice-facts.ts'
import { markMessagesRead } from '#src/servicing/messages/read-messages.ts'
import type { AccountView } from '#src/servicing/view-account.ts'
import { Chip } from '#src/ui/chip.tsx'
import { Empty } from '#src/ui/empty.tsx'
import { type Fact, FactList } from '#src/ui/figures/fact-list.tsx'
import { PageHeading } from '#src/ui/layout/page-heading.tsx'
import { Panel } from '#src/ui/panel.tsx'
import {
  AccountIdentity,
  type AccountVisit,
  accountPage,
  showAccountPage,
  viewOf,
} from '../account-visit.tsx'
import { spoken } from '../masked.tsx'
import type { WebEnv } from '../request-context.ts'

export function registerMessages(app: Hono<WebEnv>): void {
  app.get(
    '/accounts/:id/messages',
    accountPage(async (visit) => {
      const view = await viewOf(visit)
      if (view.messages.some((message) => message.readAt === null))
        await markMessagesRead(visit.ctx, visit.owner)
      return showAccountPage(visit, view, {
        title: visit.reader.words.messages.title,
        current: 'messages',
        children: <MessagesPage visit={visit} view={view} />,
      })
    }),
  )
}

function MessagesPage(props: { visit: AccountVisit; view: AccountView }) {
  const { visit, view } = props
  const w = visit.reader.words.messages
  return (
    <>
      <PageHeading
        identity={<AccountIdentity visit={visit} view={view} />}
        title={w.title}
        lead={w.lead}
      />
      <Panel>
        {view.messages.length === 0 ? (
          <Empty title={w.none}>{w.noneText}</Empty>
        ) : (
          <FactList
            look="ruled"
            facts={view.messages.map((message) => messageFact(visit, message))}
          />
        )}
      </Panel>
    </>
  )
}

type Message = AccountView['messages'][number]

function messageFact(visit: AccountVisit, message: Message): Fact {
  const { reader, base } = visit
  const w = reader.words.messages
  const { confirmation, paymentId, cardPaymentId, fundingAccountId } = message.parameters
  const { title, text } = wordsOf(visit, message)
  return {
    mark: { icon: 'message-square' },
    title: (
      <>
        {title} {message.readAt === null && <Chip tone="info">{w.unread}</Chip>}
      </>
    ),
    detail: (
      <>
        {spoken(text, reader)}
        <br />
        {reader.moment(message.sentAt)}
        {typeof confirmation === 'string' && (
          <>
            {' · '}
            {w.confirmation} <span class="k-code">{confirmation}</span>
          </>
        )}
      </>
    ),
    ...(typeof paymentId === 'string' && {
      action: <a href={`${base}/payments/${paymentId}`}>{w.seePayment}</a>,
    }),
    ...(typeof cardPaymentId === 'string' && {
      action: <a href={`${base}/card-payments/${cardPaymentId}`}>{w.seePayment}</a>,
    }),
    ...(typeof fundingAccountId === 'string' &&
      !REMOVED.includes(message.template) && {
        action: <a href={`${base}/bank-accounts/${fundingAccountId}`}>{w.seeBankAccount}</a>,
      }),
  }
}

/** What they are about is shown no more. */
const REMOVED = ['bankAccountRemoved', 'cardRemoved']

function wordsOf(visit: AccountVisit, message: Message): { title: string; text: string } {
  const { reader, ctx } = visit
  const { other } = reader.words.messages
  return (
    noticeWords(message, reader.locale) ?? {
      title: other.title,
      text: other.text(ctx.lender.phone),
    }
  )
}
