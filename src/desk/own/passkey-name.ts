import * as z from 'zod'
import { readForm } from '#src/http/form.ts'
import type { DeskContext } from '../desk-context.ts'

const longest = 60

type NamedPasskey =
  | { readonly ok: true; readonly value: string }
  | { readonly ok: false; readonly problem: string }

/** What the form that adds a passkey calls it. */
export function readPasskeyName(c: DeskContext): NamedPasskey {
  const w = c.get('words').passkeys
  const name = z.string().trim().min(1, w.nameMissing).max(longest, w.nameTooLong(longest))
  const { typed } = c.get('form')
  const form = readForm(z.object({ name }), { name: typed.name ?? '' }, c.get('words'))
  if (form.ok) return { ok: true, value: form.value.name }
  return { ok: false, problem: form.problems[0]?.message ?? w.nameMissing }
}
