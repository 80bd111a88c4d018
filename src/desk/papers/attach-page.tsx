import { ATTACHED_KINDS } from '#src/domain/attached-kinds.ts'
import { type FieldProblem, summaryOf, type Typed } from '#src/http/form.ts'
import type { StaffSession } from '#src/identity/staff/staff-sessions.ts'
import type { AccountPapers } from '#src/servicing/papers/view-papers.ts'
import type { KeptAttached } from '#src/store/documents/attached-papers.ts'
import { Button, ButtonLink, Buttons } from '#src/ui/button.tsx'
import { RadioGroup } from '#src/ui/forms/check-field.tsx'
import { ErrorSummary } from '#src/ui/forms/error-summary.tsx'
import { FileField } from '#src/ui/forms/file-field.tsx'
import { DateField, TextField } from '#src/ui/forms/text-field.tsx'
import { PageHeading } from '#src/ui/layout/page-heading.tsx'
import { Panel } from '#src/ui/panel.tsx'
import type { DeskContext } from '../desk-context.ts'
import { DeskFields } from '../desk-forms.tsx'
import { deskPage } from '../desk-page.tsx'
import { EVERYBODY } from './attach-draft.ts'

export type AttachForm = {
  readonly view: AccountPapers
  readonly typed: Typed
  readonly problems: readonly FieldProblem[]
  /** The paper in whose place it comes. */
  readonly replaced: KeptAttached | null
}

/** What was typed is kept; a browser lets nobody keep the file. */
export function attachPage(c: DeskContext, session: StaffSession, form: AttachForm): Response {
  const { shell, desk } = c.get('words')
  const { view, problems, replaced } = form
  const w = desk.papers.form
  const papers = `/accounts/${view.accountId}/papers`
  const title = replaced ? w.replaceTitle(replaced.title) : w.title
  const isRefused = problems.length > 0
  return deskPage(c, {
    title: isRefused ? `${shell.errorPrefix} ${title}` : title,
    ...(isRefused && { status: 422 as const }),
    current: 'customers',
    children: (
      <>
        <PageHeading
          identity={<a href={papers}>{desk.papers.title}</a>}
          title={title}
          lead={replaced ? w.replaceLead : w.lead}
        />
        <div class="k-flow">
          {isRefused && (
            <ErrorSummary
              title={shell.errorSummary(problems.length)}
              problems={summaryOf(problems)}
            />
          )}
          <Panel>
            <form
              class="k-fields"
              method="post"
              action={`${papers}/new`}
              enctype="multipart/form-data"
            >
              <DeskFields c={c} session={session} />
              <input type="hidden" name="replaces" value={replaced?.id ?? ''} />
              <Fields c={c} form={form} />
              <Buttons phone="stacked">
                <Button look="primary">{w.save}</Button>
                <ButtonLink look="quiet" href={papers}>
                  {w.back}
                </ButtonLink>
              </Buttons>
            </form>
          </Panel>
        </div>
      </>
    ),
  })
}

/** The file comes last: what stands before it is read even if it is too large. */
function Fields({ c, form }: { c: DeskContext; form: AttachForm }) {
  const { desk, documents } = c.get('words')
  const { form: w, languages, everybody } = desk.papers
  const { typed, problems, replaced, view } = form
  const wrong = (field: string) => problems.find((each) => each.field === field)?.message
  const error = (field: string) => {
    const message = wrong(field)
    return message === undefined ? {} : { error: message }
  }
  const names = [...view.people].map(([value, name]) => ({ value, label: w.only(name) }))
  return (
    <>
      <RadioGroup
        id="kind"
        name="kind"
        legend={w.kind}
        value={typed.kind ?? replaced?.kind ?? ''}
        options={ATTACHED_KINDS.map((kind) => ({
          value: kind,
          label: documents.attached.kinds[kind],
        }))}
        {...error('kind')}
      />
      <TextField
        id="title"
        name="title"
        label={w.name}
        hint={w.nameHint}
        value={typed.title ?? replaced?.title ?? ''}
        autocomplete="off"
        maxlength={120}
        {...error('title')}
      />
      <DateField
        id="on"
        name="on"
        label={w.on}
        value={typed.on ?? ''}
        max={view.today}
        width="short"
        {...error('on')}
      />
      <RadioGroup
        id="language"
        name="language"
        legend={w.language}
        value={typed.language ?? replaced?.locale ?? ''}
        options={(['en', 'es'] as const).map((value) => ({ value, label: languages[value] }))}
        {...error('language')}
      />
      <RadioGroup
        id="seen"
        name="seen"
        legend={w.seen}
        value={typed.seen ?? (replaced ? (replaced.obligorId ?? EVERYBODY) : '')}
        options={[{ value: EVERYBODY, label: everybody }, ...names]}
        {...error('seen')}
      />
      <FileField
        id="file"
        name="file"
        label={w.file}
        hint={problems.length > 0 ? `${w.fileHint} ${w.again}` : w.fileHint}
        accept=".pdf,application/pdf"
        {...error('file')}
      />
    </>
  )
}
