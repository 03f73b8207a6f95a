import type { Lang, Words } from '@yizhuan/kit'
import { type Column, columnsIn } from '../../platform/csv.ts'
import { institutionLists } from '../../platform/institution-lists.ts'
import { provinces } from './institution.ts'
import type { StandingAspect } from './standing.ts'
import type { StandingWire } from './standing.wire.ts'

const aspectWords: Readonly<Record<StandingAspect, Words>> = {
  level: { zh: '机构层级', en: 'Level' },
  ownership: { zh: '机构性质', en: 'Ownership' },
  research: { zh: '是否从事卫生科研', en: 'Health research' },
  affiliation: { zh: '隶属关系', en: 'Affiliation' },
  province: { zh: '所在省份', en: 'Province' },
  pilot: { zh: '创新改革试点', en: 'Pilot of reform' },
  ipOperation: { zh: '知识产权运营', en: 'Operation of IP' },
  ipProtection: { zh: '知识产权保护', en: 'Protection of IP' },
  resultManagement: { zh: '成果管理', en: 'Management of achievements' },
}

const none: Words = { zh: '无', en: 'none' }

/** What a value is called: a code of a list, a province, or the text itself. */
function wordOf({ aspect, value }: StandingWire, lang: Lang): string {
  if (value === null) return none[lang]
  const lists: Readonly<Record<string, Readonly<Record<string, Words>>>> = {
    ...institutionLists().standings,
    province: provinces,
  }
  return lists[aspect]?.[value]?.[lang] ?? value
}

/** What the institution was from which day on, as a sheet. */
export function standingColumns(lang: Lang): Column<StandingWire>[] {
  const { text, day } = columnsIn<StandingWire>(lang)
  return [
    text('事项', 'About', ({ aspect }) => aspectWords[aspect][lang]),
    text('内容', 'Value', (one) => wordOf(one, lang)),
    day('自', 'From', ({ from }) => from),
    day('至（不含当日）', 'Until (not the day)', ({ to }) => to),
    text('依据', 'Document', ({ document }) => document),
    text('文件', 'File', ({ file }) => file?.name),
    text('登记人', 'Entered by', ({ enteredName }) => enteredName),
  ]
}
