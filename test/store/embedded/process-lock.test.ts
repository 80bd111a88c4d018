import assert from 'node:assert/strict'
import { spawnSync } from 'node:child_process'
import { mkdtemp, readdir, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type TestContext, test } from 'node:test'
import { withLock } from '#src/store/embedded/process-lock.ts'

test('one at a time, and the next after a failure', async (t) => {
  const lock = await lockFile(t)
  let inside = 0
  const visit = async () => {
    inside += 1
    await new Promise((resolve) => setTimeout(resolve, 5))
    assert.equal(inside, 1)
    inside -= 1
  }
  await Promise.all([1, 2, 3, 4].map(() => withLock(lock, visit)))
  await assert.rejects(
    withLock(lock, () => Promise.reject(new Error('broken work'))),
    /broken work/,
  )
  assert.equal(await withLock(lock, async () => 'next'), 'next')
})

for (const [name, holder] of [
  ['a process that has ended', () => endedProcess()],
  ['an earlier process that had our number', () => process.pid],
] as const) {
  test(`a lock left by ${name} is taken over`, { timeout: 10_000 }, async (t) => {
    const lock = await lockFile(t)
    await writeFile(lock, String(holder()))
    assert.equal(await withLock(lock, async () => 'taken'), 'taken')
    assert.deepEqual(await readdir(join(lock, '..')), [])
  })
}

function endedProcess(): number {
  return spawnSync(process.execPath, ['--version']).pid
}

async function lockFile(t: TestContext): Promise<string> {
  const directory = await mkdtemp(join(tmpdir(), 'keyturn-lock-'))
  t.after(() => rm(directory, { recursive: true, force: true }))
  return join(directory, 'lock')
}
