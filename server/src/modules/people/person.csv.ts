import { type Lang, timeInChina } from '@yizhuan/kit'
import { type Column, columnsIn } from '../../platform/csv.ts'
import type { FilterWords } from '../../platform/export-note.ts'
import { institutionLists } from '../../platform/institution-lists.ts'
import type { OpeningWire, PersonLineWire } from './person.wire.ts'

/** How the filters of the register are called in a sheet. */
export const personFilterWords: FilterWords = {
  unit: { name: { zh: '部门', en: 'Department' } },
  occupation: {
    name: { zh: '职业类别', en: 'Line of work' },
    values: institutionLists().occupations.lines,
  },
  on: { name: { zh: '任职情况以此日为准', en: 'Posts as of' } },
  state: {
    name: { zh: '在职状态', en: 'State' },
    values: {
      here: { zh: '在职', en: 'Here' },
      left: { zh: '已离职', en: 'Left' },
      all: { zh: '全部', en: 'All' },
    },
  },
}

/** The register of persons as a sheet: what its list shows, and nothing that is sealed. */
export function personColumns(lang: Lang): Column<PersonLineWire>[] {
  const { text, day } = columnsIn<PersonLineWire>(lang)
  const { lines } = institutionLists().occupations
  const yes = (is: boolean) => (is ? (lang === 'zh' ? '是' : 'yes') : null)
  return [
    text('工号', 'Staff number', ({ staffNumber }) => staffNumber),
    text('姓名', 'Name', ({ name }) => name),
    text('部门', 'Department', ({ unit }) => unit?.name),
    text('专业技术职称', 'Professional title', ({ professionalTitle }) => professionalTitle),
    text('职业类别', 'Line of work', ({ occupation }) =>
      occupation === null ? null : (lines[occupation]?.[lang] ?? occupation),
    ),
    text('任职', 'Posts', ({ posts }) =>
      posts
        .map(({ title, unit }) => (unit ? `${title} (${unit.name})` : title))
        .join(lang === 'zh' ? '、' : '; '),
    ),
    text('正职领导', 'Chief', ({ isChief }) => yes(isChief)),
    text('领导人员', 'Holds a leading post', ({ holdsLeadingPost }) => yes(holdsLeadingPost)),
    day('离职日期', 'Left', ({ leftOn }) => leftOn),
  ]
}

const fieldWords = {
  idCard: { zh: '证件号码', en: 'Identity number' },
  bankAccount: { zh: '银行账号', en: 'Bank account' },
  relative: { zh: '亲属姓名', en: 'Name of a relative' },
  objector: { zh: '异议人信息', en: 'Who objected' },
} as const

/** Who opened what is sealed, as a sheet. */
export function openingColumns(lang: Lang): Column<OpeningWire>[] {
  const { text } = columnsIn<OpeningWire>(lang)
  return [
    text('时间（UTC+8）', 'When (UTC+8)', ({ at }) => timeInChina(new Date(at))),
    text('查看人', 'By', ({ by }) => by),
    text('内容', 'What', ({ field }) => fieldWords[field][lang]),
    text('涉及人员', 'Whose', ({ person }) => person?.name),
    text('目的', 'Purpose', ({ purpose }) => purpose),
  ]
}
