// What we keep about a person whatever account it is about: how they are reached, what they chose,
// how and from where they sign in. No secret is in it, and contacts as the portal shows them.
import { readAccessActivity } from '#src/identity/access-log.ts'
import { trustedDevicesOf } from '#src/identity/devices/trusted-device.ts'
import { sessionsOf } from '#src/identity/entry/end-sessions.ts'
import { methodsOf } from '#src/identity/entry/ways.ts'
import { viewProfile } from '#src/identity/profile/view-profile.ts'
import type { SignedInSession } from '#src/identity/sessions.ts'
import { readObligorChanges } from '#src/store/accounts/obligor-changes.ts'
import { identityDeps, type WebContext } from '../request-context.ts'

export async function ownPerson(c: WebContext, session: SignedInSession) {
  const deps = identityDeps(c)
  const [profile, methods, sessions, trusted, activity, changes] = await Promise.all([
    viewProfile(deps, session),
    methodsOf(deps, session),
    sessionsOf(deps.db, session),
    trustedDevicesOf(deps, session, null),
    readAccessActivity(deps.db, session, ALL),
    readObligorChanges(deps.db, session.accounts, ALL),
  ])
  const { contacts, addresses, paperless, messages, locale } = profile
  return {
    username: session.username,
    preferences: { locale, theme: session.theme },
    contacts: contacts.map(({ method, masked }) => ({ method, masked })),
    addresses,
    consents: {
      papers: paperless,
      messages: messages.map(({ contact, wanted, at }) => ({ to: contact.masked, wanted, at })),
    },
    changes: changes.map(({ at, kind, method, actor, was, became, wording }) => {
      return { at, kind, method, by: actor.kind, was, became, wording }
    }),
    signIn: {
      passwordChangedAt: methods.passwordChangedAt,
      passkeys: methods.passkeys.map(({ name, createdAt, lastUsedAt }) => {
        return { name, createdAt, lastUsedAt }
      }),
      authenticators: methods.authenticators.length,
      backupCodesLeft: methods.backupCodesLeft,
    },
    sessions: sessions.map(({ address, device, createdAt, lastSeenAt }) => {
      return { address, device, createdAt, lastSeenAt }
    }),
    trustedBrowsers: trusted.map(({ device, address, trustedAt, lastUsedAt, expiresAt }) => {
      return { device, address, trustedAt, lastUsedAt, expiresAt }
    }),
    activity: activity.map(({ at, action, address, device, byStaff }) => {
      return { at, action, address, device, byStaff }
    }),
  }
}

const ALL = 100_000
