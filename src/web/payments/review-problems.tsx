// What keeps a payment from being made, above what is checked.
import type { Refusal } from '#src/domain/refusal.ts'
import { ErrorSummary } from '#src/ui/forms/error-summary.tsx'
import { Note } from '#src/ui/note.tsx'
import type { Reader } from '../reader.ts'

type Props = {
  readonly refusals: readonly Refusal[]
  /** The number of the attempt that was refused when it was sent; it moves no money. */
  readonly attempt: string | null
  readonly reader: Reader
}

export function ReviewProblems({ refusals, attempt, reader }: Props) {
  return (
    <>
      {refusals.length > 0 && <Problems refusals={refusals} reader={reader} />}
      <AttemptNote attempt={attempt} reader={reader} />
    </>
  )
}

/** Each sentence leads to the box to tick, or to the button that confirms the new amount. */
function Problems({ refusals, reader }: Pick<Props, 'refusals' | 'reader'>) {
  const { words, locale } = reader
  return (
    <ErrorSummary
      title={words.shell.errorSummary(refusals.length)}
      problems={refusals.map((refusal) => ({
        fieldId: FIELDS[refusal.code] ?? 'agreed',
        words: words.refusals.sentence(refusal, locale),
      }))}
    />
  )
}

const FIELDS: Partial<Record<Refusal['code'], string>> = {
  duplicatePayment: 'second',
  unusualAmount: 'unusual',
}

export function AttemptNote({ attempt, reader }: Pick<Props, 'attempt' | 'reader'>) {
  const w = reader.words.payments.attempts
  if (attempt === null) return null
  return (
    <div class="mb-6">
      <Note tone="warn" lead={w.lead}>
        {w.number} <span class="k-code">{attempt}</span>
      </Note>
    </div>
  )
}
