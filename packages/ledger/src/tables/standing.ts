import { field, nameField, rawText, unkept, wordField } from '../field.ts'
import { type Parsed, parsed } from '../parsed.ts'
import type { Table } from '../table.ts'
import { saysNothing, tightText } from '../text.ts'
import { carrierKinds, credentialKinds } from '../vocabulary-of-standing.ts'
import { staffNo, untold, wholeDayField, wordsField } from './people.ts'

const seq = unkept('seq', '序号 行号 No')

/** 转化载体: one centre, incubator or base a row, known by its name. */
export const carriers: Table = {
  name: 'carriers',
  entity: 'carrier',
  core: [['carrierName'], ['carrierKind'], ['carrierFrom']],
  required: ['carrierName', 'carrierKind', 'carrierFrom'],
  names: 'carrierName',
  number: 'carrierName',
  fields: [
    seq,
    wordsField(
      'carrierName',
      '载体名称 平台名称 基地名称 中心名称 孵化器名称 实验室名称 名称 CarrierName Carrier',
    ),
    wordField(
      'carrierKind',
      '载体类别 载体类型 平台类型 平台类别 基地类别 类别 类型 CarrierKind KindOfCarrier',
      carrierKinds,
    ),
    wordsField('carrierPlace', '地点 地址 所在地 建设地点 位置 Place Address'),
    wordsField('carrierPartner', '合作单位 共建单位 合作方 共建方 依托企业 Partner Partners'),
    wholeDayField(
      'carrierFrom',
      '设立日期 成立日期 设立日 挂牌日期 建设日期 启用日期 认定日期 EstablishedOn Established',
    ),
    wholeDayField('carrierTo', '撤销日期 结束日期 结束日 停用日期 到期日期 EndedOn Until'),
    wordsField('remark', '备注 说明 备注说明 Remark Remarks'),
  ],
}

/** 培训与证书: one training or certificate of a person a row. */
export const credentials: Table = {
  name: 'credentials',
  entity: 'credential',
  core: [['staffNo'], ['credentialTitle'], ['credentialKind'], ['credentialIssued']],
  required: ['staffNo', 'credentialKind', 'credentialTitle', 'credentialIssued'],
  names: 'credentialTitle',
  number: 'staffNo',
  isPersonal: true,
  fields: [
    seq,
    staffNo,
    nameField('personName', '姓名 职工姓名 员工姓名 人员姓名 持证人 参训人员 Name'),
    wordField(
      'credentialKind',
      '证书类别 证书类型 资质类别 培训类别 类别 类型 CertificateKind KindOfCertificate',
      credentialKinds,
    ),
    wordsField(
      'credentialTitle',
      '证书名称 培训名称 证书或培训名称 资质名称 资格名称 名称 Certificate Training',
    ),
    wordsField('credentialIssuer', '发证机构 颁发机构 发证单位 主办单位 培训机构 Issuer IssuedBy'),
    wordsField('credentialNumber', '证书编号 证书号 资格证号 CertificateNumber CertificateNo'),
    wholeDayField(
      'credentialIssued',
      '取得日期 发证日期 颁发日期 培训日期 取得时间 发证时间 IssuedOn DateIssued',
    ),
    wholeDayField(
      'credentialUntil',
      '有效期至 有效截止日期 到期日期 有效期止 失效日期 ValidUntil ExpiresOn',
    ),
    field('credentialHours', '学时 培训学时 学时数 课时 Hours', (cell) => hoursIn(rawText(cell))),
    ...untold,
  ],
}

/** A whole number of hours; anything else is told and left out. */
function hoursIn(raw: string): Parsed<number | null> {
  if (saysNothing(raw)) return parsed(null)
  const [, figure] = /^(\d{1,6})(?:\.0+)?(?:学时|课时|小时|hours?|h)?$/i.exec(tightText(raw)) ?? []
  return figure === undefined ? parsed(null, 'value_unknown') : parsed(Number(figure))
}
