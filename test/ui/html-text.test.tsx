import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import type { ComponentChildren } from 'preact'
import { renderToString } from 'preact-render-to-string'
import { htmlOf } from '#src/ui/html-text.ts'

const same = (node: ComponentChildren) => assert.equal(htmlOf(node), renderToString(<>{node}</>))

function Named(props: { label: string; children?: ComponentChildren }) {
  return <p aria-label={props.label}>{props.children}</p>
}

test('a page comes out as its library writes it', () => {
  same(<Named label={'"a" & <b>'}>{['one', 2, null, false, true, undefined, [<i>3</i>]]}</Named>)
  same(
    <>
      {0}
      {''}
      <Named label="">{1 + 1}</Named>
    </>,
  )
  same(<input type="text" value={'a"<&'} disabled required={false} tabIndex={-1} maxLength={5} />)
  same(<textarea name="why" value="</textarea><script>" />)
  same(
    <select name="s">
      <option value="a" selected>
        A
      </option>
    </select>,
  )
  same(<div aria-hidden={true} aria-busy={false} data-open hidden={true} title="" />)
  same(
    <svg viewBox="0 0 1 1" preserveAspectRatio="none" stroke-width={0}>
      <path d="M0 0" dangerouslySetInnerHTML={{ __html: '<title>a</title>' }} />
    </svg>,
  )
  same(<br />)
  same(<button type="button" onClick={() => undefined} inputMode="none" />)
})

test('no text and no attribute can end what it stands in', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (text) => {
      same(
        <p title={text} data-x={text}>
          {text}
        </p>,
      )
    }),
  )
})

test('what would not come out the same is refused', () => {
  const withName = (name: string) => <p {...{ [name]: 'x' }} />
  for (const name of ['a b', 'x>', 'className', 'style', 'onclick"'])
    assert.throws(() => htmlOf(withName(name)), /is no attribute/)
  const Tag = 'p onload' as 'p'
  assert.throws(() => htmlOf(<Tag />), /is no element/)
  assert.throws(() => htmlOf(<select name="s" value="a" />), /no value of its own/)
})

test('an object that is no element writes nothing', () => {
  const posted: unknown = { type: 'script', props: { children: 'x' }, constructor: Object }
  assert.equal(htmlOf(posted as ComponentChildren), '')
  assert.equal(htmlOf(JSON.parse('{"type":"p","props":{}}')), '')
})
