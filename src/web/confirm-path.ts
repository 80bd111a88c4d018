import { safePath } from '#src/http/safe-path.ts'

/** Where a second factor is asked for, and where one comes to after that. */
export function confirmPath(next: string | undefined): string {
  return `/confirm?${new URLSearchParams({ next: safePath(next) ?? '/accounts' })}`
}

/** Where the confirmation leads to when a form waits for it. */
export const HELD_FORM = '/held-form'
