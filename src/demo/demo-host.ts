import type { Context, Env } from 'hono'
import type { ComponentChildren } from 'preact'
import type { AssetName } from '#src/ui/document.tsx'

export type AssetUrl = (name: AssetName) => string

/** What the host of a demo's pages does for their forms. */
export type DemoHost<E extends Env> = {
  readonly assets: AssetUrl
  /** First in every form: the token without which the host's guard lets nothing pass. */
  readonly fields: (c: Context<E>) => Promise<ComponentChildren>
  /** What a form that passed the guard brought. */
  readonly typed: (c: Context<E>) => Readonly<Record<string, string | undefined>>
}
