// What the network calls what an entry of ours is for.
import { unreachable } from '#src/domain/assert.ts'
import type { AchPurpose } from '#src/formats/nacha/ach-file.ts'
import type { FileBatch } from '#src/store/ach/file-entries.ts'
import type { LenderBank } from '../../lender-file.ts'

export function purposeOf(
  of: Pick<FileBatch, 'purpose' | 'class' | 'direction'>,
  { descriptions }: Pick<LenderBank, 'descriptions'>,
): AchPurpose {
  const { purpose, class: authorizedBy, direction } = of
  switch (purpose) {
    case 'payment':
      return { kind: 'debits', class: authorizedBy, description: descriptions.payment }
    case 'retry':
      return { kind: 'retries', class: authorizedBy }
    case 'refund':
      return { kind: 'refunds', description: descriptions.refund }
    case 'prenote':
      return { kind: 'prenotes', class: authorizedBy, description: descriptions.payment }
    case 'accountCheck':
      return { kind: 'accountCheck', withDebits: direction !== 'credit' }
    case 'returnFee':
      return { kind: 'returnFees', class: authorizedBy }
    case 'reversal':
      return {
        kind: 'reversals',
        class: authorizedBy,
        of: direction === 'credit' ? 'debits' : 'credits',
      }
    default:
      return unreachable(purpose)
  }
}
