import { yearInNumber } from '@yizhuan/kit'
import { kindDigitOf } from '../numbers.ts'
import { isTold, type Row, tell } from '../table-data.ts'
import { compareInOrder, textIn } from './values.ts'

/** What must hold within the ledger of patents. */
export function checkPatents(rows: readonly Row[]): void {
  for (const row of rows) {
    compareInOrder(row, 'filedOn', 'grantedOn', 'granted_before_filed')
    if (isAbroad(row)) {
      checkStatus(row)
      continue
    }
    compareYears(row, 'applicationNo', 'filedOn', 'filedOn')
    checkKind(row)
    checkStatus(row)
  }
}

/** A right of an office abroad: its number has another form, which the register looks at. */
function isAbroad(row: Row): boolean {
  if (textIn(row, 'country') === undefined) return false
  const numbers = ['applicationNo', 'publicationNo', 'markNo', 'layoutNo', 'varietyNo']
  for (const field of numbers) {
    const raw = row.problems.find((one) => one.field === field && isOfForm(one.code))?.raw
    if (raw !== undefined) row.values[field] = raw.trim()
  }
  const others = row.problems.filter(
    ({ field, code }) => !(numbers.includes(field) && isOfForm(code)),
  )
  row.problems.splice(0, row.problems.length, ...others)
  return true
}

const isOfForm = (code: string) =>
  /^(patent|publication|trademark|layout|variety)_(number|check)/.test(code)

/** What must hold within the ledger of software copyrights. */
export function checkSoftware(rows: readonly Row[]): void {
  for (const row of rows) {
    compareInOrder(row, 'completedOn', 'registeredOn')
    compareYears(row, 'registrationNo', 'registeredOn', 'registrationNo')
  }
}

/** What must hold within the ledger of preparations. */
export function checkPreparations(rows: readonly Row[]): void {
  for (const row of rows) compareInOrder(row, 'approvedOn', 'validTo')
}

/** What must hold within the lists of other rights. */
export function checkMarks(rows: readonly Row[]): void {
  for (const row of rows) {
    isAbroad(row)
    compareInOrder(row, 'completedOn', 'filedOn')
    compareInOrder(row, 'filedOn', 'grantedOn', 'granted_before_filed')
    compareInOrder(row, 'grantedOn', 'validTo')
  }
}

const malformed = ['patent_number_format', 'software_number_format'] as const

/** The year a number begins with is that of its day. */
function compareYears(row: Row, number: string, day: string, tellAt: string): void {
  if (isTold(row, number, ...malformed)) return
  const inNumber = yearInNumber(textIn(row, number) ?? '')
  const inDay = textIn(row, day)?.slice(0, 4)
  if (inNumber === undefined || inDay === undefined || inNumber === inDay) return
  tell(row, tellAt, 'filing_year_mismatch', { facts: [inNumber, inDay] })
}

/** Which kinds the digit of an application number stands for. */
const kindsOfDigit: Readonly<Record<string, readonly string[]>> = {
  ...{ 1: ['invention'], 2: ['utility_model'], 3: ['design'] },
  ...{ 8: ['invention', 'pct'], 9: ['utility_model', 'pct'] },
}

function checkKind(row: Row): void {
  const [kind, number] = [textIn(row, 'kind'), textIn(row, 'applicationNo')]
  if (kind === undefined || number === undefined || isTold(row, 'applicationNo', ...malformed))
    return
  const digit = number.startsWith('PCT') ? 'PCT' : (kindDigitOf(number) ?? '')
  const fits =
    digit === 'PCT' ? kind === 'pct' || kind === 'invention' : kindsOfDigit[digit]?.includes(kind)
  if (fits === false) tell(row, 'kind', 'kind_number_mismatch', { facts: [digit] })
}

const ended = /终止|失效|未缴|放弃|届满|无效|撤回|驳回/

function checkStatus(row: Row): void {
  const status = textIn(row, 'status')
  const isUnsure = isTold(row, 'grantedOn', 'date_impossible', 'date_unreadable', 'date_ambiguous')
  const isGranted = textIn(row, 'grantedOn') !== undefined
  const remark = textIn(row, 'remark') ?? ''
  if (status === undefined) return
  if (status === 'granted' && ended.test(remark)) {
    tellConflict(row, `备注“${remark}”`, `the remark "${remark}"`)
  } else if (status === 'granted' && !isGranted && !isUnsure) {
    tellConflict(row, '空缺的授权公告日', 'the missing grant date')
  } else if (isGranted && /^(pending|rejected|withdrawn|deemed_withdrawn)/.test(status)) {
    tellConflict(row, '已填的授权公告日', 'the grant date that is given')
  }
}

function tellConflict(row: Row, zh: string, en: string): void {
  tell(row, 'status', 'status_conflict', { facts: [zh, en] })
}
