import { isCreditCode, patentCheckCharacter } from '@yizhuan/kit'
import type { Cell } from './cell.ts'
import { identityCheckCharacter } from './check-digits.ts'
import { type Parsed, parsed } from './parsed.ts'
import type { ProblemCode } from './problem-codes.ts'
import { codeText, saysNothing } from './text.ts'

type Read = Parsed<string | null>

/** The text of a cell that should hold a code; nothing when it says nothing. */
function codeIn(cell: Cell | undefined): string | undefined {
  if (cell === undefined || cell.kind === 'none' || cell.kind === 'error') return undefined
  const raw = cell.text
  return saysNothing(raw) ? undefined : codeText(raw)
}

function checked(cell: Cell | undefined, read: (code: string) => Read): Read {
  if (cell?.kind === 'error') return parsed(null, 'formula_error')
  const code = codeIn(cell)
  return code === undefined ? parsed(null) : read(code)
}

/** A code of the hospital's own making: one width, upper case, plain dashes. */
export function parseCode(cell: Cell | undefined): Read {
  return checked(cell, (code) => parsed(code))
}

/** Several codes; `CG2018-0025~0026` names every number from the first to the last. */
export function parseCodes(cell: Cell | undefined): Parsed<readonly string[]> {
  if (cell?.kind === 'error') return parsed([], 'formula_error')
  if (codeIn(cell) === undefined) return parsed([])
  const raw = (cell?.text ?? '').normalize('NFKC')
  const codes = raw
    .replace(/\s*([~至到])\s*/g, '$1')
    .split(/[、,;/|\s]+/)
    .map(codeText)
    .filter((code) => code !== '')
  return parsed(codes.flatMap(rangeOf))
}

function rangeOf(code: string): readonly string[] {
  const match = /^(.*?)(\d+)[~至到](.*?)(\d+)$/.exec(code)
  if (!match) return [code]
  const [, stem = '', first = '', otherStem = '', last = ''] = match
  if (otherStem !== '' && otherStem !== stem) return [code]
  const [from, to] = [Number(first), Number(first.slice(0, -last.length) + last)]
  if (last.length > first.length || to < from || to - from > 200) return [code]
  return Array.from(
    { length: to - from + 1 },
    (_, at) => `${stem}${String(from + at).padStart(first.length, '0')}`,
  )
}

/**
 * A staff number keeps the noughts its number format shows. An identity number in its place is not kept: staff
 * numbers stand in clear.
 */
export function parseStaffNo(cell: Cell | undefined): Read {
  if (isIdentityNo(cell)) return parsed(null, 'staff_no_is_identity')
  return checked(cell, (code) => {
    const width = /^0+$/.test(cell?.format ?? '') ? (cell?.format?.length ?? 0) : 0
    return parsed(cell?.kind === 'number' ? code.padStart(width, '0') : code)
  })
}

/** `202117654321.X` of a Chinese application, `PCT/CN2022/123456`, or one of before 2003. */
export function parseApplicationNo(cell: Cell | undefined): Read {
  return checked(cell, (code) => applicationNo(code, cell?.kind === 'number'))
}

/** Several application numbers in one cell. */
export function parseApplicationNos(cell: Cell | undefined): Parsed<readonly string[]> {
  if (cell?.kind === 'error') return parsed([], 'formula_error')
  if (codeIn(cell) === undefined) return parsed([])
  const raw = (cell?.text ?? '').normalize('NFKC').toUpperCase()
  const found = raw
    .replace(/(ZL|CN)\s+(?=\d)/g, '$1')
    .replace(/(?<=\d{4}) (?=\d )|(?<= \d) (?=\d{7})/g, '')
    .split(/[、,;|\s]+/)
    .filter((part) => codeText(part) !== '')
    .map((part) => applicationNo(codeText(part), cell?.kind === 'number'))
  return {
    value: found.flatMap(({ value }) => value ?? []),
    problems: [...new Set(found.flatMap(({ problems }) => problems))],
  }
}

function applicationNo(code: string, isNumber: boolean): Read {
  const pct = /^PCT\/?CN(\d{4})\/?(\d{5,6})$/.exec(code)
  if (pct) return parsed(`PCT/CN${pct[1]}/${pct[2]}`)
  const bare = code.replace(/^(?:申请号|专利号)?:?(?:CN|ZL)*/, '')
  const match = /^(\d{12}|\d{8})\.?([\dX])$/.exec(
    isNumber && /^\d{12}$/.test(bare) ? `${bare}.0` : bare,
  )
  if (!match) return parsed(bare, 'patent_number_format')
  const [, digits = '', check = ''] = match
  const isOld = digits.length === 8
  if (isOld && !/^(8[5-9]|9\d|0[0-3])[123]/.test(digits))
    return parsed(bare, 'patent_number_format')
  const value = `${digits}.${check}`
  return patentCheckCharacter(digits) === check
    ? parsed(value)
    : parsed(value, 'patent_check_digit')
}

