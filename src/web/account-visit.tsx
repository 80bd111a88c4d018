// Pages of one account: who asks, whether it is theirs, and the shell around every such page.
import type { ComponentChildren } from 'preact'
import { noteRefusedAccount } from '#src/identity/entry/refused-account.ts'
import { type OwnedAccount, requireOwnedAccount } from '#src/identity/ownership.ts'
import type { SignedInSession } from '#src/identity/sessions.ts'
import type { ServicingContext } from '#src/servicing/context.ts'
import { type AccountView, viewAccount } from '#src/servicing/view-account.ts'
import { confirmPath } from './confirm-path.ts'
import { notFoundPage } from './errors.tsx'
import { Masked } from './masked.tsx'
import { type PageStatus, type PortalProps, page, profileOf } from './page.tsx'
import { type Reader, readerOf } from './reader.ts'
import type { WebContext } from './request-context.ts'
import { pageToReturnTo, signInPath } from './sign-in-again.ts'

export type AccountVisit = {
  readonly c: WebContext
  readonly session: SignedInSession
  readonly ctx: ServicingContext
  readonly owner: OwnedAccount
  readonly reader: Reader
  /** "/accounts/…" of this account. */
  readonly base: string
}

/**
 * A handler for a page of an account that the signed-in person owns; anybody else's is not found.
 */
export function accountPage(handle: (visit: AccountVisit) => Promise<Response>) {
  return signedInPage(async (c, session) => {
    const account = c.req.param('id') ?? ''
    const owned = requireOwnedAccount(session, account)
    if (!owned.ok) {
      await noteRefusedAccount(c.get('web'), { session, visit: c.get('visit'), account })
      return notFoundPage(c)
    }
    const owner = owned.value
    const base = `/accounts/${owner.accountId}`
    return handle({ c, session, ctx: servicingOf(c), owner, reader: readerOf(c), base })
  })
}

/** A handler for signed-in people; anybody else signs in first and comes back. */
export function signedInPage(
  handle: (c: WebContext, session: SignedInSession) => Promise<Response>,
) {
  return async (c: WebContext): Promise<Response> => {
    const lookup = c.get('lookup')
    if (lookup.state === 'open' && lookup.session.kind === 'signedIn')
      return handle(c, lookup.session)
    const next = pageToReturnTo(c)
    if (lookup.state === 'open' && lookup.session.kind === 'half')
      return c.redirect(confirmPath(next), 303)
    return c.redirect(signInPath(lookup.state === 'ended' ? 'ended' : 'needed', next), 303)
  }
}

export function servicingOf(c: WebContext): ServicingContext {
  const { db, vault, queue, moneyClock: clock, newId, config } = c.get('web')
  return { db, vault, queue, clock, newId, lender: config.lender, requestId: c.get('requestId') }
}

export type Place =
  | 'overview'
  | 'payments'
  | 'autopay'
  | 'activity'
  | 'documents'
  | 'payoff'
  | 'terms'
  | 'messages'
  | 'more'

export type AccountPageProps = {
  readonly title: string
  readonly current: Place
  /** The place of the dock, where it is another one. */
  readonly dock?: Place
  readonly status?: PageStatus
  /** Puts "Error:" before the title of a form that came back. */
  readonly state?: 'error'
  readonly band?: ComponentChildren
  readonly islands?: readonly ('copy.js' | 'cutoff.js')[]
  readonly children: ComponentChildren
}

/** One page of the account in the portal's shell. */
export function showAccountPage(
  visit: AccountVisit,
  view: AccountView,
  props: AccountPageProps,
): Response {
  const { title, status, state, islands, children } = props
  const prefix = visit.reader.words.shell.errorPrefix
  return page(visit.c, {
    title: state === 'error' ? `${prefix} ${title}` : title,
    ...(status && { status }),
    ...(islands && { islands }),
    portal: portalOf(visit, view, props),
    children,
  })
}

export function viewOf(visit: AccountVisit): Promise<AccountView> {
  return viewAccount(visit.ctx, visit.owner)
}

/**
 * "2023 Larkfield Tern Hybrid, loan ending 4417", above the title of every page but the overview.
 */
export function AccountIdentity(props: { visit: AccountVisit; view: AccountView }) {
  const { view, visit } = props
  return (
    <>
      {vehicleName(view.vehicle)}, {visit.reader.words.account[view.product].toLowerCase()}{' '}
      <Masked ending={view.accountEnding} reader={visit.reader} />
    </>
  )
}

export function vehicleName(vehicle: AccountView['vehicle']): string {
  return [vehicle.modelYear, vehicle.make, vehicle.model].filter(Boolean).join(' ')
}

/** Where a place stands on phones: what the dock has no room for is under "More". */
const DOCK: Record<Place, Place> = {
  overview: 'overview',
  payments: 'payments',
  payoff: 'payoff',
  autopay: 'more',
  documents: 'documents',
  activity: 'more',
  terms: 'more',
  messages: 'more',
  more: 'more',
}

/** Six places at most; activity and the terms are on the overview, and under "More". */
function portalOf(visit: AccountVisit, view: AccountView, props: AccountPageProps): PortalProps {
  const w = visit.reader.words.account
  const unread = view.messages.filter((message) => message.readAt === null).length
  const place = (key: keyof typeof w.places, path: string) => ({
    key,
    label: w.places[key],
    href: `${visit.base}${path}`,
  })
  const payoff = {
    ...place('payoff', '/payoff'),
    ...(view.product === 'lease' && { label: w.places.leaseEnd }),
  }
  const words = w.attention.messages(unread)
  const messages = { ...place('messages', '/messages'), unread: { count: unread, words } }
  return {
    places: [
      place('overview', ''),
      place('payments', '/payments'),
      place('autopay', '/autopay'),
      payoff,
      place('documents', '/documents'),
      messages,
    ],
    current: props.current,
    dock: {
      label: visit.reader.words.shell.navigation,
      places: [
        { ...place('overview', ''), icon: 'gauge' },
        { ...place('payments', '/payments/new'), label: w.places.pay, icon: 'circle-dollar-sign' },
        { ...payoff, icon: 'flag' },
        { ...place('documents', '/documents'), icon: 'file-text' },
        { ...place('more', '/more'), icon: 'ellipsis', unread: messages.unread },
      ],
      current: props.dock ?? DOCK[props.current],
    },
    ...(props.band !== undefined && { band: props.band }),
    profile: profileOf(visit.c, visit.session, {
      initials: view.obligor.initials,
      name: `${view.obligor.givenName} ${view.obligor.familyName}`,
    }),
  }
}
