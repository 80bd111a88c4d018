import assert from 'node:assert/strict'
import { mkdtemp, readdir, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, test } from 'node:test'
import { setTimeout as pause } from 'node:timers/promises'
import { movableClock } from '#src/demo/movable-clock.ts'

const home = await mkdtemp(join(tmpdir(), 'keyturn-clock-'))
after(() => rm(home, { recursive: true }))

const DAY = 86_400_000
const isNear = (instant: string, wanted: number) => Math.abs(Date.parse(instant) - wanted) < 5_000

test('it is wall time until it is moved, runs on after that, and others see it soon', async () => {
  const [mine, others] = [movableClock(home), movableClock(home)]
  assert.ok(isNear(mine.now(), Date.now()))
  assert.ok(isNear(others.now(), Date.now()))
  const wanted = Date.now() + 90 * DAY
  mine.advanceTo(new Date(wanted).toISOString())
  assert.ok(isNear(mine.now(), wanted))
  const at = mine.now()
  await pause(300)
  assert.ok(Date.parse(mine.now()) - Date.parse(at) >= 250, 'it stands still')
  assert.ok(isNear(others.now(), wanted))
  assert.ok(isNear(movableClock(home).now(), wanted))
})

test('it never goes back, whoever asks', () => {
  const before = movableClock(home).now()
  movableClock(home).advanceTo(new Date().toISOString())
  movableClock(home).advanceTo(new Date(Date.now() + DAY).toISOString())
  assert.ok(movableClock(home).now() >= before)
})

test('a file that says something else is named, not guessed at; nothing else is left behind', async () => {
  assert.deepEqual(await readdir(home), ['clock.json'])
  for (const spoiled of ['', '{}', '{"aheadMs":-1}', '{"aheadMs":"a year"}']) {
    await writeFile(join(home, 'clock.json'), spoiled)
    assert.throws(() => movableClock(home).now(), /clock\.json does not say how far/)
  }
})
