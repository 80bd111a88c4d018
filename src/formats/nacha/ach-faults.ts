// What cannot be written into an ACH file, by field and reason, before a line of it is written.
// Example: an account number of 18 digits gives {field: 'account', reason: 'tooLong'}.
import { checkRoutingNumber } from '#src/domain/regions/us.ts'
import { isBankingDay } from '#src/domain/regions/us-banking-days.ts'
import type { AchBatchHead, AchEntry, AchHead, AchPurpose } from './ach-file.ts'
import { type BatchForm, formOf, MOST_OF_AN_ENTRY, RESERVED_DESCRIPTIONS } from './ach-purpose.ts'
import { hasAchText, isAchText } from './ach-text.ts'

export type AchFault = {
  readonly field:
    | 'amount'
    | 'name'
    | 'account'
    | 'routing'
    | 'identification'
    | 'sequence'
    | 'direction'
    | 'recurrence'
    | 'number'
    | 'company name'
    | 'company id'
    | 'odfi'
    | 'description'
    | 'effective'
    | 'same day'
    | 'destination'
    | 'destination name'
    | 'origin'
    | 'origin name'
    | 'created at'
    | 'modifier'
    | 'reference'
    | 'entries'
    | 'batches'
    | 'totals'
  readonly reason:
    | 'empty'
    | 'tooLong'
    | 'wrongCharacters'
    | 'wrongNumber'
    | 'tooLarge'
    | 'tooSmall'
    | 'notZero'
    | 'notRising'
    | 'notBankingDay'
    | 'past'
    | 'notOfThisBatch'
    | 'reserved'
    | 'missing'
    | 'debitsAboveCredits'
}

/** Why an entry cannot stand in a batch of this purpose; null when it can. */
export function entryFault(entry: AchEntry, purpose: AchPurpose): AchFault | null {
  return entryFaultIn(formOf(purpose), entry)
}

/** The same, where the form of the batch is known already. */
export function entryFaultIn(form: BatchForm, entry: AchEntry): AchFault | null {
  return (
    receiverFault(entry) ??
    amountFault(entry.amount, form) ??
    textFault('identification', entry.identification, { most: 15 }) ??
    (isWithin(entry.sequence, 9_999_999) ? null : fault('sequence', 'wrongNumber')) ??
    (form.directions.includes(entry.direction) ? null : fault('direction', 'notOfThisBatch')) ??
    recurrenceFault(entry, form)
  )
}

/** Why a batch cannot be written whatever its entries are; null when it can. */
export function batchFault(batch: AchBatchHead, head: AchHead): AchFault | null {
  const { company, purpose, sameDay, effective } = batch
  return (
    (isWithin(batch.number, 9_999_999) ? null : fault('number', 'wrongNumber')) ??
    textFault('company name', company.name, { most: 16 }) ??
    (/^[A-Z0-9 ]*$/.test(company.id) ? null : fault('company id', 'wrongCharacters')) ??
    textFault('company id', company.id, { most: 10 }) ??
    (/^\d{8}$/.test(company.odfi) ? null : fault('odfi', 'wrongNumber')) ??
    ('description' in purpose ? descriptionFault(purpose.description) : null) ??
    (isBankingDay(effective) ? null : fault('effective', 'notBankingDay')) ??
    (effective < head.createdOn ? fault('effective', 'past') : null) ??
    (sameDay === null || isTime(sameDay) ? null : fault('same day', 'wrongNumber'))
  )
}

export function headFault(head: AchHead): AchFault | null {
  const isOrigin = /^(\d{9}|[A-Z0-9 ]{10})$/.test(head.origin) && head.origin.trim() !== ''
  return (
    (checkRoutingNumber(head.destination) ? fault('destination', 'wrongNumber') : null) ??
    textFault('destination name', head.destinationName, { most: 23 }) ??
    (isOrigin ? null : fault('origin', 'wrongNumber')) ??
    textFault('origin name', head.originName, { most: 23 }) ??
    (isTime(head.createdAt) ? null : fault('created at', 'wrongNumber')) ??
    (/^[A-Z0-9]$/.test(head.modifier) ? null : fault('modifier', 'wrongCharacters')) ??
    (head.reference === '' ? null : textFault('reference', head.reference, { most: 8 }))
  )
}

function receiverFault({ receiver }: AchEntry): AchFault | null {
  if (!isRoutingNumber(receiver.routing)) return fault('routing', 'wrongNumber')
  if (USUAL_ACCOUNT.test(receiver.account)) {
    return hasAchText(receiver.name) ? null : fault('name', 'empty')
  }
  if (receiver.account === '') return fault('account', 'empty')
  if (!/^[A-Z0-9-]*$/.test(receiver.account)) return fault('account', 'wrongCharacters')
  if (receiver.account.length > 17) return fault('account', 'tooLong')
  if (!/[A-Z0-9]/.test(receiver.account)) return fault('account', 'wrongCharacters')
  return hasAchText(receiver.name) ? null : fault('name', 'empty')
}

const USUAL_ACCOUNT = /^\d{1,17}$/

/** Known ones are kept: most customers have one of a few hundred banks. */
function isRoutingNumber(text: string): boolean {
  if (KNOWN.has(text)) return true
  if (checkRoutingNumber(text) !== null) return false
  if (KNOWN.size < MOST_KNOWN) KNOWN.add(text)
  return true
}

const KNOWN = new Set<string>()
const MOST_KNOWN = 20_000

function amountFault(amount: number, { amounts: [least, most] }: BatchForm): AchFault | null {
  if (most === 0) return amount === 0 ? null : fault('amount', 'notZero')
  if (!Number.isSafeInteger(amount) || amount < least) return fault('amount', 'tooSmall')
  return amount > Math.min(most, MOST_OF_AN_ENTRY) ? fault('amount', 'tooLarge') : null
}

function recurrenceFault({ recurrence }: AchEntry, form: BatchForm): AchFault | null {
  if (form.class === 'WEB') return recurrence === null ? fault('recurrence', 'missing') : null
  return recurrence === null ? null : fault('recurrence', 'notOfThisBatch')
}

function descriptionFault(description: string): AchFault | null {
  if (RESERVED_DESCRIPTIONS.has(description)) return fault('description', 'reserved')
  if (!/[A-Z]/.test(description)) return fault('description', 'wrongCharacters')
  return textFault('description', description, { most: 10 })
}

function textFault(
  field: AchFault['field'],
  text: string,
  { most }: { most: number },
): AchFault | null {
  if (text.trim() === '') return fault(field, 'empty')
  if (!isAchText(text)) return fault(field, 'wrongCharacters')
  return text.length > most ? fault(field, 'tooLong') : null
}

function isWithin(value: number, most: number): boolean {
  return Number.isSafeInteger(value) && value >= 1 && value <= most
}

function isTime(text: string): boolean {
  return /^([01]\d|2[0-3]):[0-5]\d$/.test(text)
}

function fault(field: AchFault['field'], reason: AchFault['reason']): AchFault {
  return { field, reason }
}
