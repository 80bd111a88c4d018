// Lines that cannot be text of a contract, whatever the format.
import { unreachable } from '#src/domain/assert.ts'
import { type BoardingItem, problem, rejected } from './boarding-item.ts'
import { type FileLine, LONGEST_LINE_BYTES } from './read-lines.ts'

export function faultItem(line: Extract<FileLine, { fault: string }>): BoardingItem {
  return rejected(line.line, line.start, [problem(line.line, 'line', reasonOf(line.fault))])
}

function reasonOf(fault: 'tooLong' | 'notUtf8' | 'zeroByte'): string {
  switch (fault) {
    case 'tooLong':
      return `The line is longer than ${LONGEST_LINE_BYTES.toLocaleString('en-US')} bytes.`
    case 'notUtf8':
      return 'The line is not valid UTF-8 text.'
    case 'zeroByte':
      return 'The line holds a zero byte: this is not text.'
    default:
      return unreachable(fault)
  }
}
