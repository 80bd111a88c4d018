// What is typed beside a paper that is to be attached.
import * as z from 'zod'
import { ATTACHED_KINDS, hasLongNumber } from '#src/domain/attached-kinds.ts'
import type { CivilDate } from '#src/domain/calendar.ts'
import { type FormAnswer, readForm, typedDay } from '#src/http/form.ts'
import type { NewPaper } from '#src/servicing/papers/attach-paper.ts'
import type { AccountPapers } from '#src/servicing/papers/view-papers.ts'
import type { DeskContext } from '../desk-context.ts'

export type AttachDraft = Omit<NewPaper, 'bytes' | 'formKey'>

/** `seen` of everybody who owes. */
export const EVERYBODY = 'everybody'

export function readAttachForm(c: DeskContext, view: AccountPapers): FormAnswer<AttachDraft> {
  const w = c.get('words').desk.papers.form
  const { kind, title, on, language, seen, replaces } = c.get('form').typed
  const schema = z
    .object({
      kind: z.enum(ATTACHED_KINDS, w.kindMissing),
      title: z
        .string()
        .trim()
        .min(1, w.nameMissing)
        .max(120, w.nameLong)
        .refine((text) => !hasLongNumber(text), w.numbers),
      on: z.string().transform((text, context): CivilDate => {
        const day = typedDay(text)
        if (day !== null && day <= view.today) return day
        context.addIssue({ code: 'custom', message: w.onWrong })
        return z.NEVER
      }),
      language: z.enum(['en', 'es'], w.languageMissing),
      seen: z
        .string()
        .refine((who) => who === EVERYBODY || view.people.has(who), w.seenMissing)
        .transform((who) => (who === EVERYBODY ? null : who)),
      replaces: z.union([z.uuid(), z.literal('').transform(() => null)]),
    })
    .transform(({ language: locale, seen: obligorId, on: onDate, ...rest }) => {
      return { ...rest, locale, obligorId, onDate }
    })
  const typed = { kind, title, on, language, seen, replaces }
  const sent = Object.fromEntries(Object.entries(typed).map(([name, text = '']) => [name, text]))
  return readForm<AttachDraft>(schema, sent, c.get('words'))
}
