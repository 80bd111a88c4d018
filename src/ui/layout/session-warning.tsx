import type { ComponentChildren } from 'preact'
import { Button, ButtonLink } from '../button.tsx'

export type SessionWarningProps = {
  readonly end: {
    readonly who: string
    readonly left: number
    readonly warn: number
    readonly latest: boolean
    readonly title: string
    readonly warning: string
  }
  readonly words: { readonly stay: string; readonly close: string; readonly signOut: string }
  /** Where going on is sent to. */
  readonly stayAt: string
  /** The hidden ones of a form, made anew for each. */
  readonly fields: () => ComponentChildren
  /** What takes the place of everything in and around the main part once the session is over. */
  readonly over: {
    readonly documentTitle: string
    readonly title: string
    readonly text: string
    readonly again: string
    readonly href: string
  }
}

/** Hidden until the island `idle` opens it; without a script a line of the page says the same. */
export function SessionWarning({ end, words, stayAt, fields, over }: SessionWarningProps) {
  return (
    <>
      <dialog
        class="k-session-end"
        role="alertdialog"
        aria-labelledby="session-end-title"
        aria-describedby="session-end-words"
        data-who={end.who}
        data-left={end.left}
        data-warn={end.warn}
      >
        <h2 class="k-section" id="session-end-title">
          {end.title}
        </h2>
        <p id="session-end-words">{end.warning}</p>
        <div class="k-buttons k-buttons-stacked">
          <form method="post" action={stayAt} hidden={end.latest}>
            {fields()}
            <Button look="primary">{words.stay}</Button>
          </form>
          <form method="dialog" hidden={!end.latest}>
            <Button look="primary">{words.close}</Button>
          </form>
          <form method="post" action="/sign-out">
            {fields()}
            <Button>{words.signOut}</Button>
          </form>
        </div>
      </dialog>
      <template data-title={over.documentTitle}>
        <div class="k-signed-out k-panel">
          <h1 class="k-title">{over.title}</h1>
          <p>{over.text}</p>
          <ButtonLink look="primary" href={over.href}>
            {over.again}
          </ButtonLink>
        </div>
      </template>
    </>
  )
}
