import {
  departmentsField,
  field,
  moneyField,
  nameField,
  namesField,
  pastDayField,
  textField,
  told,
  unkept,
  wordField,
} from '../field.ts'
import { parseCode, parseIdentityNo, parseStaffNo } from '../numbers.ts'
import { settleTeam } from '../settle-team.ts'
import { parseShares } from '../shares.ts'
import type { Table } from '../table.ts'
import {
  achievementKinds,
  attributes,
  parseConversion,
  parseCount,
  parseLevel,
  stages,
} from '../vocabulary.ts'

/** 科技成果台账: one achievement a row. */
export const achievements: Table = {
  name: 'achievements',
  entity: 'achievement',
  core: [
    ['code', 'title'],
    ['leadInventor', 'inventors', 'disclosedOn', 'conversion'],
  ],
  required: ['code', 'title', 'leadInventor'],
  names: 'title',
  number: 'code',
  lead: 'leadInventor',
  tellNearAt: 'title',
  complete: settleTeam,
  fields: [
    unkept('seq', '序号 编号序 行号 No'),
    field('code', '成果编号 成果号 成果编码 成果代码 成果登记号 登记编号 编号', parseCode),
    textField('title', '成果名称 成果 科技成果名称 科技成果 成果题目 名称 项目名称 成果名'),
    wordField('kind', '成果类型 成果类别 成果形式 成果种类 类型 类别', achievementKinds),
    nameField(
      'leadInventor',
      '第一完成人 第一发明人 主要完成人 负责人 项目负责人 成果负责人 首位完成人 第一完成人姓名 成果第一完成人 牵头人 主完成人',
    ),
    field('staffNo', '工号 职工号 员工号 人员编号 职工编号 员工编号 工作证号', parseStaffNo),
    field('idNumber', '身份证号 身份证 身份证号码 证件号码 证件号 公民身份号码', parseIdentityNo),
    namesField(
      'inventors',
      '全部完成人 完成人 所有完成人 完成人名单 完成人排序 成果完成人 全体完成人 完成人员 发明人 团队成员 完成人团队 全部发明人 完成团队',
    ),
    field(
      'shares',
      '贡献比例 贡献率 贡献占比 分配比例 贡献度 完成人贡献比例 比例 占比',
      parseShares,
    ),
    departmentsField(
      '所属科室 科室 部门 所在科室 完成科室 所属部门 所在部门 申报科室 依托科室 完成部门 科室部门',
    ),
    pastDayField(
      'disclosedOn',
      '披露日期 披露时间 报备日期 申报日期 披露日 成果披露日期 提交日期 报备时间',
    ),
    pastDayField('registeredOn', '登记日期 登记时间 登记日 成果登记日期 入库日期 备案日期'),
    textField('fundingSource', '来源 项目来源 经费来源 课题来源 资助来源 成果来源 项目来源来源'),
    textField(
      'projectNo',
      '项目编号 课题编号 项目号 立项编号 项目批准号 课题号 资助编号 项目来源编号',
    ),
    wordField('attribute', '属性 授权属性 成果属性 是否授权 授权情况 单列管理属性', attributes),
    wordField('stage', '阶段 成果阶段 研发阶段 所处阶段 单列管理阶段 研究阶段', stages),
    {
      name: 'conversion',
      headers: '转化状态 转化情况 是否转化 转化进展 成果转化状态 单列管理转化状态',
      read: (cell, place) => told(parseConversion(cell), place),
    },
    { ...field('conversionCount', '转化次数 转化数 已转化次数', parseCount), isExtra: true },
    field('trl', '成熟度 TRL 技术成熟度 技术成熟度等级 成熟度等级 TRL等级 技术就绪度', parseLevel),
    moneyField(
      'estimatedValueFen',
      '预估价值 预估价 估值 预计价值 估算价值 评估价值 价值预估 预估金额 拟定价值',
    ),
    moneyField('rdCostFen', '研发投入 研发成本 研发经费 研发费用 投入经费 研究投入 研发投入金额'),
    textField('remark', '备注 说明 其他说明 备注说明'),
  ],
}
