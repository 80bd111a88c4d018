import assert from 'node:assert/strict'
import { execFileSync } from 'node:child_process'
import { chmod, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { test } from 'node:test'
import { EmbeddedServerError } from '#src/store/embedded/embedded-server-error.ts'
import { startEmbedded } from '#src/store/embedded/start-embedded.ts'

test('a full disk is named, and room on it is all that the next start needs', async (t) => {
  const home = await mkdtemp(join(tmpdir(), 'keyturn-disk-'))
  const disk = mount(home, '24m')
  if (disk !== undefined) {
    await rm(home, { recursive: true })
    return t.skip(`no small disk can be mounted here: ${disk}`)
  }
  try {
    await chmod(home, 0o711)
    await assert.rejects(
      startEmbedded({ home }),
      (error) =>
        error instanceof EmbeddedServerError && /disk that holds .+ is full/.test(error.message),
    )
    execFileSync('mount', ['-o', 'remount,size=400m', home])
    const server = await startEmbedded({ home })
    assert.equal(server.joined, false)
    await server.discard()
  } finally {
    execFileSync('umount', [home])
    await rm(home, { recursive: true })
  }
})

function mount(directory: string, size: string): string | undefined {
  if (process.platform !== 'linux' || process.getuid?.() !== 0) return 'that takes root on Linux'
  try {
    const options = ['-t', 'tmpfs', '-o', `size=${size}`, 'none', directory]
    execFileSync('mount', options, { encoding: 'utf8', stdio: 'pipe' })
    return undefined
  } catch (error) {
    return error instanceof Error ? error.message.trim() : String(error)
  }
}
