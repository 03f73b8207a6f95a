import type { AchievementRecord, ToldApart } from '@yizhuan/ledger'

// Who of a team is meant where two bear one name and a ledger names the department of one. Pure.

/** Somebody of the register of people with the name of the unit. */
export interface Bearer {
  readonly name: string
  readonly staffNumber: string
  readonly unitName: string | null
}

/** What is said of somebody of another house: no register knows them. */
const elsewhere = /外院|院外|外单位|外校|校外|企业|公司|大学|学院|研究院|研究所|医院/

/** A record with the staff numbers of those whose department only one of the name works in. */
export function withBearers(
  record: AchievementRecord,
  bearers: readonly Bearer[],
): AchievementRecord {
  if (!record.toldApart) return record
  const toldApart = record.toldApart.map((mark, at): ToldApart => {
    if (mark.staffNo !== null || mark.words === null) return mark
    const meant = bearers.filter(
      ({ name, unitName }) => name === record.inventors[at] && unitName === mark.words,
    )
    return { ...mark, staffNo: meant.length === 1 ? (meant[0]?.staffNumber ?? null) : null }
  })
  return { ...record, toldApart }
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
