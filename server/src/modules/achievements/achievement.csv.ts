import type { Lang, Words } from '@yizhuan/kit'
import { type Column, columnsIn } from '../../platform/csv.ts'
import type { LineOf } from '../../platform/export.ts'
import type { FilterWords } from '../../platform/export-note.ts'
import { disclosureLists } from '../policies/index.ts'
import type { allAchievements } from './achievement.queries.ts'
import type { AchievementKind, Intake } from './achievement.ts'
import { noField } from './disclosure.ts'

type Row = LineOf<ReturnType<typeof allAchievements>>

const kindWords: Readonly<Record<AchievementKind, Words>> = {
  drug: { zh: '药品', en: 'Drug' },
  device: { zh: '医疗器械', en: 'Medical device' },
  diagnostic_reagent: { zh: '诊断试剂', en: 'Diagnostic reagent' },
  preparation: { zh: '医疗机构制剂', en: 'Hospital preparation' },
  clinical_technique: { zh: '临床新技术', en: 'Clinical technique' },
  digital: { zh: '数字医疗', en: 'Digital health' },
  software: { zh: '软件著作权', en: 'Software copyright' },
  data: { zh: '数据', en: 'Data' },
  medical_food: { zh: '特殊医学用途食品', en: 'Food for special medical purposes' },
  material: { zh: '材料', en: 'Material' },
  method: { zh: '方法', en: 'Method' },
  product: { zh: '产品', en: 'Product' },
  know_how: { zh: '技术秘密', en: 'Know-how' },
  patent_invention: { zh: '发明专利', en: 'Invention patent' },
  patent_utility_model: { zh: '实用新型', en: 'Utility model' },
  patent_design: { zh: '外观设计', en: 'Design' },
  other: { zh: '其他', en: 'Other' },
}

const conversionWords: Readonly<Record<Row['conversion'], Words>> = {
  none: { zh: '未转化', en: 'Not transferred' },
  intended: { zh: '意向转化', en: 'Intended' },
  converted: { zh: '已转化', en: 'Transferred' },
}

const intakeWords: Readonly<Record<Intake, Words>> = {
  submitted: { zh: '待答复', en: 'To be answered' },
  returned: { zh: '已退回', en: 'Given back' },
  accepted: { zh: '已接受', en: 'Accepted' },
  merged: { zh: '已合并', en: 'Merged' },
}

/** How the filters of the register are called in a sheet. */
export const achievementFilterWords: FilterWords = {
  kind: { name: { zh: '类型', en: 'Kind' }, values: kindWords },
  conversion: { name: { zh: '转化状态', en: 'Transfer' }, values: conversionWords },
  differs: {
    name: { zh: '与原台账', en: 'Against the old ledger' },
    values: { true: { zh: '不一致', en: 'Differs' } },
  },
  intake: { name: { zh: '报备状态', en: 'Disclosure' }, values: intakeWords },
  sort: {
    name: { zh: '排序', en: 'Order' },
    values: {
      newest: { zh: '编号从新到旧', en: 'Newest number first' },
      oldest: { zh: '编号从旧到新', en: 'Oldest number first' },
      disclosed: { zh: '报备日期从新到旧', en: 'Newest disclosure first' },
      disclosedFirst: { zh: '报备日期从旧到新', en: 'Oldest disclosure first' },
    },
  },
}

/** The fields that people chose, each by the word of its text. */
function chosenFields(chosen: Row['transferFields'], lang: Lang): readonly string[] {
  return Object.entries(chosen).map(([pack, code]) => {
    const list = disclosureLists().kinds.fields.find((one) => one.pack === pack)
    const word = list?.codes[code]
    return code === noField ? noFieldWords[lang] : (word?.[lang] ?? code)
  })
}

const noFieldWords: Words = { zh: '不属所列领域', en: 'None of those named' }

/** The register as a sheet, in one language. */
export function achievementColumns(lang: Lang): Column<Row>[] {
  const { text, day, number } = columnsIn<Row>(lang)
  const people = ({ inventors }: Row) =>
    inventors
      .map(({ name, share }) => (share ? `${name} ${share}` : name))
      .join(lang === 'zh' ? '、' : '; ')
  return [
    text('编号', 'Number', ({ number }) => number),
    text('名称', 'Title', ({ title }) => title),
    text('类型', 'Kind', ({ kind }) => kind && kindWords[kind][lang]),
    text('科室', 'Department', ({ department }) => department),
    text('完成人及贡献比例', 'Inventors and shares', people),
    day('报备日期', 'Disclosed', ({ disclosedOn }) => disclosedOn),
    text('报备状态', 'Disclosure', ({ intake }) => intake && intakeWords[intake][lang]),
    day('登记日期', 'Registered', ({ registeredOn }) => registeredOn),
    text('资助来源', 'Funded by', ({ fundingSource }) => fundingSource),
    text('项目编号', 'Project', ({ projectNo }) => projectNo),
    text('产业领域（人工选定）', 'Field (chosen by hand)', ({ transferFields }) =>
      chosenFields(transferFields, lang).join(lang === 'zh' ? '；' : '; '),
    ),
    number('成熟度（1-9）', 'Maturity (1-9)', ({ maturityLevel }) => maturityLevel),
    text('转化状态', 'Transfer', ({ conversion }) => conversionWords[conversion][lang]),
    text(
      '原台账所载转化状态',
      'Transfer by the old ledger',
      ({ statedConversion: stated }) => stated && conversionWords[stated][lang],
    ),
  ]
}
