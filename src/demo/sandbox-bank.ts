// The bank of a demo: it reads the files that the folder bank was given and leaves its answers.
// What it says of an entry hangs on the last four digits of the customer's account number.
import { mkdir, readdir, readFile, rename, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { acknowledgment, type Reply, replyFile } from './bank-reply.ts'

/** Last four digits of an account number: what comes back, and how many days after settlement. */
const ANSWERS: Readonly<Record<string, { code: string; days: number; only?: 'first' }>> = {
  // Lack of funds: the next try is paid.
  '0101': { code: 'R01', days: 1, only: 'first' },
  // Lack of funds at every try.
  '0102': { code: 'R01', days: 1 },
  // No such account: a bank account with this number is never verified.
  '0103': { code: 'R03', days: 1 },
  // Reported as unauthorized, two weeks later.
  '0110': { code: 'R10', days: 14 },
  // The bank corrects the number; the debit is paid.
  '0120': { code: 'C01', days: 1 },
}

const CORRECTED_END = '6042'

/** Answers everything that is due after the cutoff of `day`, each once, however often it is asked. */
export async function answerAsBank(folder: string, day: string): Promise<void> {
  const [out, arriving] = [join(folder, 'out'), join(folder, 'in')]
  await mkdir(arriving, { recursive: true, mode: 0o700 })
  const [open, taken] = [await namesIn(arriving), await namesIn(join(arriving, 'taken'))]
  const answered = new Set([...open, ...taken])
  for (const name of await namesIn(out)) {
    if (!name.endsWith('.ach')) continue
    const text = await readFile(join(out, name), 'latin1')
    for (const [reply, bytes] of answersTo(name, text.split(/\r?\n/), day))
      if (!answered.has(reply)) await leave(join(arriving, reply), bytes)
  }
}

/** Every answer to a file that is due by `day`, under a name that says which it is. */
function answersTo(name: string, lines: readonly string[], day: string): [string, Buffer][] {
  const [header = ''] = lines
  const control = lines.find((line) => line.startsWith('9') && !/^9+$/.test(line)) ?? ''
  const due = Map.groupBy(repliesTo(lines), ({ readyOn }) => readyOn)
  const answers: [string, Buffer][] = [[`ack-${name}`, acknowledgment(name, control)]]
  for (const [readyOn, replies] of due)
    if (readyOn <= day) answers.push([`back-${readyOn}-${name}`, replyFile(header, replies, day)])
  return answers
}

function repliesTo(lines: readonly string[]) {
  let batch = ''
  return lines.flatMap((entry): (Reply & { readyOn: string })[] => {
    if (entry.startsWith('5')) batch = entry
    const account = entry.slice(12, 29).trim()
    const answer = entry.startsWith('6') ? ANSWERS[account.slice(-4)] : undefined
    const isRetry = batch.slice(53, 63).trim() === 'RETRY PYMT'
    // An announcement moves nothing: only an account that is not there refuses it.
    const isSilent = Number(entry.slice(29, 39)) === 0 && answer?.code !== 'R03'
    if (!answer || isSilent || (answer.only === 'first' && isRetry)) return []
    const { code, days } = answer
    const corrected = code === 'C01' ? `${account.slice(0, -4)}${CORRECTED_END}` : ''
    const settles = batch.slice(69, 75).replace(/^(..)(..)(..)$/, '20$1-$2-$3')
    return [{ entry, batch, code, corrected, readyOn: dayAfter(settles, days) }]
  })
}

/** The first day after that on which banks work, as far as weekends go. */
function dayAfter(day: string, days: number): string {
  const moment = new Date(Date.parse(`${day}T12:00:00Z`) + days * 86_400_000)
  while (moment.getUTCDay() === 0 || moment.getUTCDay() === 6)
    moment.setUTCDate(moment.getUTCDate() + 1)
  return moment.toISOString().slice(0, 10)
}

async function namesIn(folder: string): Promise<string[]> {
  return (await readdir(folder).catch(() => [])).sort()
}

async function leave(place: string, bytes: Buffer): Promise<void> {
  await writeFile(`${place}.part`, bytes, { mode: 0o600 })
  await rename(`${place}.part`, place)
}
