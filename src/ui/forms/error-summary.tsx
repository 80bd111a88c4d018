import type { ComponentChildren } from 'preact'

/**
 * `fieldId` is the id of the control to fix, null for a problem of the whole form; the words are
 * those beside the field.
 */
export type FieldProblem = { fieldId: string | null; words: ComponentChildren }

/** On top of a form that came back; takes focus on load. `children` replaces the list of links. */
export function ErrorSummary(props: {
  title: ComponentChildren
  problems?: readonly FieldProblem[]
  children?: ComponentChildren
}) {
  return (
    // biome-ignore lint/a11y/noAutofocus: a form that came back begins with what to fix
    <section class="k-errors" id="errors" aria-labelledby="errors-title" tabIndex={-1} autoFocus>
      <h2 id="errors-title">{props.title}</h2>
      {props.children && <p>{props.children}</p>}
      {props.problems && props.problems.length > 0 && (
        <ul>
          {props.problems.map((problem) => (
            <li>
              {problem.fieldId === null ? (
                problem.words
              ) : (
                <a href={`#${problem.fieldId}`}>{problem.words}</a>
              )}
            </li>
          ))}
        </ul>
      )}
    </section>
  )
}
