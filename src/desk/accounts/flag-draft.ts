// What is typed into the forms of flags, read once for all of them.
import * as z from 'zod'
import type { CivilDate } from '#src/domain/calendar.ts'
import { FLAG_KINDS, FLAG_RULES, type FlagKind } from '#src/domain/rules/flags/account-flags.ts'
import { readForm, typedDay } from '#src/http/form.ts'
import type { AccountMoney } from '#src/servicing/desk-account/view-account-money.ts'
import type { DeskContext } from '../desk-context.ts'

export type FlagChoice = { readonly kind: FlagKind; readonly obligorId: string | null }

/** What can be noted by anybody who serves: an order to take the vehicle has a form of its own. */
export function flagChoices({ people }: AccountMoney): FlagChoice[] {
  const all = FLAG_KINDS.filter((kind) => kind !== 'repossession')
  return all.flatMap((kind): FlagChoice[] =>
    FLAG_RULES[kind].about === 'account'
      ? [{ kind, obligorId: null }]
      : [...people.keys()].map((obligorId) => ({ kind, obligorId })),
  )
}

/** The choice as a form sends it: "death 0198…". */
export function choiceValue({ kind, obligorId }: FlagChoice): string {
  return obligorId === null ? kind : `${kind} ${obligorId}`
}

/** A sentence that is kept for good, in plain text: no card or account number belongs in it. */
export function reasonField(c: DeskContext) {
  const w = c.get('words').desk.money.work
  return z
    .string()
    .trim()
    .min(1, w.noteMissing)
    .max(1_000, w.noteLong)
    .regex(/^(?!.*\d(?:[ -]?\d){7})/s, w.noteNumbers)
}

export type FlagDraft = {
  readonly kind: string
  readonly since: CivilDate
  readonly reason: string
  readonly key: string
}

/** `kinds`: the choices there are; null where there is nothing to choose. */
export function readFlagForm(
  c: DeskContext,
  of: { readonly today: CivilDate; readonly kinds: readonly string[] | null },
) {
  const w = c.get('words').desk.accounts.flags.form
  const { typed } = c.get('form')
  const schema = z.object({
    kind: z.string().refine((kind) => of.kinds?.includes(kind) ?? true, w.kindMissing),
    since: z.string().transform((text, context): CivilDate => {
      const day = typedDay(text)
      if (day !== null && day <= of.today) return day
      context.addIssue({ code: 'custom', message: w.sinceWrong })
      return z.NEVER
    }),
    reason: reasonField(c),
    key: z.uuid(),
  })
  const { kind = '', since = '', reason = '', key = '' } = typed
  return readForm<FlagDraft>(schema, { kind, since, reason, key }, c.get('words'))
}
