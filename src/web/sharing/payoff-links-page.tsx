import { type FieldProblem, summaryOf } from '#src/http/form.ts'
import { type ListedLink, listPayoffLinks } from '#src/servicing/sharing/list-payoff-links.ts'
import { LINK_DAYS } from '#src/servicing/sharing/make-payoff-link.ts'
import type { LoanView } from '#src/servicing/view-account.ts'
import { Button, ButtonLink, Buttons } from '#src/ui/button.tsx'
import { Chip } from '#src/ui/chip.tsx'
import { Disclosure } from '#src/ui/disclosure.tsx'
import { type Fact, FactList } from '#src/ui/figures/fact-list.tsx'
import { RadioGroup } from '#src/ui/forms/check-field.tsx'
import { ErrorSummary } from '#src/ui/forms/error-summary.tsx'
import { TextField } from '#src/ui/forms/text-field.tsx'
import { PageHeading } from '#src/ui/layout/page-heading.tsx'
import { Area, PanelGrid } from '#src/ui/layout/panel-grid.tsx'
import { Note } from '#src/ui/note.tsx'
import { Panel } from '#src/ui/panel.tsx'
import { AccountIdentity, type AccountVisit, showAccountPage } from '../account-visit.tsx'
import { FormFields } from '../form-session.tsx'
import { sharingOf } from './sharing-of.ts'

type Shown = { readonly view: LoanView; readonly problems: readonly FieldProblem[] }

export async function payoffLinksPage(visit: AccountVisit, shown: Shown): Promise<Response> {
  const { c, owner, reader, base } = visit
  const { view, problems } = shown
  const w = reader.words.sharing.links
  const links = await listPayoffLinks(sharingOf(c), owner)
  return showAccountPage(visit, view, {
    title: w.title,
    current: 'payoff',
    ...(problems.length > 0 && { status: 422, state: 'error' }),
    children: (
      <>
        <PageHeading
          identity={<AccountIdentity visit={visit} view={view} />}
          title={w.title}
          lead={w.lead}
          aside={<a href={`${base}/payoff`}>{w.back}</a>}
        />
        {problems.length > 0 && (
          <ErrorSummary
            title={reader.words.shell.errorSummary(problems.length)}
            problems={summaryOf(problems)}
          />
        )}
        <PanelGrid split="6-6">
          <Area at="main">
            {c.req.query('done') === 'ended' && (
              <Note tone="ok" role="status">
                {w.ended}
              </Note>
            )}
            <Panel title={w.list}>
              {links.length === 0 ? (
                <p>{w.none}</p>
              ) : (
                <FactList look="ruled" facts={links.map((link) => factOf(visit, link))} />
              )}
            </Panel>
          </Area>
          <Area at="side">
            {view.status === 'open' && (
              <Panel title={w.new}>
                <LinkForm visit={visit} problems={problems} />
              </Panel>
            )}
          </Area>
        </PanelGrid>
      </>
    ),
  })
}

function LinkForm({ visit, problems }: { visit: AccountVisit; problems: Shown['problems'] }) {
  const { c, session, reader, base } = visit
  const { links: w, kinds } = reader.words.sharing
  const typed = c.req.method === 'POST' ? c.get('form').typed : {}
  const error = (name: string) => {
    const message = problems.find(({ field }) => field === name)?.message
    return message === undefined ? {} : { error: message }
  }
  return (
    <form class="k-fields" method="post" action={`${base}/payoff/links`}>
      <FormFields c={c} session={session} />
      <RadioGroup
        id="kind"
        name="kind"
        legend={w.kind}
        options={(['dealer', 'insurer'] as const).map((kind) => ({
          value: kind,
          label: kinds[kind],
        }))}
        value={typed.kind ?? 'dealer'}
        {...error('kind')}
      />
      <TextField
        id="givenTo"
        name="givenTo"
        label={w.givenTo}
        hint={w.givenToHint}
        value={typed.givenTo ?? ''}
        maxlength={80}
        autocomplete="off"
        {...error('givenTo')}
      />
      <RadioGroup
        id="days"
        name="days"
        legend={w.days}
        options={LINK_DAYS.map((days) => ({ value: String(days), label: w.dayCount(days) }))}
        value={typed.days ?? '7'}
        {...error('days')}
      />
      <Buttons>
        <Button look="primary">{w.submit}</Button>
        <ButtonLink href={`${base}/payoff`}>{w.back}</ButtonLink>
      </Buttons>
    </form>
  )
}

const TONES = {
  open: 'ok',
  expired: 'plain',
  revoked: 'plain',
  forCaller: 'plain',
  locked: 'bad',
} as const

function factOf(visit: AccountVisit, link: ListedLink): Fact {
  const { reader } = visit
  const { links: w, kinds } = reader.words.sharing
  const { givenTo, state, createdAt, expiresAt } = link
  return {
    mark: { icon: state === 'open' ? 'eye' : 'eye-off' },
    title: (
      <>
        {givenTo} <Chip tone={TONES[state]}>{w.states[state]}</Chip>
      </>
    ),
    detail: (
      <>
        {kinds[link.kind]}. {w.made(reader.moment(createdAt))}.
        {state === 'open' && ` ${w.until(reader.moment(expiresAt))}.`}
      </>
    ),
    action: (
      <>
        <Openings visit={visit} link={link} />
        {state === 'open' && <EndForm visit={visit} link={link} />}
      </>
    ),
  }
}

function Openings({ visit, link }: { visit: AccountVisit; link: ListedLink }) {
  const { reader } = visit
  const w = reader.words.sharing.links
  const { visits } = link
  if (visits.length === 0) return <p class="k-small">{w.never}</p>
  const summary = w.opened(visits.length)
  return (
    <Disclosure show={summary} hide={summary} state="closed">
      <ul>
        {visits.map(({ openedAt, network }) => (
          <li>{w.visit(reader.moment(openedAt), network)}</li>
        ))}
      </ul>
    </Disclosure>
  )
}

function EndForm({ visit, link }: { visit: AccountVisit; link: ListedLink }) {
  const { c, session, reader, base } = visit
  const w = reader.words.sharing.links
  return (
    <form class="mt-3" method="post" action={`${base}/payoff/links/${link.id}/end`}>
      <FormFields c={c} session={session} />
      <Button size="dense" label={w.endNamed(link.givenTo)}>
        {w.end}
      </Button>
    </form>
  )
}
