import { namesIn, textIn } from './checks/values.ts'
import { rawText } from './field.ts'
import { besideNames } from './names.ts'
import { parseStaffNo } from './numbers.ts'
import type { SplitPart, ToldApart } from './records.ts'
import { settleShares } from './settle-shares.ts'
import { cellOf, isTold, type Row, tell } from './table-data.ts'
import { normalText } from './text.ts'
import { isShared, markOf, nothing, tellAlike } from './who-is-who.ts'

/** Settles who of a team bears which staff number, and who has which share. */
export function settleTeam(row: Row): void {
  // A row is made with the fields of the first, and most have nobody to tell apart.
  for (const name of ['toldApart', 'besides'])
    if (row.values[name] === null) delete row.values[name]
  const team = namesIn(row, 'inventors')
  const numbers = numbersIn(row)
  if (numbers.length > 1 || team.some((name) => isShared(name, team))) {
    row.values['toldApart'] = toldApart(row, team, numbers)
  } else {
    const besides = wordsBeside(row, team)
    if (besides) row.values['besides'] = besides
  }
  settleShares(row)
}

/** Settles who of a split is which of those of one name; what stands beside others says nothing new. */
export function settleSplit(row: Row): void {
  const parts = (row.values['split'] ?? []) as readonly SplitPart[]
  const team = parts.map(({ name }) => name)
  const marks = marksOf(row, 'split', team)
  if (!marks) return
  const alike = [...new Set(team)].find((name) =>
    areAlike(marks.filter((_, at) => team[at] === name)),
  )
  if (alike !== undefined) tellAlike(row, 'split', alike)
  row.values['split'] = parts.map((part, at) => {
    const beside = marks[at]?.staffNo ?? marks[at]?.words ?? null
    return beside === null ? part : { ...part, beside }
  })
}

/** What stands beside those who share a name; undefined where nobody does. */
function marksOf(row: Row, field: string, team: readonly string[]) {
  if (!team.some((name) => isShared(name, team))) return undefined
  const beside = besideNames(rawText(cellOf(row.table, row.row, field)), team)
  return team.map((name, at) =>
    isShared(name, team) ? markOf(row, field, beside[at] ?? null) : nothing,
  )
}

/** The words, no numbers, in brackets behind names of which the team has each once. */
function wordsBeside(row: Row, team: readonly string[]) {
  const raw = rawText(cellOf(row.table, row.row, 'inventors'))
  if (!/[(（[［【]/.test(raw)) return undefined
  const words = besideNames(raw, team).map((beside) =>
    beside !== null && /^[\p{Script=Han}\p{Script=Latin}]{2,30}$/u.test(beside) ? beside : null,
  )
  return words.some((each) => each !== null) ? words : undefined
}

function toldApart(
  row: Row,
  team: readonly string[],
  numbers: readonly string[],
): readonly ToldApart[] {
  const marks = marksOf(row, 'inventors', team) ?? team.map(() => nothing)
  const told = numbers.length > 1 ? withEach(row, team, marks, numbers) : withLead(row, team, marks)
  const alike = [...new Set(team)].find((name) =>
    areAlike(told.filter((_, at) => team[at] === name)),
  )
  if (alike !== undefined) tellAlike(row, 'inventors', alike)
  return told
}

/** Several staff numbers in their column: one of each inventor, or of each namesake. */
function withEach(
  row: Row,
  team: readonly string[],
  marks: readonly ToldApart[],
  numbers: readonly string[],
): readonly ToldApart[] {
  const namesakes = team.flatMap((name, at) => (isShared(name, team) ? at : []))
  const isOneName = new Set(namesakes.map((at) => team[at])).size === 1
  const ofEach = numbers.length === team.length
  const places = ofEach ? [...team.keys()] : isOneName ? namesakes : []
  row.values['staffNo'] = null
  if (places.length !== numbers.length) {
    const facts = [String(numbers.length), String(team.length)]
    tell(row, 'staffNo', 'staff_no_count', { facts })
    return marks
  }
  const told = marks.map((mark, at) => {
    const staffNo = numbers[places.indexOf(at)] ?? mark.staffNo
    if (mark.staffNo !== null && staffNo !== mark.staffNo) tellAlike(row, 'inventors', team[at])
    return { staffNo, words: staffNo === null ? mark.words : null }
  })
  row.values['staffNo'] = told[team.indexOf(textIn(row, 'leadInventor') ?? '')]?.staffNo ?? null
  return told
}

/** The number of the lead belongs to one of them only: to whom it stands beside, else to the first without a mark. */
function withLead(
  row: Row,
  team: readonly string[],
  marks: readonly ToldApart[],
): readonly ToldApart[] {
  const [staffNo, lead] = [textIn(row, 'staffNo'), textIn(row, 'leadInventor')]
  if (staffNo === undefined || lead === undefined) return marks
  const same = marks.flatMap((mark, at) => (team[at] === lead ? [{ at, ...mark }] : []))
  if (same.length === 0 || same.some((one) => one.staffNo === staffNo)) return marks
  const free = same.find((one) => one.staffNo === null && one.words === null)
  if (!free && same.every((one) => one.staffNo !== null)) tellAlike(row, 'inventors', lead)
  return marks.map((mark, at) => (at === free?.at ? { staffNo, words: null } : mark))
}

function areAlike(namesakes: readonly ToldApart[]): boolean {
  if (namesakes.length < 2) return false
  const marks = namesakes.map(({ staffNo, words }) => staffNo ?? words)
  return marks.includes(null) || new Set(marks).size < marks.length
}

/** The staff numbers of the column, where it holds several. */
function numbersIn(row: Row): readonly string[] {
  const parts = normalText(rawText(cellOf(row.table, row.row, 'staffNo')))
    .split(/[、,;\r\n]+/)
    .filter((part) => part.trim() !== '')
  if (parts.length < 2) return []
  return parts.flatMap((text) => {
    const { value, problems } = parseStaffNo({ kind: 'text', text })
    for (const code of problems) if (!isTold(row, 'staffNo', code)) tell(row, 'staffNo', code)
    return value ?? []
  })
}
