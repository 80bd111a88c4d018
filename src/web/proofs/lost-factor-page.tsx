import type { OwnFactors } from '#src/identity/recovery/remove-lost-factors.ts'
import type { VisitorSession } from '#src/identity/sessions.ts'
import { Button } from '#src/ui/button.tsx'
import { CheckField } from '#src/ui/forms/check-field.tsx'
import { FormFields } from '../form-session.tsx'
import { readerOf } from '../reader.ts'
import type { WebContext } from '../request-context.ts'
import { LOST_FACTOR } from './account-flow.ts'
import { Afterwards } from './afterwards.tsx'
import { errorOf, type RegisterProblem, registerStepPage } from './register-step.tsx'

export type LostProblem = 'nothingChosen' | 'incomplete'

type Box = { readonly name: string; readonly label: string }

/** The third step: what is lost. What was ticked stays ticked. */
export function lostFactorPage(
  c: WebContext,
  session: VisitorSession,
  shown: {
    readonly own: OwnFactors
    /** When what was proved stops counting. */
    readonly until: string
    readonly problem: LostProblem | null
  },
): Response {
  const { lostFactor: w } = c.get('words').provenChanges
  const boxes = boxesOf(c, shown.own)
  const problem = problemOf(c, shown.problem, boxes)
  return registerStepPage(c, {
    flow: LOST_FACTOR,
    step: 3,
    title: w.chooseTitle,
    problem,
    children: (
      <form class="k-fields" method="post" action="/recover/factor/removal">
        <FormFields c={c} session={session} />
        <p class="k-row">{w.chooseLead(readerOf(c).time(shown.until))}</p>
        <fieldset class="k-radio-group k-row">
          <legend>{w.legend}</legend>
          <Boxes c={c} boxes={boxes} problem={problem} />
        </fieldset>
        <Button look="primary" width="full">
          {w.submit}
        </Button>
        <Afterwards said={w} icons={LOST_FACTOR.icons} />
        <p class="k-row k-small k-ink2">{w.passwordToo}</p>
      </form>
    ),
  })
}

function Boxes(props: { c: WebContext; boxes: readonly Box[]; problem: RegisterProblem | null }) {
  const { c, boxes, problem } = props
  const typed = c.req.method === 'POST' ? c.get('form').typed : {}
  return (
    <>
      {boxes.map(({ name, label }) => (
        <CheckField
          id={name}
          name={name}
          label={label}
          checked={typed[name] === 'yes'}
          error={errorOf(problem, name)}
        />
      ))}
    </>
  )
}

function boxesOf(c: WebContext, own: OwnFactors): Box[] {
  const { lostFactor: w } = c.get('words').provenChanges
  return [
    ...own.passkeys.map(({ id, name }) => ({ name: `lost-${id}`, label: w.passkey(name) })),
    ...own.authenticators.map(({ id, name }) => ({ name: `lost-${id}`, label: w.app(name) })),
    ...(own.backupCodesLeft > 0
      ? [{ name: 'backupCodes', label: w.backup(own.backupCodesLeft) }]
      : []),
  ]
}

function problemOf(
  c: WebContext,
  problem: LostProblem | null,
  boxes: readonly Box[],
): RegisterProblem | null {
  if (problem === null) return null
  const { provenChanges, shell } = c.get('words')
  const [field, message] =
    problem === 'incomplete'
      ? ['key', shell.form.incomplete]
      : [boxes[0]?.name ?? 'key', provenChanges.lostFactor.chooseMissing]
  return { kind: 'fields', problems: [{ field, message }] }
}
