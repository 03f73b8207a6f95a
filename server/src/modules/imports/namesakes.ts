import type { AchievementRecord, AnyTableReading, ToldApart } from '@yizhuan/ledger'

// Who of a team is meant where two bear one name and a ledger names the department of one. Pure.

/** Somebody of the register of people, or of those a file brings, with the name of the unit. */
export interface Bearer {
  readonly name: string
  readonly staffNumber: string
  readonly unitName: string | null
}

/** What is said of somebody of another house: no register knows them. */
const elsewhere = /外院|院外|外单位|外校|校外|企业|公司|大学|学院|研究院|研究所|医院/

/** Somebody of a file; their unit stands there by its name or its code. */
export interface Brought {
  readonly name: string
  readonly staffNumber: string
  readonly unit: string
}

/** The people a file brings, each with their unit, by the name that the file gives to its code. */
function broughtBy(tables: readonly AnyTableReading[]): readonly Brought[] {
  const named = new Map<string, string>()
  for (const table of tables) {
    if (table.table !== 'units') continue
    for (const { unitCode, unitName } of table.records) {
      if (unitCode !== null && unitName !== null) named.set(unitCode, unitName)
    }
  }
  return tables.flatMap((table) => {
    if (table.table !== 'people') return []
    return table.records.flatMap(({ personName, staffNo, unit }) =>
      personName === null || staffNo === null || unit === null
        ? []
        : { name: personName, staffNumber: staffNo, unit: named.get(unit) ?? unit },
    )
  })
}

/** The people of a file whose names stand in its achievements with a department behind them. */
export function bearersIn(tables: readonly AnyTableReading[]): readonly Brought[] {
  const asked = new Set<string>()
  for (const table of tables) {
    if (table.table !== 'achievements') continue
    for (const record of table.records) for (const name of askedOf(record)) asked.add(name)
  }
  return asked.size === 0 ? [] : broughtBy(tables).filter(({ name }) => asked.has(name))
}

/** The names of a record of whom a department tells which is meant. */
export function askedOf({ inventors, toldApart, besides }: AchievementRecord): readonly string[] {
  if (!toldApart && !besides) return []
  return inventors.filter((_, at) => (toldApart?.[at]?.words ?? besides?.[at] ?? null) !== null)
}

/** A record with the staff numbers of those whose department only one of the name works in. */
export function withBearers(
  record: AchievementRecord,
  bearers: readonly Bearer[],
): AchievementRecord {
  const { toldApart, besides, inventors, leadInventor, staffNo } = record
  const meant = (at: number, words: string) => {
    const found = bearers.filter(
      ({ name, unitName }) => name === inventors[at] && unitName === words,
    )
    const numbers = new Set(found.map(({ staffNumber }) => staffNumber))
    return numbers.size === 1 ? (found[0]?.staffNumber ?? null) : null
  }
  if (toldApart) {
    const told = toldApart.map((mark, at): ToldApart => {
      if (mark.staffNo !== null || mark.words === null) return mark
      return { ...mark, staffNo: meant(at, mark.words) }
    })
    return { ...record, toldApart: told }
  }
  if (!besides) return record
  // Whose name is told no other way: the number of the lead stands in its column, and who is found nowhere is as before.
  const told = besides.map((words, at): ToldApart => {
    const own = inventors[at] === leadInventor ? staffNo : null
    return { staffNo: own ?? (words === null ? null : meant(at, words)), words: null }
  })
  return { ...record, toldApart: told }
}

/** Whose staff number nobody knows, or is nobody's of those named: the text that leaves it open. */
export function unplacedIn(record: AchievementRecord): string | undefined {
  const { toldApart, inventors, staffNo, leadInventor } = record
  if (!toldApart) return undefined
  const at = toldApart.findIndex(
    (mark) => mark.staffNo === null && mark.words !== null && !elsewhere.test(mark.words),
  )
  if (at >= 0) return `${inventors[at]}（${toldApart[at]?.words}）`
  const leads = toldApart.filter((_, place) => inventors[place] === leadInventor)
  const isNobodys = leads.length > 0 && leads.every((mark) => mark.staffNo !== staffNo)
  return isNobodys && staffNo !== null && leads.some(({ words }) => words !== null)
    ? `${leadInventor}（${staffNo}）`
    : undefined
}
