import {
  dayField,
  departmentsField,
  type Field,
  field,
  namesField,
  pastDayField,
  textField,
  unkept,
  wordField,
} from '../field.ts'
import { parseCode, parseLayoutNo, parseTrademarkNo, parseVarietyNo } from '../numbers.ts'
import type { Table } from '../table.ts'
import { parseWord, yesOrNo } from '../vocabulary.ts'
import { markStatuses, secretStatuses } from '../vocabulary-of-marks.ts'
import { coOwners, country } from './rights.ts'
import { settleTitles, titleFields } from './titles.ts'

// Rights besides patents, programs and preparations. Each list is known by what it calls a title and a number:
// those words stand in no other list.

const seq = unkept('seq', '序号 行号 No')
const remark = textField('remark', '备注 说明 其他说明 备注说明 Remark Remarks')
const owners: Field = {
  ...coOwners,
  headers: '权利人 申请人 注册人 商标注册人 品种权人 共有人 权属人 Owners Owner Applicant',
}
const departments = departmentsField(
  '所属科室 科室 部门 所在科室 完成科室 所属部门 使用科室 Department Departments',
)
const achievementCode = field(
  'achievementCode',
  '对应成果编号 成果编号 成果号 关联成果编号 所属成果编号 关联成果 对应成果 Achievement',
  parseCode,
)
const filedOn = pastDayField('filedOn', '申请日期 申请日 申请时间 FiledOn Filed')
const validTo = dayField(
  'validTo',
  '有效期至 专用权期限止 保护期至 期限届满日 到期日期 到期日 有效期截止 ValidUntil ExpiresOn',
)
const agency = textField('agency', '代理机构 代理所 代理公司 代理单位 代理事务所 Agency')

/** 商标: one mark a row, registered or applied for. */
export const trademarks: Table = {
  name: 'trademarks',
  entity: 'right',
  core: [['markNo'], ['title']],
  required: ['title', 'markNo'],
  names: 'title',
  number: 'markNo',
  tellNearAt: 'markNo',
  fields: [
    seq,
    textField('title', '商标名称 商标 商标文字 商标标识 注册商标 Trademark TrademarkName'),
    field(
      'markNo',
      '注册号 商标注册号 商标号 商标申请号 申请号注册号 注册号申请号 TrademarkNumber TrademarkNo',
      parseTrademarkNo,
    ),
    unkept('niceClass', '国际分类 商标类别 类别 商品服务类别 核定商品 核定使用商品 Class'),
    filedOn,
    pastDayField('grantedOn', '注册日期 注册日 注册公告日期 注册公告日 核准日期 RegisteredOn'),
    validTo,
    owners,
    departments,
    wordField('status', '商标状态 法律状态 状态 当前状态 Status', markStatuses),
    agency,
    achievementCode,
    remark,
    country,
    ...titleFields,
  ],
  complete: settleTitles,
}

/** 集成电路布图设计: one design a row. */
export const layouts: Table = {
  name: 'layouts',
  entity: 'right',
  core: [['layoutNo'], ['title']],
  required: ['title', 'layoutNo'],
  names: 'title',
  number: 'layoutNo',
  tellNearAt: 'layoutNo',
  fields: [
    seq,
    textField('title', '布图设计名称 布图名称 集成电路名称 集成电路布图设计 布图设计 LayoutDesign'),
    field(
      'layoutNo',
      '布图设计登记号 布图登记号 登记号 布图设计申请号 登记编号 申请号 LayoutNumber LayoutNo',
      parseLayoutNo,
    ),
    pastDayField('completedOn', '创作完成日 创作完成日期 完成日期 完成日 CompletedOn'),
    // An event of the timeline, which the register keeps no field for.
    unkept('firstUsedOn', '首次商业利用日 首次商业利用日期 首次投入商业利用时间 FirstUsedOn'),
    filedOn,
    pastDayField('grantedOn', '登记日期 登记日 公告日 颁证日 颁证日期 RegisteredOn'),
    validTo,
    namesField('inventors', '创作人 设计人 布图设计创作者 完成人 Creators Designers'),
    owners,
    departments,
    wordField('status', '状态 法律状态 当前状态 Status', markStatuses),
    agency,
    achievementCode,
    remark,
    country,
    ...titleFields,
  ],
  complete: settleTitles,
}

/** 植物新品种: one variety a row. */
export const varieties: Table = {
  name: 'varieties',
  entity: 'right',
  core: [['varietyNo'], ['title']],
  required: ['title', 'varietyNo'],
  names: 'title',
  number: 'varietyNo',
  tellNearAt: 'varietyNo',
  fields: [
    seq,
    textField('title', '品种名称 植物新品种名称 新品种名称 暂定名称 VarietyName Variety'),
    field(
      'varietyNo',
      '品种权号 品种权申请号 新品种权号 品种权编号 申请号 VarietyNumber VarietyNo',
      parseVarietyNo,
    ),
    unkept('genus', '植物种类 属或种 属种 所属属种 Genus Species'),
    field('woody', '藤本或木本 是否木本 木本 是否藤本林木 Woody', (cell) => {
      const { value, problems } = parseWord(cell, yesOrNo)
      return { value: value === null ? null : value === 'yes', problems }
    }),
    filedOn,
    pastDayField('grantedOn', '授权日期 授权日 授权公告日 授权时间 GrantedOn Granted'),
    validTo,
    namesField('inventors', '培育人 育种人 培育人员 完成人 Breeders Breeder'),
    owners,
    departments,
    wordField('status', '状态 法律状态 品种权状态 当前状态 Status', markStatuses),
    agency,
    achievementCode,
    remark,
    country,
    ...titleFields,
  ],
  complete: settleTitles,
}

/** 技术秘密: one secret a row, known by the number the house gave it. */
export const knowHow: Table = {
  name: 'knowHow',
  entity: 'right',
  core: [['secretNo'], ['title']],
  required: ['title', 'secretNo'],
  names: 'title',
  number: 'secretNo',
  tellNearAt: 'secretNo',
  fields: [
    seq,
    textField('title', '技术秘密名称 秘密名称 专有技术名称 技术诀窍名称 技术秘密 KnowHow'),
    field(
      'secretNo',
      '技术秘密编号 秘密编号 密点编号 专有技术编号 KnowHowNumber KnowHowNo',
      parseCode,
    ),
    // What keeps it secret is told on its page, to those who may read it.
    unkept('secrecyLevel', '密级 保密等级 保密措施 保密期限 知悉范围 SecrecyLevel'),
    pastDayField('completedOn', '形成日期 形成日 完成日期 完成日 认定日期 CompletedOn'),
    namesField('inventors', '完成人 研发人 技术持有人 研发人员 全部完成人 Creators'),
    owners,
    departments,
    wordField('status', '状态 保密状态 当前状态 Status', secretStatuses),
    achievementCode,
    remark,
    ...titleFields,
  ],
  complete: settleTitles,
}
