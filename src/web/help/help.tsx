// GET /help and /help/:topic: every question of a worried customer, without signing in.
import type { Hono } from 'hono'
import type { ComponentChildren } from 'preact'
import { ButtonLink, Buttons } from '#src/ui/button.tsx'
import { PageHeading } from '#src/ui/layout/page-heading.tsx'
import { Area, PanelGrid } from '#src/ui/layout/panel-grid.tsx'
import { Panel, Rule } from '#src/ui/panel.tsx'
import { page } from '../page.tsx'
import type { WebContext, WebEnv } from '../request-context.ts'
import { helpFacts } from './help-facts.ts'
import { PersonPanel } from './person-panel.tsx'
import { DESTINATIONS, HELP_GROUPS, type HelpSlug, helpPath, NEXT } from './topics.ts'

export function registerHelp(app: Hono<WebEnv>): void {
  app.get('/help', overview)
  for (const { topics } of HELP_GROUPS)
    for (const slug of topics) app.get(helpPath(slug), (c) => topicPage(c, slug))
}

function overview(c: WebContext): Response {
  const { help: w } = c.get('words')
  return page(c, {
    title: w.title,
    children: (
      <>
        <PageHeading title={w.title} lead={w.lead} />
        <PanelGrid split="6-6">
          <Area at="main">
            <Groups c={c} at="main" />
          </Area>
          <Area at="side">
            <Groups c={c} at="side" />
            <PersonPanel c={c} />
          </Area>
        </PanelGrid>
      </>
    ),
  })
}

function Groups({ c, at }: { c: WebContext; at: 'main' | 'side' }) {
  const { help: w } = c.get('words')
  return HELP_GROUPS.filter((group) => group.at === at).map(({ key, topics }) => (
    <Panel title={w.groups[key]}>
      <TopicList c={c} topics={topics}>
        {key === 'safety' && (
          <li>
            <a href="/check">{w.check}</a>
          </li>
        )}
        {key === 'using' && (
          <li>
            <a href="/accessibility">{w.accessibility}</a>
          </li>
        )}
      </TopicList>
    </Panel>
  ))
}

function topicPage(c: WebContext, slug: HelpSlug): Response {
  const { help: w } = c.get('words')
  const topic = w.topics[slug](helpFacts(c))
  const { related } = NEXT[slug]
  return page(c, {
    title: topic.title,
    children: (
      <>
        <PageHeading
          identity={<a href="/help">{w.all}</a>}
          title={topic.title}
          lead={topic.answer}
        />
        <PanelGrid split="8-4">
          <Area at="main">
            <Answer c={c} slug={slug} />
          </Area>
          <Area at="side">
            <PersonPanel c={c} />
            <Panel title={w.related}>
              <TopicList c={c} topics={related} />
            </Panel>
          </Area>
        </PanelGrid>
      </>
    ),
  })
}

function Answer({ c, slug }: { c: WebContext; slug: HelpSlug }) {
  const { help: w } = c.get('words')
  const topic = w.topics[slug](helpFacts(c))
  const { go } = NEXT[slug]
  return (
    <Panel title={w.steps}>
      <ol class="k-help-steps">
        {topic.steps.map((step) => (
          <li>{step}</li>
        ))}
      </ol>
      {go && (
        <Buttons>
          <ButtonLink look="primary" href={DESTINATIONS[go]}>
            {w.go[go]}
          </ButtonLink>
        </Buttons>
      )}
      <Rule />
      <h2 class="k-section">{w.time}</h2>
      <p>{topic.time}</p>
      <Rule />
      <h2 class="k-section">{w.why}</h2>
      <div class="k-flow">
        {topic.why.map((paragraph) => (
          <p>{paragraph}</p>
        ))}
      </div>
    </Panel>
  )
}

function TopicList(props: {
  c: WebContext
  topics: readonly HelpSlug[]
  children?: ComponentChildren
}) {
  const { topics } = props.c.get('words').help
  const facts = helpFacts(props.c)
  return (
    <ul class="k-links">
      {props.topics.map((slug) => (
        <li>
          <a href={helpPath(slug)}>{topics[slug](facts).title}</a>
        </li>
      ))}
      {props.children}
    </ul>
  )
}
