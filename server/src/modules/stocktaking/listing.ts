// The lines of a campaign: what the registers hold, as the case lists it and as it is frozen.

import type { Frozen } from './campaign.ts'
import type { StockedAchievement, StockedRight } from './stock.queries.ts'

/** A record on its way into a campaign. */
export interface Listed {
  readonly rightId: string | null
  readonly achievementId: string | null
  readonly number: string
  readonly title: string
  readonly kind: string
  readonly department: string | null
  readonly inventors: readonly string[]
  readonly frozen: Frozen
}

const patents: readonly string[] = ['invention', 'utility_model', 'design', 'patent']

/** Puts rights and achievements into one list; every number stands there once. */
export function listed(
  rights: readonly StockedRight[],
  achievements: readonly StockedAchievement[],
): readonly Listed[] {
  const lines = [...rights.map(ofRight), ...achievements.map(ofAchievement)]
  const seen = new Map<string, number>()
  return lines.map((line) => {
    const times = (seen.get(line.number) ?? 0) + 1
    seen.set(line.number, times)
    return times === 1 ? line : { ...line, number: `${line.number}（${times}）` }
  })
}

function ofRight(right: StockedRight): Listed {
  const { id, kind, number, title, departments, inventors, status, filedOn, grantedOn } = right
  const { idleSince, everUsed, isUsed, paidFen, nextFeeOn, nextFeeFen } = right
  return {
    rightId: id,
    achievementId: null,
    number: number ?? `无编号 ${title}`.slice(0, 90),
    title,
    kind,
    department: departments[0] ?? null,
    inventors: [...new Set(inventors)],
    frozen: {
      ...{ status, filedOn, grantedOn, idleSince, everUsed, isUsed },
      ...{ paidFen, nextFeeOn, nextFeeFen },
    },
  }
}

function ofAchievement(one: StockedAchievement): Listed {
  return {
    rightId: null,
    achievementId: one.id,
    number: one.number,
    title: one.title,
    kind: 'achievement',
    department: one.department,
    inventors: [...new Set(one.inventors.map(({ name }) => name))],
    frozen: {
      ...{ status: one.conversion, filedOn: one.disclosedOn, grantedOn: null, idleSince: null },
      ...{
        everUsed: one.everUsed,
        isUsed: one.isUsed,
        paidFen: null,
        nextFeeOn: null,
        nextFeeFen: null,
      },
    },
  }
}

/** A line as the case of the campaign lists it. */
export function itemOf({ kind, number, title, frozen }: Listed) {
  const isPatent = patents.includes(kind)
  const isDay = frozen.idleSince?.length === 10
  return {
    kind: isPatent ? 'patent' : kind === 'achievement' ? 'achievement' : 'other_right',
    number,
    name: title,
    ...(isPatent && isDay && { idleSince: frozen.idleSince }),
    ...(isPatent && { everTransferred: frozen.everUsed }),
  }
}
