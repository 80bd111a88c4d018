// Chromium for the tests, from npm and with libraries and fonts of its own: nothing of the
// machine's is needed.
import { execFile } from 'node:child_process'
import { existsSync } from 'node:fs'
import { mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises'
import { dirname, join, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { type Browser, chromium } from 'playwright-core'
import { withLock } from '#src/store/embedded/process-lock.ts'

const ROOT = resolve(import.meta.dirname, '../..')

/** One for each test file; close it in `after`. */
export async function launchBrowser(): Promise<Browser> {
  const program = await findProgram()
  try {
    return await chromium.launch({
      ...program,
      // Chromium refuses to start as root with its sandbox.
      chromiumSandbox: process.getuid?.() !== 0,
      // Letters where the page puts them, as on a screen of today, not on whole pixels.
      args: ['--font-render-hinting=none'],
    })
  } catch (error) {
    if (!/No usable sandbox/.test(String(error))) throw error
    throw new Error(
      'Chromium cannot make its sandbox: this machine forbids user namespaces to ordinary users. ' +
        'Allow them (sysctl kernel.apparmor_restrict_unprivileged_userns=0), or run as root.',
      { cause: error },
    )
  }
}

type Program = { executablePath: string; env: NodeJS.ProcessEnv } | { channel: 'chrome' | 'msedge' }

async function findProgram(): Promise<Program> {
  if (process.platform === 'linux' && process.arch === 'x64') return unpackedProgram()
  for (const channel of ['chrome', 'msedge'] as const) {
    const installed = await chromium.launch({ channel }).catch(() => undefined)
    await installed?.close()
    if (installed) return { channel }
  }
  throw new Error(
    `The browser tests bring their own Chromium on Linux x64 only. On ${process.platform} ` +
      `${process.arch} install Google Chrome or Microsoft Edge, then run them again.`,
  )
}

async function unpackedProgram(): Promise<Program> {
  const packageFolder = resolve(
    dirname(fileURLToPath(import.meta.resolve('@sparticuz/chromium'))),
    '..',
  )
  const { version } = JSON.parse(await readFile(join(packageFolder, 'package.json'), 'utf8'))
  const parent = join(ROOT, 'build', 'browser')
  await mkdir(parent, { recursive: true })
  const folder = join(parent, `${version}-user${process.getuid?.() ?? ''}`)
  await withLock(`${folder}.lock`, async () => {
    if (!existsSync(folder)) await unpack(packageFolder, folder)
  })
  return {
    executablePath: join(folder, 'chromium'),
    env: {
      ...process.env,
      LD_LIBRARY_PATH: join(folder, 'al2023', 'lib'),
      FONTCONFIG_FILE: join(folder, 'fonts.conf'),
    },
  }
}

// The package unpacks into the temporary folder of the process that loads it, and trusts whatever
// is there already: so a process of its own with a folder of its own, which gets its name when it
// is whole.
async function unpack(packageFolder: string, folder: string): Promise<void> {
  const fresh = `${folder}.unfinished`
  await rm(fresh, { recursive: true, force: true })
  await mkdir(fresh)
  const archives = ['chromium.br', 'fonts.tar.br', 'al2023.tar.br']
  const script = `import { inflate } from '@sparticuz/chromium'
    await Promise.all(process.argv.slice(1).map((file) => inflate(file)))`
  await promisify(execFile)(
    process.execPath,
    [
      '--input-type=module',
      '-e',
      script,
      '--',
      ...archives.map((name) => join(packageFolder, 'bin', name)),
    ],
    { cwd: ROOT, env: { ...process.env, TMPDIR: fresh } },
  )
  await writeFile(join(fresh, 'fonts.conf'), fontSettings(folder))
  await rename(fresh, folder)
}

// Pages bring their own font; without any other Chromium does not start.
function fontSettings(folder: string): string {
  return `<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig>
  <dir>${join(folder, 'fonts')}</dir>
  <cachedir>${join(folder, 'font-cache')}</cachedir>
</fontconfig>
`
}
