import { countryIn } from '../country.ts'
import {
  dayField,
  departmentsField,
  field,
  nameField,
  namesField,
  type Place,
  pastDayField,
  rawText,
  textField,
  unkept,
  wordField,
} from '../field.ts'
import {
  parseApplicationNo,
  parseCertificateNo,
  parseCode,
  parsePreparationNo,
  parsePublicationNo,
  parseSoftwareNo,
} from '../numbers.ts'
import type { Table } from '../table.ts'
import { plainText, saysNothing } from '../text.ts'
import { parseFeeYear, patentKinds, patentStatuses, preparationStatuses } from '../vocabulary.ts'
import { reductionFields, settleTitles, titleFields } from './titles.ts'

const seq = unkept('seq', '序号 行号 No')
const remark = textField('remark', '备注 说明 其他说明 备注说明')
const departments = departmentsField(
  '所属科室 科室 部门 所在科室 完成科室 所属部门 所在部门 申报科室 归属科室 研制科室',
)
const achievementCode = field(
  'achievementCode',
  '对应成果编号 成果编号 成果号 成果登记号 成果代码 关联成果编号 所属成果编号 关联成果 对应成果 成果编码',
  parseCode,
)

/** The owners of a patent besides the hospital. */
export const coOwners = {
  name: 'owners',
  headers: '专利权人 权利人 申请人 专利申请人 专利权人申请人 申请人专利权人 权属人 共有人',
  read: (cell: Parameters<typeof rawText>[0], { hospital, report }: Place) => {
    const owners = ownersIn(rawText(cell))
    const { names, sure } = hospital
    const isOthers = sure !== undefined && owners.length > 0 && !owners.some((one) => sure.has(one))
    if (isOthers) report('house_not_owner')
    return { coOwners: owners.filter((owner) => !names.has(owner)) }
  },
}

/** The country or office; of China nothing is said. What no code is known of is told, and the number stays as it is. */
export const country = {
  name: 'country',
  headers: '国家地区 国家或地区 国家 国别 申请国家 申请国 受理局 受理国家 专利局 国别地区',
  isExtra: true as const,
  read: (cell: Parameters<typeof rawText>[0]) => {
    return { country: countryIn(rawText(cell)) ?? null }
  },
}

/** The earlier applications a patent claims, as exports name them; those abroad keep their own form. */
const priorities = {
  name: 'priorities',
  headers: '优先权 优先权号 优先权信息 优先权申请号 在先申请号 在先申请',
  isExtra: true as const,
  read: (cell: Parameters<typeof rawText>[0]) => ({ priorities: prioritiesIn(rawText(cell)) }),
}

function prioritiesIn(raw: string): readonly string[] {
  if (saysNothing(raw)) return []
  const parts = raw.normalize('NFKC').split(/[、,;|\s]+/)
  return parts.flatMap((text) => {
    const { value } = parseApplicationNo({ kind: 'text', text })
    // A day or a country may stand beside the number.
    return value !== null && /\d{6}/.test(value) && !/^\d{8}$/.test(value) ? [value] : []
  })
}

/** The owners a cell names. */
export function ownersIn(raw: string): readonly string[] {
  if (saysNothing(raw)) return []
  return raw
    .split(/[、，,;；/／\n\r]+/)
    .map(plainText)
    .filter((owner) => owner !== '')
}

