// The fields of the form that sets autopay, by their names.

export const draftFields = [
  'amount',
  'extra',
  'fixed',
  'day',
  'days',
  'dayOfMonth',
  'first',
  'second',
  'payday',
  'charges',
  'begins',
  'ends',
  'from',
] as const

export type AutopayDraft = Readonly<Record<(typeof draftFields)[number], string>>

/** The draft as an address query, for links and hidden fields that keep what was chosen. */
export function draftQuery(draft: AutopayDraft): string {
  const typed = draftFields.flatMap((name) => (draft[name] === '' ? [] : [[name, draft[name]]]))
  return new URLSearchParams(typed).toString()
}
