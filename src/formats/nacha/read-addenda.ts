// Addenda records: returns (99), notifications of change (98), and all others as they stand.
import { changeRule } from '#src/domain/rules/ach-changes.ts'
import { ADDENDA, CHANGE_ADDENDA, RETURN_ADDENDA, trimmed } from './layout.ts'
import type { ReadAddenda, ReadChange, ReadEarlier, ReadReturn } from './nacha-reading.ts'
import type { ProblemList } from './problem-list.ts'
import { readDate } from './read-date.ts'
import type { NachaRecord } from './split-records.ts'

/** One addenda record; `problems` gets what is wrong with it by itself. */
export function readAddenda({ line, text }: NachaRecord, problems: ProblemList): ReadAddenda {
  const type = trimmed(text, ADDENDA.type)
  if (type === '99') return { kind: 'return', ...readReturn({ line, text }, problems) }
  if (type === '98') return { kind: 'change', ...readChange({ line, text }, problems) }
  if (!KNOWN_TYPES.has(type)) {
    problems.doubt(line, 'addenda type code', `There is no type ${shown(type)}.`)
  }
  return { kind: 'other', type, information: trimmed(text, ADDENDA.information) }
}

/** 02 terminals, 05 payment information, 10 to 18 international payments, 98 and 99. */
const KNOWN_TYPES: ReadonlySet<string> = new Set([
  ...['02', '05', '10', '11', '12', '13', '14', '15', '16', '17', '18'],
])

function readReturn({ line, text }: NachaRecord, problems: ProblemList): ReadReturn {
  const code = codeIn(text, { at: { line, field: 'return reason code' }, problems })
  if (!/^R\d\d$/.test(code)) {
    problems.doubt(
      line,
      'return reason code',
      `This is ${shown(code)}, and should be R and two digits.`,
    )
  }
  const stage = stageOf(code)
  const originalTrace = trimmed(text, RETURN_ADDENDA.originalTrace)
  checkTrace(originalTrace, { line, problems })
  return {
    code,
    stage,
    originalTrace,
    dateOfDeath: readDate(trimmed(text, RETURN_ADDENDA.dateOfDeath)),
    originalRdfi: trimmed(text, RETURN_ADDENDA.originalRdfi),
    information: trimmed(text, RETURN_ADDENDA.information),
    trace: trimmed(text, RETURN_ADDENDA.trace),
    earlier: stage === 'returned' ? null : earlier(text, RETURNED),
    dishonor: stage === 'contested' ? earlier(text, DISHONORED) : null,
  }
}

function readChange({ line, text }: NachaRecord, problems: ProblemList): ReadChange {
  const code = codeIn(text, { at: { line, field: 'change code' }, problems })
  const rule = changeRule(code)
  if (rule === null) problems.doubt(line, 'change code', `There is no change code ${shown(code)}.`)
  const originalTrace = trimmed(text, CHANGE_ADDENDA.originalTrace)
  checkTrace(originalTrace, { line, problems })
  const isRefused = rule?.kind === 'refused'
  return {
    code,
    originalTrace,
    originalRdfi: trimmed(text, CHANGE_ADDENDA.originalRdfi),
    corrected: trimmed(text, CHANGE_ADDENDA.corrected),
    trace: trimmed(text, CHANGE_ADDENDA.trace),
    refusedCode: isRefused ? trimmed(text, CHANGE_ADDENDA.refusedCode) : '',
  }
}

/** R61 to R70 dishonor a return, R71 to R77 contest that (Nacha Appendix Four). */
function stageOf(code: string): ReadReturn['stage'] {
  if (/^R(6[1-9]|70)$/.test(code)) return 'dishonored'
  return /^R7[1-7]$/.test(code) ? 'contested' : 'returned'
}

const RETURNED = {
  trace: RETURN_ADDENDA.returnTrace,
  settlementDay: RETURN_ADDENDA.returnSettlementDay,
  code: RETURN_ADDENDA.returnCode,
}

const DISHONORED = {
  trace: RETURN_ADDENDA.dishonorTrace,
  settlementDay: RETURN_ADDENDA.dishonorSettlementDay,
  code: RETURN_ADDENDA.dishonorCode,
}

function earlier(text: string, spans: typeof RETURNED | typeof DISHONORED): ReadEarlier {
  const code = trimmed(text, spans.code)
  return {
    trace: trimmed(text, spans.trace),
    settlementDay: trimmed(text, spans.settlementDay),
    code: code === '' ? '' : `R${code}`,
  }
}

function codeIn(
  text: string,
  to: { at: { line: number; field: string }; problems: ProblemList },
): string {
  const written = trimmed(text, RETURN_ADDENDA.code)
  const code = written.toUpperCase()
  if (code !== written) to.problems.form(to.at.line, to.at.field, 'Write it in capitals.')
  return code
}

function checkTrace(trace: string, at: { line: number; problems: ProblemList }): void {
  if (/^\d{15}$/.test(trace)) return
  at.problems.doubt(at.line, 'original entry trace number', 'This is not fifteen digits.')
}

function shown(text: string): string {
  return JSON.stringify(text)
}
