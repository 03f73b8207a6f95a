import type { Lang, Words } from '@yizhuan/kit'
import { type CsvColumn, csvOf } from '../../platform/csv.ts'
import type { allAchievements } from './achievement.queries.ts'
import type { AchievementFields, AchievementKind, Intake } from './achievement.ts'

type Row = Awaited<ReturnType<typeof allAchievements>>[number]

const kindWords: Readonly<Record<AchievementKind, Words>> = {
  drug: { zh: '药品', en: 'Drug' },
  device: { zh: '医疗器械', en: 'Device' },
  diagnostic_reagent: { zh: '诊断试剂', en: 'Diagnostic reagent' },
  preparation: { zh: '医疗机构制剂', en: 'Preparation' },
  clinical_technique: { zh: '临床技术', en: 'Clinical technique' },
  digital: { zh: '数字医疗', en: 'Digital health' },
  software: { zh: '软件', en: 'Software' },
  data: { zh: '数据', en: 'Data' },
  medical_food: { zh: '特殊医学用途食品', en: 'Food for medical purposes' },
  material: { zh: '材料', en: 'Material' },
  method: { zh: '方法', en: 'Method' },
  product: { zh: '产品', en: 'Product' },
  know_how: { zh: '技术秘密', en: 'Know-how' },
  patent_invention: { zh: '发明专利', en: 'Invention' },
  patent_utility_model: { zh: '实用新型', en: 'Utility model' },
  patent_design: { zh: '外观设计', en: 'Design' },
  other: { zh: '其他', en: 'Other' },
}

const conversionWords: Readonly<Record<NonNullable<AchievementFields['conversion']>, Words>> = {
  none: { zh: '未转化', en: 'Not transferred' },
  intended: { zh: '拟转化', en: 'Intended' },
  converted: { zh: '已转化', en: 'Transferred' },
}

const intakeWords: Readonly<Record<Intake, Words>> = {
  submitted: { zh: '待答复', en: 'To be answered' },
  returned: { zh: '已退回', en: 'Given back' },
  accepted: { zh: '已接受', en: 'Accepted' },
  merged: { zh: '已合并', en: 'Merged' },
}

/** The register as a sheet, in one language. */
export function achievementsCsv(rows: readonly Row[], lang: Lang): string {
  const column = (zh: string, en: string, value: CsvColumn<Row>['value']): CsvColumn<Row> => ({
    heading: lang === 'zh' ? zh : en,
    value,
  })
  const people = ({ inventors }: Row) =>
    inventors
      .map(({ name, share }) => (share ? `${name} ${share}` : name))
      .join(lang === 'zh' ? '、' : '; ')
  return csvOf(
    [
      column('编号', 'Number', ({ number }) => number),
      column('名称', 'Title', ({ title }) => title),
      column('类型', 'Kind', ({ kind }) => kind && kindWords[kind][lang]),
      column('科室', 'Department', ({ department }) => department),
      column('完成人及贡献比例', 'Inventors and shares', people),
      column('报备日期', 'Disclosed', ({ disclosedOn }) => disclosedOn),
      column('报备状态', 'Disclosure', ({ intake }) => intake && intakeWords[intake][lang]),
      column('登记日期', 'Registered', ({ registeredOn }) => registeredOn),
      column('资助来源', 'Funded by', ({ fundingSource }) => fundingSource),
      column('项目编号', 'Project', ({ projectNo }) => projectNo),
      column('成熟度（1-9）', 'Maturity (1-9)', ({ maturityLevel }) => maturityLevel),
      column(
        '转化状态',
        'Conversion',
        ({ conversion }) => conversion && conversionWords[conversion][lang],
      ),
    ],
    rows,
  )
}
