// What an institution says of itself where a law addresses some kinds of institutions only.
import { code, flag } from '../procedure/fields.ts'
import type { CaseFacts } from '../procedure/procedure.ts'

const owners = {
  publicly_owned: 'public',
  privately_owned: 'private',
  military: 'military',
} as const

/** Whom the law of a place addresses: asked, since nothing else in the record tells it. */
export const ofInstitution = {
  level: code(
    ['national', 'provincial', 'city', 'county', 'township'],
    '医疗卫生机构级别',
    'Level of the institution',
  ),
  ownership: code(
    ['publicly_owned', 'privately_owned', 'military'],
    '医疗卫生机构性质',
    'Ownership of the institution',
  ),
  research: flag('从事卫生科研活动', 'It does health research'),
  byChoice: flag('不直接适用的，自愿参照办理', 'Where it is not bound, it follows by choice'),
}

/** The same in the words of the law. */
export function institutionFacts(told: {
  readonly level: string
  readonly ownership: keyof typeof owners
  readonly research: boolean
  readonly byChoice: boolean
}): CaseFacts {
  return {
    institutionLevel: told.level,
    institutionOwnership: owners[told.ownership],
    doesHealthResearch: told.research,
    optedIn: told.byChoice,
  }
}
