import { Note } from '#src/ui/note.tsx'
import type { DeskContext } from './desk-context.ts'

type Step = 'asked' | 'done' | 'refused' | 'withdrawn'

/** What was just done about a request that two people decide: its form led back with `?done=`. */
export function RequestDone(props: { c: DeskContext; words: Readonly<Record<Step, string>> }) {
  const asked = props.c.req.query('done')
  const step = STEPS.find((each) => each === asked)
  return step ? (
    <Note tone={step === 'asked' ? 'info' : 'ok'} role="status">
      {props.words[step]}
    </Note>
  ) : null
}

const STEPS: readonly Step[] = ['asked', 'done', 'refused', 'withdrawn']
