import { dayField, type Field, field, nameField, rawText, unkept, wordField } from '../field.ts'
import { parseCode, parseStaffNo } from '../numbers.ts'
import type { Table } from '../table.ts'
import { plainText, saysNothing } from '../text.ts'
import { occupations, postKinds, unitKinds, yesOrNoWords } from '../vocabulary-of-people.ts'

// Who works in a house and where. These tables are read without what must not be told of a person:
// columns of identity cards, telephones and accounts are known, so that nothing else is read into them,
// and never kept.

const seq = unkept('seq', '序号 行号 No')

/** What is known and not kept of a person, column by column: each fills a name of its own. */
export const untold: readonly Field[] = [
  unkept('untoldIdCard', '身份证号 身份证 身份证号码 证件号码 证件号 公民身份号码'),
  unkept('untoldPhone', '手机 手机号 手机号码 电话 联系电话 联系方式 电话号码 办公电话'),
  unkept('untoldAccount', '银行卡号 银行账号 工资卡号 卡号 账号 银行账户'),
  unkept('untoldBank', '开户行 开户银行 银行'),
  unkept('untoldEmail', '邮箱 电子邮箱 电子邮件 邮件地址'),
  unkept('untoldBirth', '出生日期 出生年月 生日 年龄 性别'),
  unkept('untoldAddress', '家庭住址 住址 地址 通讯地址'),
]

/** A short text as it is written; nothing where it says nothing. */
export function wordsField(name: string, headers: string): Field {
  return field(name, headers, (cell) => {
    const raw = rawText(cell)
    return { value: saysNothing(raw) ? null : plainText(raw), problems: [] }
  })
}

/** Whose row it is. */
export const staffNo = field(
  'staffNo',
  '工号 职工号 员工号 人员编号 职工编号 员工编号 工作证号 职工工号 StaffNumber StaffNo',
  parseStaffNo,
)

/** A day to the day: a month says nothing of the day on which somebody is a leading person. */
export function wholeDayField(name: string, headers: string): Field {
  const { read, ...rest } = dayField(name, headers)
  return {
    ...rest,
    read(cell, place) {
      const values = read?.(cell, place) ?? {}
      const day = values[name]
      if (typeof day !== 'string' || day.length === 10) return values
      place.report('day_incomplete')
      return { [name]: null }
    },
  }
}

/** 科室与单位: one department or unit a row. */
export const units: Table = {
  name: 'units',
  entity: 'unit',
  core: [['unitName'], ['unitKind', 'parentUnit']],
  required: ['unitName'],
  names: 'unitName',
  number: 'unitCode',
  isPersonal: true,
  fields: [
    seq,
    field(
      'unitCode',
      '科室编码 科室代码 部门编码 部门代码 单位编码 单位代码 组织编码 编码 代码',
      parseCode,
    ),
    wordsField('unitName', '科室名称 部门名称 单位名称 组织名称 机构名称 科室 部门 名称'),
    wordField('unitKind', '单位性质 部门性质 科室性质 性质 类别 类型 部门类别', unitKinds),
    wordsField(
      'parentUnit',
      '上级科室 上级部门 上级单位 上级 所属上级 隶属单位 隶属部门 上级组织 上级机构',
    ),
    unkept('unitRemark', '备注 说明 负责人 主任'),
  ],
}

/** 人员: one person a row, known by the staff number. */
export const people: Table = {
  name: 'people',
  entity: 'person',
  core: [['staffNo'], ['personName'], ['unit', 'professionalTitle']],
  required: ['staffNo', 'personName'],
  names: 'personName',
  number: 'staffNo',
  isPersonal: true,
  fields: [
    seq,
    staffNo,
    nameField('personName', '姓名 职工姓名 员工姓名 人员姓名'),
    wordsField('unit', '科室 部门 所在科室 所在部门 所属科室 所属部门 科室名称 部门名称 单位'),
    wordsField(
      'professionalTitle',
      '职称 专业技术职称 专业技术职务 技术职称 职称名称 专业职称 现任职称',
    ),
    {
      ...wordField(
        'occupation',
        '职业类别 职业 从业类别 人员类别 岗位类别 专业类别 人员类型 LineOfWork Occupation',
        occupations,
      ),
      isExtra: true,
      isOffered: true,
    },
    unkept('personPost', '职务 行政职务 现任职务 任职日期 任职时间'),
    ...untold,
  ],
}

/** 任职: one post of a person a row, with its days. */
export const posts: Table = {
  name: 'posts',
  entity: 'post',
  core: [['staffNo'], ['postTitle'], ['postKind'], ['postFrom']],
  required: ['staffNo', 'postTitle', 'postKind', 'postFrom'],
  names: 'postTitle',
  number: 'staffNo',
  isPersonal: true,
  fields: [
    seq,
    staffNo,
    nameField('personName', '姓名 职工姓名 员工姓名 人员姓名'),
    wordsField('postTitle', '职务 职务名称 任职名称 岗位 岗位名称 现任职务'),
    wordField('postKind', '职务类别 任职类别 领导职务类别 职务级别类别 岗位类别', postKinds),
    wordsField('unit', '任职部门 任职科室 任职单位 科室 部门 所在部门 所在科室'),
    wordField('forTransfer', '专职成果转化 是否专职转化 从事成果转化 转化岗位', yesOrNoWords),
    wholeDayField('postFrom', '任职日期 任职起始 任职时间 任职开始日期 起始日期 开始日期 任命日期'),
    wholeDayField('postTo', '离任日期 免职日期 任职截止 任职结束日期 截止日期 结束日期'),
    ...untold,
  ],
}
