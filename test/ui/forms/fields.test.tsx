import assert from 'node:assert/strict'
import { test } from 'node:test'
import { renderToString } from 'preact-render-to-string'
import { ChoiceList } from '#src/ui/forms/choice-list.tsx'
import { ErrorSummary } from '#src/ui/forms/error-summary.tsx'
import { PasswordField } from '#src/ui/forms/password-field.tsx'
import { MoneyField, TextField } from '#src/ui/forms/text-field.tsx'

test('label, hint, error and control stand in that order and are tied together', () => {
  const html = renderToString(
    <TextField id="vin" name="vin" label="VIN" hint="17 letters" error="Check it" value="1" />,
  )
  const order = ['for="vin"', 'id="vin-hint"', 'id="vin-error"', 'id="vin"'].map((part) =>
    html.indexOf(part),
  )
  assert.ok(order.every((at) => at >= 0))
  assert.deepEqual(
    order,
    order.toSorted((a, b) => a - b),
  )
  assert.match(html, /aria-describedby="vin-hint vin-error" aria-invalid="true"/)
})

test('a sound field claims neither a hint nor an error', () => {
  const html = renderToString(<MoneyField id="extra" name="extra" label="Extra" />)
  assert.doesNotMatch(html, /aria-describedby|aria-invalid|k-control-invalid/)
})

test('what only a script can do stays hidden until it runs', () => {
  const html = renderToString(
    <PasswordField
      id="p"
      name="p"
      label="Password"
      autocomplete="current-password"
      show="Show"
      hide="Hide"
      capsLock="Caps Lock is on."
    />,
  )
  assert.match(html, /<button[^>]* hidden/)
  assert.match(html, /id="p-caps"[^>]* hidden/)
})

test('one choice is chosen and the error summary can reach the list', () => {
  const choices = [
    { value: 'due', name: 'Amount due' },
    { value: 'other', name: 'Another amount', fields: <input name="other" /> },
  ]
  const html = renderToString(
    <ChoiceList id="amount" name="amount" legend="How much?" value="due" choices={choices} />,
  )
  assert.equal(html.match(/ checked/g)?.length, 1)
  assert.match(html, /<fieldset[^>]* id="amount" tabindex="-1"/)
})

test('the error summary links to its fields and takes focus', () => {
  const problems = [{ fieldId: 'vin', words: 'Check it' }]
  const html = renderToString(<ErrorSummary title="One thing to fix" problems={problems} />)
  assert.match(html, /autofocus/)
  assert.match(html, /<a href="#vin">Check it<\/a>/)
})
