// How a bank account stands, in words, with what happens next.
import type { CivilDate } from '#src/domain/calendar.ts'
import { depositsUntil, failureKind, firstUseOn } from '#src/domain/rules/funding/funding-check.ts'
import type { FundingAccount } from '#src/store/payments/funding-accounts.ts'
import { Chip, type ChipTone } from '#src/ui/chip.tsx'
import type { AccountVisit } from '../account-visit.tsx'

export function FundingState(props: {
  visit: AccountVisit
  funding: FundingAccount
  today: CivilDate
}) {
  const { visit, funding, today } = props
  const { states } = visit.reader.words.bankAccounts
  if (funding.expiresOn !== null) {
    const w = visit.reader.words.cards.saved.states
    const stands = cardStanding(funding, today)
    return <Chip tone={stands === 'good' ? 'ok' : 'bad'}>{w[stands]}</Chip>
  }
  return <Chip tone={TONES[funding.state]}>{states[funding.state]}</Chip>
}

const TONES: Record<FundingAccount['state'], ChipTone> = {
  unverified: 'warn',
  checking: 'info',
  verified: 'ok',
  failed: 'bad',
  stopped: 'bad',
}

/** One sentence: what it means for paying, from when, and what to do. */
export function nextWords(visit: AccountVisit, funding: FundingAccount, today: CivilDate): string {
  const { reader, ctx } = visit
  const w = reader.words.bankAccounts.next
  const { phone } = ctx.lender
  if (funding.expiresOn !== null) {
    const card = reader.words.cards.saved
    const stands = cardStanding(funding, today)
    const until = reader.date(funding.expiresOn, 'dated')
    if (stands === 'stopped') return card.stopped
    return stands === 'expired' ? card.expired(until) : card.ready(until)
  }
  switch (funding.state) {
    case 'verified':
      return w.verified(reader.day(funding.verifiedAt ?? funding.addedAt))
    case 'checking':
      return checkingWords(visit, funding, today)
    case 'unverified':
      return w.unverified
    case 'failed': {
      const kind = failureKind(funding.stateReason)
      return kind === 'other' ? w.failed.other(phone) : w.failed[kind]
    }
    case 'stopped': {
      const kind = failureKind(funding.stateReason)
      if (kind === 'numbers') return w.stopped.numbers
      return kind === 'refused' ? w.stopped.refused(phone) : w.stopped.other(phone)
    }
  }
}

function checkingWords(visit: AccountVisit, { check }: FundingAccount, today: CivilDate): string {
  const { reader } = visit
  const w = reader.words.bankAccounts.next
  if (!check) return w.unverified
  if (check.method === 'prenote') return w.prenote(reader.date(firstUseOn(check), 'long'))
  return today < check.settlesOn
    ? w.depositsComing(reader.date(check.settlesOn, 'long'))
    : w.depositsThere(reader.date(depositsUntil(check.settlesOn), 'long'))
}

/** Whether the two amounts can be typed now. */
export function takesAmounts({ state, check }: FundingAccount, today: CivilDate): boolean {
  return state === 'checking' && check?.method === 'microDeposits' && today >= check.settlesOn
}

/** Under its name where one pays: what it is called, and from when it can be used. */
export function fundingNote({ reader }: AccountVisit, funding: FundingAccount): string {
  const { state, check } = funding
  const w = reader.words.bankAccounts
  const name = funding.nickname ?? funding.bankName
  if (state === 'verified') return name
  return state === 'checking' && check
    ? `${name}. ${w.usableFrom(reader.date(firstUseOn(check), 'long'))}`
    : `${name}. ${w.notUsable}`
}

/** How a saved card stands: its bank's word comes before its last day. */
export function cardStanding(
  { state, expiresOn }: Pick<FundingAccount, 'state' | 'expiresOn'>,
  today: CivilDate,
): 'good' | 'expired' | 'stopped' {
  if (state !== 'verified') return 'stopped'
  return expiresOn !== null && expiresOn < today ? 'expired' : 'good'
}