/** 专利台账: one application or patent a row. */
export const patents: Table = {
  name: 'patents',
  entity: 'right',
  core: [['applicationNo'], ['title', 'inventors', 'filedOn', 'status']],
  required: ['title', 'applicationNo'],
  names: 'title',
  number: 'applicationNo',
  tellNearAt: 'applicationNo',
  fields: [
    seq,
    textField('title', '专利名称 发明名称 名称 发明创造名称 专利题目 知识产权名称 专利'),
    wordField('kind', '专利类型 专利类别 类型 类别 专利种类 知识产权类型', patentKinds),
    field(
      'applicationNo',
      '申请专利号 申请号 专利号 专利申请号 申请号专利号 专利号申请号 申请专利号码 专利申请号专利号 申请号或专利号',
      parseApplicationNo,
    ),
    field(
      'publicationNo',
      '公开公告号 公开号 公告号 授权公告号 公布号 公开号公告号 公开公布号 授权公告号公开号 公布公告号',
      parsePublicationNo,
    ),
    pastDayField('filedOn', '申请日 申请日期 专利申请日 申请时间 专利申请日期'),
    pastDayField('grantedOn', '授权公告日 授权日 授权日期 公告日 授权公告日期 授权时间 专利授权日'),
    namesField(
      'inventors',
      '发明人设计人 发明人 设计人 全部发明人 发明设计人 发明人名单 发明人或设计人 完成人',
    ),
    coOwners,
    departments,
    wordField(
      'status',
      '法律状态 专利状态 状态 当前状态 案件状态 专利法律状态 当前法律状态',
      patentStatuses,
    ),
    dayField(
      'feeDueOn',
      '下次缴费日 年费缴费日 缴费截止日 下次缴费日期 年费到期日 年费下次缴费日 下次年费缴纳日 应缴费日',
    ),
    field(
      'feePaidYear',
      '已缴至 已缴年度 年费已缴至 已缴年费 缴至年度 已缴至年度 年费年度',
      parseFeeYear,
    ),
    textField('agency', '代理机构 专利代理机构 代理所 代理公司 代理单位 代理事务所'),
    achievementCode,
    remark,
    priorities,
    country,
    ...titleFields,
    ...reductionFields,
  ],
  complete: settleTitles,
}

/** 计算机软件著作权: one registration a row. */
export const software: Table = {
  name: 'software',
  entity: 'right',
  core: [['registrationNo'], ['title'], ['version', 'completedOn', 'firstPublishedOn']],
  required: ['title', 'registrationNo'],
  names: 'title',
  number: 'registrationNo',
  tellNearAt: 'registrationNo',
  fields: [
    seq,
    textField('title', '软件全称 软件名称 软著名称 著作权名称 名称 作品名称 软件著作权名称'),
    field('version', '版本号 版本 软件版本 软件版本号', parseCode),
    field(
      'registrationNo',
      '登记号 软著登记号 著作权登记号 登记编号 证书号 软件登记号 登记证号',
      parseSoftwareNo,
    ),
    field(
      'certificateNo',
      '软著证书号 登记证书号 证书编号 证书号 软著登字号 软著登字 CertificateNumber CertificateNo',
      parseCertificateNo,
    ),
    pastDayField('completedOn', '开发完成日期 开发完成日 完成日期 开发完成时间 完成时间'),
    pastDayField('firstPublishedOn', '首次发表日期 发表日期 首次发表日 首次发表时间 首次公开日期'),
    pastDayField('registeredOn', '登记日期 登记时间 登记日 发证日期 登记批准日期'),
    namesField(
      'inventors',
      '主要完成人 完成人 开发人 开发者 开发人员 作者 设计人 全部完成人 研发人员',
    ),
    departments,
    achievementCode,
    remark,
    ...titleFields,
  ],
  complete: settleTitles,
}

/** 医疗机构制剂: one approval or filing a row. */
export const preparations: Table = {
  name: 'preparations',
  entity: 'right',
  core: [['approvalNo'], ['title', 'dosageForm']],
  required: ['title', 'approvalNo'],
  names: 'title',
  number: 'approvalNo',
  tellNearAt: 'approvalNo',
  fields: [
    seq,
    textField('title', '制剂名称 药品名称 品种名称 名称 通用名称 制剂品种'),
    textField('dosageForm', '剂型 制剂剂型'),
    field(
      'approvalNo',
      '批准文号备案号 批准文号 备案号 制剂批准文号 文号 批准文号或备案号 制剂批准文号备案号 注册备案号',
      parsePreparationNo,
    ),
    pastDayField('approvedOn', '批准日期 批准时间 备案日期 批准日 批准备案日期 发证日期'),
    dayField('validTo', '有效期至 有效期 失效日期 到期日期 有效期截止 到期日 有效期截止日'),
    nameField('lead', '负责人 项目负责人 研制负责人 制剂负责人 第一完成人 研制人'),
    departments,
    achievementCode,
    wordField('status', '状态 当前状态 使用状态 批件状态 文号状态', preparationStatuses),
    remark,
  ],
}
