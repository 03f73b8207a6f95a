import {
  type Field,
  field,
  moneyField,
  nameField,
  rawText,
  textField,
  told,
  unkept,
  wordField,
} from '../field.ts'
import { compareDays } from '../ledger-day.ts'
import { parseCode, parseCodes, parseStaffNo } from '../numbers.ts'
import { parseRatio } from '../shares.ts'
import type { Table } from '../table.ts'
import { plainText, saysNothing } from '../text.ts'
import { entryKinds, fundingKinds } from '../vocabulary-of-projects.ts'
import { wholeDayField } from './people.ts'

const seq = unkept('seq', '序号 行号 No')
const remark = textField('remark', '备注 说明 备注说明')
const number = field(
  'projectNumber',
  '项目编号 课题编号 项目号 立项编号 项目批准号 课题号 批准号',
  parseCode,
)

/** A day to the day that has passed: nobody joins tomorrow. */
export function pastWholeDayField(name: string, headers: string): Field {
  const { read, ...rest } = wholeDayField(name, headers)
  return {
    ...rest,
    read(cell, place) {
      const values = read?.(cell, place) ?? {}
      const day = values[name]
      if (typeof day !== 'string' || compareDays(day, place.asOf) <= 0) return values
      place.report('date_in_future')
      return { [name]: null }
    },
  }
}

/** 科研项目: one project a row, with one source of its money. */
export const projects: Table = {
  name: 'projects',
  entity: 'project',
  core: [['projectNumber'], ['projectTitle'], ['projectLeader']],
  required: ['projectNumber', 'projectTitle', 'projectLeader'],
  names: 'projectTitle',
  number: 'projectNumber',
  isPersonal: true,
  fields: [
    seq,
    number,
    textField('projectTitle', '项目名称 课题名称 科研项目名称 课题题目 项目题目 名称'),
    nameField('projectLeader', '项目负责人 课题负责人 负责人 项目主持人 主持人'),
    field('leaderStaffNo', '负责人工号 主持人工号 工号 职工号', parseStaffNo),
    wordField('fundingKind', '经费性质 经费类别 资金性质 资金类别 项目性质', fundingKinds),
    textField('fundingName', '经费来源 资助单位 资助机构 项目来源 课题来源 来源'),
    moneyField('fundingFen', '项目经费 经费金额 批准经费 资助金额 经费 总经费 批准金额'),
    wholeDayField('fundingStart', '研究起算日 立项日期 批准日期 立项时间 研究开始日期'),
    wholeDayField('projectFrom', '开始日期 起始日期 项目开始日期 执行开始日期'),
    wholeDayField('projectTo', '结束日期 截止日期 项目结束日期 执行结束日期 计划结束日期'),
    field(
      'projectAchievements',
      '对应成果编号 成果编号 关联成果编号 关联成果 对应成果',
      parseCodes,
    ),
    remark,
  ],
}

/** 工作量台账: one entry about one person in a project a row. */
export const projectEntries: Table = {
  name: 'projectEntries',
  entity: 'projectEntry',
  core: [['projectNumber'], ['entryKind'], ['entryDay'], ['personName']],
  required: ['projectNumber', 'entryKind', 'entryDay', 'personName', 'entryWords'],
  names: 'personName',
  number: 'projectNumber',
  isPersonal: true,
  fields: [
    seq,
    number,
    wordField('entryKind', '记录事项 事项 记录类别 记录类型 事项类别', entryKinds),
    pastWholeDayField('entryDay', '记录日期 发生日期 日期 加入日期'),
    field('staffNo', '工号 职工号 员工号 人员编号 职工编号 员工编号', parseStaffNo),
    nameField('personName', '姓名 参与人 人员姓名 成员 参加人 成员姓名'),
    field('entryWords', '具体内容 内容 工作内容 承担工作 分工内容 说明', (cell) => {
      const raw = rawText(cell)
      return { value: saysNothing(raw) ? null : plainText(raw), problems: [] }
    }),
    {
      name: 'entryShare',
      headers: '工作量占比 占比 工作占比 贡献占比',
      read: (cell, place) => ({ entryShare: told(parseRatio(cell), place) }),
    },
  ],
}