/** The kind digit of an application number: 1 invention, 2 utility model, 3 design, 8 and 9 PCT. */
export function kindDigitOf(applicationNo: string): string | undefined {
  return /^\d{12}\./.test(applicationNo)
    ? applicationNo.charAt(4)
    : applicationNo.charAt(2) || undefined
}

const formatOf = (pattern: RegExp, problem: ProblemCode) => (cell: Cell | undefined) =>
  checked(cell, (code) => (pattern.test(code) ? parsed(code) : parsed(code, problem)))

/** `CN` with nine digits and a letter. */
export const parsePublicationNo = formatOf(/^CN\d{9}[A-Z]$/, 'publication_number_format')

/** The registration number of a software copyright: year, SR, six or seven digits. */
export const parseSoftwareNo = formatOf(/^(19|20)\d\dSR\d{6,7}$/, 'software_number_format')

/** The number of a certificate of software in full: `软著登字第1234567号`. */
export function parseCertificateNo(cell: Cell | undefined): Read {
  return checked(cell, (code) => {
    const match = /^(?:软著([登变补]{1,2})字)?第?([A-Z]{0,4}\d{4,9})号?$/.exec(code)
    if (!match) return parsed(code, 'certificate_number_format')
    const [, kind = '登', digits = ''] = match
    return parsed(`软著${kind}字第${digits}号`)
  })
}

/** The approval number of a preparation (药制字) or its filing number (药制备字). */
export const parsePreparationNo = formatOf(
  /^\p{Script=Han}药制(字[A-Z](19|20)\d{6}|备字[A-Z](19|20)\d{9})$/u,
  'preparation_number_format',
)

/** The number of a trademark: five to eight digits, of an international one behind a G. */
export function parseTrademarkNo(cell: Cell | undefined): Read {
  return checked(cell, (code) => {
    const bare = code.replace(/^(?:第|注册号|申请号|:)+/, '').replace(/号$/, '')
    const isRight = /^(?:\d{5,8}[A-Z]?|G\d{6,7})$/.test(bare)
    return isRight ? parsed(bare) : parsed(bare, 'trademark_number_format')
  })
}

/** `BS.21500001.3` of a layout design: the year, a 5, five digits, and the check character that patents have. */
export function parseLayoutNo(cell: Cell | undefined): Read {
  return checked(cell, (code) => {
    const match = /^(?:BS\.?)?(\d{2}5\d{5})\.?([\dX])$/.exec(code)
    if (!match) return parsed(code, 'layout_number_format')
    const [, digits = '', check = ''] = match
    const value = `BS.${digits}.${check}`
    const isRight = patentCheckCharacter(digits) === check
    return isRight ? parsed(value) : parsed(value, 'layout_check_digit')
  })
}

/** The number of a plant variety: of agriculture with CNA, of forestry eight digits. */
export const parseVarietyNo = formatOf(
  /^(?:CNA(?:(?:19|20)\d{9}|(?:19|20)\d{6}\.\d)|(?:19|20)\d{6})$/,
  'variety_number_format',
)

/** The number of a technical contract's registration; a spreadsheet keeps 15 of its 16 digits. */
export function parseRegistrationNo(cell: Cell | undefined): Read {
  return checked(cell, (code) => {
    if (!/^\d{16}$/.test(code)) return parsed(code, 'registration_no_format')
    return cell?.kind === 'number' ? parsed(code, 'registration_no_precision') : parsed(code)
  })
}

/** An identity number; as a number its last digits are lost. */
export function parseIdentityNo(cell: Cell | undefined): Read {
  return checked(cell, (code) => {
    if (/^\d(\.\d+)?E\+?1[67]$/.test(code)) return parsed(null, 'id_precision_lost')
    if (cell?.kind === 'number' && code.length > 15) return parsed(null, 'id_precision_lost')
    if (!/^(\d{17}[\dX]|\d{15})$/.test(code)) return parsed(code, 'id_format')
    const isRight = code.length === 15 || identityCheckCharacter(code.slice(0, 17)) === code[17]
    return isRight ? parsed(code) : parsed(code, 'id_check_digit')
  })
}

/** Whether a cell holds an identity number of today's 18 characters, also mistyped or with its last digits lost. */
export function isIdentityNo(cell: Cell | undefined): boolean {
  const { value, problems } = parseIdentityNo(cell)
  return (
    problems.includes('id_precision_lost') || (isDated(value) && !problems.includes('id_format'))
  )
}

/** Eighteen characters with a day of birth where an identity number has it. */
function isDated(value: string | null): boolean {
  return /^\d{6}(19|20)\d\d(0[1-9]|1[0-2])(0[1-9]|[12]\d|3[01])\d{3}[\dX]$/.test(value ?? '')
}

/** A unified social credit code of 18 characters. */
export function parseCreditCode(cell: Cell | undefined): Read {
  return checked(cell, (code) =>
    isCreditCode(code) ? parsed(code) : parsed(code, 'uscc_check_digit'),
  )
}
