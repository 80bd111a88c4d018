// What the parts of the form are given.
import type { FieldProblem } from '#src/http/form.ts'
import type { AccountVisit } from '../account-visit.tsx'
import type { AskedAutopay, TriedAutopay } from './draft-visit.ts'

export type AutopayFormProps = {
  readonly visit: AccountVisit
  readonly asked: AskedAutopay
  readonly tried: TriedAutopay
  readonly problems: readonly FieldProblem[]
}

export function errorOf(
  { problems }: Pick<AutopayFormProps, 'problems'>,
  field: string,
): { error?: string } {
  const message = problems.find((problem) => problem.field === field)?.message
  return message === undefined ? {} : { error: message }
}
