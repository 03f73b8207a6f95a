import type { Lang, Words } from '@yizhuan/kit'
import { type Column, columnsIn } from '../../platform/csv.ts'
import { contractKindWords, modeWords } from '../contracts/index.ts'
import { rightKindWords, rightStatusWords } from '../rights/index.ts'
import type { GrantedWire, ServiceWorkWire, WorkWire } from './work.wire.ts'

/** The achievements of persons as a sheet; each line names its sources. */
export function workColumns(lang: Lang): Column<WorkWire>[] {
  const { text, day, number, money } = columnsIn<WorkWire>(lang)
  const join = (parts: readonly (string | null)[]) =>
    parts.filter(Boolean).join(lang === 'zh' ? '、' : '; ')
  const modeOf = (mode: string | null) =>
    mode === null ? null : (modeWords[mode as keyof typeof modeWords]?.[lang] ?? mode)
  return [
    text('姓名', 'Name', ({ person }) => person.name),
    text('工号', 'Staff number', ({ person }) => person.staffNumber),
    text('部门', 'Department', ({ person }) => person.unit),
    text('专业技术职称', 'Professional title', ({ person }) => person.professionalTitle),
    text('成果编号', 'Achievement number', ({ achievement }) => achievement.number),
    text('成果名称', 'Achievement', ({ achievement }) => achievement.title),
    day('披露日', 'Disclosed on', ({ achievement }) => achievement.disclosedOn),
    number('本人排名', 'Rank', ({ rank }) => rank),
    number('完成人数', 'Inventors', ({ team }) => team),
    text('贡献比例', 'Share', ({ share }) => share),
    text('转化方式', 'Mode', ({ cases }) =>
      join([...new Set(cases.map(({ mode }) => modeOf(mode)))]),
    ),
    text('转化项目', 'Cases', ({ cases }) => join(cases.map((one) => one.number))),
    text('其中已结案', 'Closed', ({ cases }) =>
      join(cases.filter(({ status }) => status === 'closed').map((one) => one.number)),
    ),
    text('合同', 'Contracts', ({ contracts }) =>
      join(contracts.map((one) => one.number ?? one.title)),
    ),
    money('合同金额', 'Contract amount', ({ contracts }) => sumOf(contracts)),
    money('到账金额', 'Received', ({ receivedFen }) => receivedFen),
    money(
      '合并合同到账（与其他成果共同，不可相加）',
      'Received jointly with other achievements (not to be added up)',
      ({ jointFen }) => jointFen,
    ),
    text(
      '人员对应依据',
      'Matched by',
      ({ isByName }) => matched[isByName ? 'name' : 'number'][lang],
    ),
  ]
}

/** The rights that were granted to what persons made, as a sheet. */
export function grantedColumns(lang: Lang): Column<GrantedWire>[] {
  const { text, day, number } = columnsIn<GrantedWire>(lang)
  const word = (words: Readonly<Record<string, Words>>, code: string | null) =>
    code === null ? null : (words[code]?.[lang] ?? code)
  return [
    text('姓名', 'Name', ({ person }) => person.name),
    text('工号', 'Staff number', ({ person }) => person.staffNumber),
    text('部门', 'Department', ({ person }) => person.unit),
    text('专业技术职称', 'Professional title', ({ person }) => person.professionalTitle),
    text('权利类型', 'Kind', ({ right }) => word(rightKindWords, right.kind)),
    text('专利号或登记号', 'Number', ({ right }) => right.number),
    text('权利名称', 'Title', ({ right }) => right.title),
    day('授权日', 'Granted on', ({ right }) => right.grantedOn),
    text('法律状态', 'State', ({ right }) => word(rightStatusWords, right.status)),
    text('所属成果', 'Achievement', ({ achievementNumber }) => achievementNumber),
    number('本人排名', 'Rank', ({ rank }) => rank),
    number('发明人数', 'Inventors', ({ team }) => team),
    text(
      '人员对应依据',
      'Matched by',
      ({ isByName }) => matched[isByName ? 'name' : 'number'][lang],
    ),
  ]
}

/** The commissioned work of persons, as a sheet. */
export function serviceColumns(lang: Lang): Column<ServiceWorkWire>[] {
  const { text, day, money } = columnsIn<ServiceWorkWire>(lang)
  return [
    text('姓名', 'Name', ({ person }) => person.name),
    text('工号', 'Staff number', ({ person }) => person.staffNumber),
    text('部门', 'Department', ({ person }) => person.unit),
    text('专业技术职称', 'Professional title', ({ person }) => person.professionalTitle),
    text('合同编号', 'Number', ({ contract }) => contract.number),
    text('合同名称', 'Title', ({ contract }) => contract.title),
    text(
      '类型',
      'Kind',
      ({ contract: { kind } }) =>
        (contractKindWords as Readonly<Record<string, Words>>)[kind]?.[lang] ?? kind,
    ),
    text('委托方', 'Client', ({ contract }) => contract.client),
    day('签订日期', 'Signed on', ({ contract }) => contract.signedOn),
    text('本人角色', 'Part', ({ leads }) => parts[leads ? 'lead' : 'member'][lang]),
    money('合同金额', 'Contract amount', ({ contract }) => contract.amountFen),
    money('到账金额', 'Received', ({ receivedFen }) => receivedFen),
    text('人员对应依据', 'Matched by', () => matched.name[lang]),
  ]
}

const parts = {
  lead: { zh: '负责人', en: 'In charge' },
  member: { zh: '项目组成员', en: 'Of the team' },
}

const matched = {
  name: { zh: '仅按姓名', en: 'Name only' },
  number: { zh: '工号', en: 'Staff number' },
}

/** What contracts add up to; null where none tells an amount. */
function sumOf(contracts: WorkWire['contracts']): string | null {
  const told = contracts.flatMap(({ amountFen }) => (amountFen === null ? [] : [BigInt(amountFen)]))
  return told.length === 0 ? null : String(told.reduce((all, one) => all + one, 0n))
}
