// GET /accounts/:id/messages: receipts and notices; opening the page marks them read.
import type { Hono } from 'hono'
import { parseDate } from '#src/domain/calendar.ts'
import { cents } from '#src/domain/money.ts'
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
import type { Reader } from '../reader.ts'
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
  const { confirmation, paymentId } = message.parameters
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
  }
}

function wordsOf(visit: AccountVisit, message: Message): { title: string; text: string } {
  const { reader, ctx } = visit
  const w = reader.words.messages
  const known = Object.entries(w.templates).find(([name]) => name === message.template)?.[1]
  if (!known) return { title: w.other.title, text: w.other.text(ctx.lender.phone) }
  const facts = factsOf(message.parameters, reader)
  return { title: known.title(facts), text: known.text(facts) }
}

/** What a message was sent with, in the language of who reads it now. */
function factsOf(parameters: Message['parameters'], reader: Reader) {
  const text = (name: string) => {
    const value = parameters[name]
    return typeof value === 'string' ? value : ''
  }
  const money = (name: string) =>
    /^\d{1,15}$/.test(text(name)) ? reader.money(cents(Number(text(name)))) : ''
  const day = (name: string) => {
    const date = parseDate(text(name))
    return date ? reader.date(date, 'long') : ''
  }
  return {
    amount: money('amount'),
    interest: money('interest'),
    principal: money('principal'),
    charges: money('charges'),
    day: day('effective'),
    withdrawn: day('withdrawn'),
    cleared: day('cleared'),
    account: accountName(text('kind'), text('lastFour'), reader),
    bank: text('bankName'),
    confirmation: text('confirmation'),
    reason: reasonOf(text('reason'), reader),
  }
}

/** A word that a message was sent with, as a sentence; empty where there is none. */
function reasonOf(reason: string, reader: Reader): string {
  const { reasons } = reader.words.messages
  return Object.entries(reasons).find(([name]) => name === reason)?.[1] ?? ''
}

/** "Checking ••6042"; empty where the message is not about a bank account. */
function accountName(kind: string, lastFour: string, reader: Reader): string {
  const { kindsWithin } = reader.words.payments
  if (kind !== 'checking' && kind !== 'savings') return ''
  return `${kindsWithin[kind]} ••${lastFour}`
}
