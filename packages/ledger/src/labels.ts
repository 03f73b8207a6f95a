import { type Words, words } from '@yizhuan/kit'
import type { NotData, TableName } from './reading.ts'

/** What people call the tables of a ledger. */
export const tableLabels: Readonly<Record<TableName, Words>> = {
  achievements: words('科技成果', 'achievements'),
  patents: words('专利', 'patents'),
  software: words('计算机软件著作权', 'software copyrights'),
  preparations: words('医疗机构制剂', 'preparations'),
  trademarks: words('商标', 'trademarks'),
  layouts: words('集成电路布图设计', 'layout designs'),
  varieties: words('植物新品种', 'plant varieties'),
  knowHow: words('技术秘密', 'know-how'),
  contracts: words('转化合同', 'transfer contracts'),
  receipts: words('到账与分配', 'receipts and distributions'),
  serviceContracts: words('横向（三技）合同', 'commissioned contracts'),
  units: words('科室与单位', 'departments and units'),
  people: words('人员', 'people'),
  posts: words('任职', 'posts'),
  projects: words('科研项目', 'research projects'),
  projectEntries: words('工作量台账', 'ledger of work'),
  costs: words('研发成本归集', 'costs of achievements'),
  carriers: words('转化载体', 'carriers'),
  credentials: words('培训与证书', 'training and certificates'),
  trusteeships: words('知识产权托管', 'trusteeships'),
  internalRules: words('内部制度', 'internal rules'),
  spinOffs: words('衍生企业', 'companies founded on achievements'),
  interests: words('利益关联申报', 'declarations of interests'),
  evaluations: words('成果评估', 'evaluations of achievements'),
  stockAnswers: words('盘点自评', 'answers to stock-takings'),
}

/** Why a row of a table is no data. */
export const notDataLabels: Readonly<Record<NotData, Words>> = {
  blank: words('空行', 'blank'),
  'blank with borders': words('只有边框的空行', 'blank with borders'),
  'blank with spaces': words('只有空格的空行', 'blank with spaces'),
  'serial number only': words('只有序号', 'serial number only'),
  example: words('示例行', 'example line'),
  'repeated header': words('重复的表头', 'repeated header'),
  subtotal: words('小计', 'subtotal'),
  'grand total': words('合计', 'grand total'),
  footer: words('表尾说明', 'footer'),
}
