import { mayEver } from '#src/identity/staff/staff-policy.ts'
import type { StaffSession } from '#src/identity/staff/staff-sessions.ts'
import type { MoneyTask } from '#src/store/ach/money-tasks.ts'
import { Button, ButtonLink, Buttons } from '#src/ui/button.tsx'
import { Empty } from '#src/ui/empty.tsx'
import { FactList } from '#src/ui/figures/fact-list.tsx'
import { ErrorSummary } from '#src/ui/forms/error-summary.tsx'
import { TextField } from '#src/ui/forms/text-field.tsx'
import { PageHeading } from '#src/ui/layout/page-heading.tsx'
import { Note } from '#src/ui/note.tsx'
import { Panel } from '#src/ui/panel.tsx'
import { type DeskContext, momentsFor } from '../desk-context.ts'
import { DeskFields } from '../desk-forms.tsx'
import { deskPage } from '../desk-page.tsx'
import { MoneyParts } from './money-links.tsx'
import { TaskDetails } from './task-details.tsx'

/** A note that was not taken: it comes back as it was typed. */
export type Refused = {
  readonly taskId: string
  readonly note: string
  readonly problem: string
}

type Parts = {
  readonly open: readonly MoneyTask[]
  readonly done: readonly MoneyTask[]
  readonly refused: Refused | null
}
type Of = { readonly c: DeskContext; readonly session: StaffSession }

export function tasksPage(c: DeskContext, session: StaffSession, parts: Parts): Response {
  const { desk, shell } = c.get('words')
  const w = desk.money.work
  const { open, done, refused } = parts
  return deskPage(c, {
    title: refused ? `${shell.errorPrefix} ${w.title}` : w.title,
    ...(refused && { status: 422 as const }),
    current: 'money',
    children: (
      <>
        <PageHeading title={w.title} lead={w.lead} aside={<MoneyParts c={c} current="tasks" />} />
        <div class="k-flow">
          {refused && (
            <ErrorSummary
              title={shell.errorSummary(1)}
              problems={[{ fieldId: noteId(refused.taskId), words: refused.problem }]}
            />
          )}
          <Done c={c} />
          {open.length === 0 ? (
            <Panel>
              <Empty title={w.none}>{w.noneText}</Empty>
            </Panel>
          ) : (
            open.map((task) => <OpenTask c={c} session={session} task={task} refused={refused} />)
          )}
          <Panel title={w.doneTitle}>
            {done.length === 0 ? <p>{w.doneNone}</p> : <DoneTasks c={c} done={done} />}
          </Panel>
        </div>
      </>
    ),
  })
}

function Done({ c }: { c: DeskContext }) {
  const w = c.get('words').desk.money.work
  const done = c.req.query('done')
  if (done !== 'yes' && done !== 'before') return null
  return (
    <Note tone={done === 'yes' ? 'ok' : 'info'} role="status">
      {done === 'yes' ? w.finished : w.already}
    </Note>
  )
}

function OpenTask(props: Of & { task: MoneyTask; refused: Refused | null }) {
  const { c, session, task, refused } = props
  const w = c.get('words').desk.money.work
  const isRefused = refused?.taskId === task.id
  const kind = kindWords(c, task)
  const fileId = decidedElsewhere(task)
  return (
    <Panel title={kind} lead={w.opened(momentsFor(c).moment(task.openedAt))}>
      <div class="k-flow">
        <TaskDetails c={c} task={task} />
        {fileId !== null && (
          <Buttons>
            <ButtonLink href={`/money/files/${fileId}#refused`}>{w.decide}</ButtonLink>
          </Buttons>
        )}
        {fileId === null && mayEver(session.role, 'closeMoneyTask') && (
          <form class="k-fields" method="post" action="/money/tasks">
            <DeskFields c={c} session={session} />
            <input type="hidden" name="task" value={task.id} />
            <TextField
              id={noteId(task.id)}
              name="note"
              label={w.note}
              hint={w.noteHint}
              value={isRefused ? refused.note : ''}
              autocomplete="off"
              maxlength={1000}
              {...(isRefused && { error: refused.problem })}
            />
            <Buttons>
              <Button label={w.finishNamed(kind)}>{w.finish}</Button>
            </Buttons>
          </form>
        )}
      </div>
    </Panel>
  )
}

/** The file of ours that a task waits for a decision about, on its own page. */
function decidedElsewhere({ kind, details }: MoneyTask): string | null {
  const { fileId } = details
  return kind === 'fileRefused' && typeof fileId === 'string' ? fileId : null
}

function noteId(taskId: string): string {
  return `note-${taskId}`
}

function kindWords(c: DeskContext, { kind }: MoneyTask): string {
  const w = c.get('words').desk.money.work
  return w.kinds[kind] ?? w.otherKind
}

function DoneTasks({ c, done }: { c: DeskContext; done: readonly MoneyTask[] }) {
  const w = c.get('words').desk.money.work
  const { moment } = momentsFor(c)
  return (
    <FactList
      look="ruled"
      facts={done.map((task) => ({
        mark: { icon: 'circle-check' },
        title: kindWords(c, task),
        detail: (
          <>
            {task.note}
            <br />
            {w.doneBy(moment(task.doneAt ?? task.openedAt))}
          </>
        ),
      }))}
    />
  )
}
