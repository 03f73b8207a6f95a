import type { Merge, Sheet } from '../cell.ts'
import type { LedgerReading } from '../reading.ts'
import { type Shorthand, sheetOf } from './sheet.ts'

/** A sheet that a test may change before it is read. */
export interface Draft {
  name: string
  rows: Shorthand[][]
  more: Partial<Sheet> & { merges: Merge[] }
}

/**
 * A small ledger of an invented hospital without a single problem: every table, two-row headers,
 * a dictionary of departments, subtotals that are right. Nobody in it exists.
 */
export function cleanLedger(): Draft[] {
  return [achievements(), rights(), contracts(), receipts(), serviceContracts(), dictionary()]
}

export function sheetsOf(drafts: readonly Draft[]): readonly Sheet[] {
  return drafts.map(({ name, rows, more }) => sheetOf(name, rows, more))
}

/** The sheet of this name. */
export function draftOf(drafts: readonly Draft[], name: string): Draft {
  const found = drafts.find((each) => each.name === name)
  if (!found) throw new Error(`no sheet ${name}`)
  return found
}

/** What was read, wherever it stood. */
export function contentOf({ tables, problems }: LedgerReading) {
  return {
    tables: [...tables]
      .sort((a, b) => a.table.localeCompare(b.table))
      .map(({ table, records, sumsFen }) => ({
        table,
        records: records.map((record) => ({ ...record, row: 0 })),
        sumsFen,
      })),
    problems: problems.map(({ code, field }) => [code, field]),
  }
}

/** Where the data of each table begins in the clean ledger. */
export const firstRow = {
  achievements: 5,
  patents: 5,
  software: 12,
  preparations: 17,
  contracts: 5,
  receipts: 5,
  serviceContracts: 4,
} as const

function achievements(): Draft {
  const top = [
    ...['序号', '成果编号', '成 果 名 称', '成果类型', '完成人信息', '', '', '', '', '所属科室'],
    ...['时间', '', '单列管理', '', '', '成熟度\n(TRL)', '预估价值\n（万元）', '备  注'],
  ]
  const below = [
    ...['', '', '', '', '第一完成人', '工号', '身份证号', '全部完成人', '贡献比例', ''],
    ...['披露日期', '登记日期', '属性', '阶段', '转化状态', '', '', ''],
  ]
  const row = (...cells: Shorthand[]) => cells
  return {
    name: '成果',
    rows: [
      ['示例市虚构医院科技成果台账'],
      ['填报部门：转化办'],
      top,
      below,
      // biome-ignore format: a ledger reads by rows
      row(1, 'CG2020-0001', '一种可折叠的示例支架', '实用新型', '林甲木', '000101', '11010519491231002X', '林甲木、周乙', '60%、40%', '骨外科', '2020-03-05', '2020-04-01', '已授权', '开发', '已转化1次', 7, 30, ''),
      // biome-ignore format: a ledger reads by rows
      row(2, 'CG2020-0002', '示例图像辅助分析软件', '软著', '吴丙', '000102', '', '吴丙；郑丁火；冯戊', '', '检验中心', '2020.6.1', '2020.7.1', '未授权', '研究', '未转化', 'TRL5', '12.5万', '已报科研处'),
      // biome-ignore format: a ledger reads by rows
      row(3, 'CG2021-0001', '示例清润颗粒', '院内制剂', '周乙', '000103', '', '周乙 林甲木', '', '药学部', '2021-01-10', '', '无授权', '', '', '', '￥200,000.00', ''),
      // biome-ignore format: a ledger reads by rows
      row(4, 'CG2021-0002', '一种示例导管固定装置及其使用方法', '发明', '冯戊', '000104', '', '冯戊、吴丙', '', '骨科', '2021-03-01', '2021-03-20', '授权', '研究', '拟转化', '', '', ''),
      ['2021年小计', ...Array(15).fill(''), 62.5],
      ['合  计', '共4项', ...Array(14).fill(''), 62.5],
      [],
      ['制表人：　　审核人：'],
    ],
    more: {
      merges: [
        ...[merged(3, 4, 3, 8), merged(3, 10, 3, 11), merged(3, 12, 3, 14)],
        ...[0, 1, 2, 3, 9, 15, 16, 17].map((column) => merged(3, column, 4, column)),
      ],
    },
  }
}

function rights(): Draft {
  return {
    name: '知识产权',
    rows: [
      ['示例市虚构医院知识产权台账'],
      ['一、专利'],
      // biome-ignore format: a ledger reads by rows
      ['序号', '专利名称', '专利类型', '申请（专利）号', '公开(公告)号', '申请日', '授权公告日', '发明人/设计人', '专利权人', '所属科室', '法律状态', '年费', '', '代理机构', '对应成果编号', '备注'],
      ['', '', '', '', '', '', '', '', '', '', '', '下次缴费日', '已缴至', '', '', ''],
      // biome-ignore format: a ledger reads by rows
      [1, '一种可折叠的示例支架', '实用新型', 'ZL202027000003.0', 'CN271234567U', '2020-03-20', '2020-11-03', '林甲木、周乙', '示例市虚构医院', '骨科', '有效', '2026-03-20', '第5年', '示例专利代理所', 'CG2020-0001', ''],
      // biome-ignore format: a ledger reads by rows
      [2, '一种示例导管固定装置及其使用方法', '发明', '202117000006.3', 'CN171234567A', '2021-04-02', '', '冯戊、吴丙', '示例市虚构医院、示例大学', '骨科', '实审', '/', '', '', 'CG2021-0002', ''],
      // biome-ignore format: a ledger reads by rows
      [3, '一种示例导管固定装置及其使用方法', 'PCT', 'PCT/CN2021/934171', '', '2021-05-02', '', '冯戊、吴丙', '示例市虚构医院', '骨科', '申请中', '', '', '', 'CG2021-0002', ''],
      [],
      ['二、计算机软件著作权'],
      [],
      // biome-ignore format: a ledger reads by rows
      ['序号', '软件全称', '版本号', '登记号', '开发完成日期', '首次发表日期', '登记日期', '主要完成人', '科室', '成果编号', '备注'],
      // biome-ignore format: a ledger reads by rows
      [1, '示例图像辅助分析软件', 'V1.0', '2020SR7000001', '2020-05-01', '未发表', '2020-07-01', '吴丙、郑丁火、冯戊', '检验科', 'CG2020-0002', ''],
      // biome-ignore format: a ledger reads by rows
      [2, '示例随访管理软件', 'V2.0', '2021SR7000002', '2021-02-01', '2021-02-03', '2021-04-01', '郑丁火、冯戊', '检验科', 'CG2020-0002', ''],
      [],
      ['三、医疗机构制剂'],
      // biome-ignore format: a ledger reads by rows
      ['序号', '制剂名称', '剂型', '批准文号/备案号', '批准日期', '有效期至', '负责人', '科室', '状态', '成果编号', '备注'],
      // biome-ignore format: a ledger reads by rows
      [1, '示例清润颗粒', '颗粒剂', '粤药制字Z20219001', '2021-05-01', '2026-04-30', '周乙', '药学部', '在用', 'CG2021-0001', ''],
    ],
    more: {
      merges: [
        merged(3, 11, 3, 12),
        ...[0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 13, 14, 15].map((c) => merged(3, c, 4, c)),
      ],
    },
  }
}

function contracts(): Draft {
  return {
    name: '合同',
    rows: [
      ['示例市虚构医院转化合同台账'],
      ['（方式请从列表选择）'],
      // biome-ignore format: a ledger reads by rows
      ['序号', '合同编号', '合同名称', '对应成果编号', '涉及专利号', '受让方/被许可方', '统一社会信用代码', '转化方式', '价款（万元）', '', '', '定价方式', '评估价(万元)', '签订日期', '合同期限', '公示起止', '决策会议', '技术合同登记', '', '履行状态', '备注'],
      // biome-ignore format: a ledger reads by rows
      ['', '', '', '', '', '', '', '', '合同总额', '首付款', '提成约定', '', '', '', '', '', '', '登记编号', '登记日期', '', ''],
      // biome-ignore format: a ledger reads by rows
      [1, 'HT-2021-001', '示例支架许可合同', 'CG2020-0001', 'ZL202027000003.0', '示例器械有限公司', '91350100M000100Y43', '独占许可', 50, 20, '', '协议定价', 48, '2021-03-01', '2021.03—2026.03', '2021.1.10-2021.1.31', '院长办公会2021年第3次会议', '2021000000000001', '2021-03-20', '履行中', ''],
      // biome-ignore format: a ledger reads by rows
      [2, 'HT-2022-001', '示例颗粒转让合同', 'CG2021-0001', '', '示例制药有限公司', '', '转让', '100万元', '', '年销售额×3%', '挂牌', '', '2022-05-01', '长期', '2022/03/01~2022/03/20', '', '', '', '已完成', ''],
      ['2022年小计', ...Array(7).fill(''), 150],
    ],
    more: {
      merges: [
        merged(3, 8, 3, 10),
        merged(3, 17, 3, 18),
        ...[0, 1, 2, 3, 4, 5, 6, 7, 11, 12, 13, 14, 15, 16, 19, 20].map((c) => merged(3, c, 4, c)),
      ],
    },
  }
}

function receipts(): Draft {
  return {
    name: '到账',
    rows: [
      ['示例市虚构医院到账与分配台账'],
      ['金额单位：元'],
      // biome-ignore format: a ledger reads by rows
      ['序号', '合同编号', '项目名称', '付款单位', '期次', '到账日期', '到账金额', '扣除费用', '', '', '', '净收入', '收益分配', '', '', '', '团队内部分配', '发放日期', '凭证号', '备注'],
      // biome-ignore format: a ledger reads by rows
      ['', '', '', '', '', '', '', '税费', '评估挂牌费', '中介服务费', '小计', '', '奖励比例', '完成人奖励', '转化部门', '医院留存', '', '', '', ''],
      // biome-ignore format: a ledger reads by rows
      [1, 'HT-2021-001', '示例支架许可合同', '示例器械有限公司', '第一期', '2021-04-01', 200000, 2000, 0, '', 2000, 198000, '70%', 138600, 19800, 39600, '林甲木60%、周乙40%', '2021-06-01', '记-2021-04-0001', ''],
      // biome-ignore format: a ledger reads by rows
      [2, '', '', '示例器械有限公司', '第二期', '2022-04-01', '250,000.00', 2500, '', '', 2500, 247500, '七成', 173250, 24750, 49500, '林甲木：100%', '2022-06-01', '记-2022-04-0002', ''],
      // biome-ignore format: a ledger reads by rows
      [3, '', '', '示例器械有限公司', '退款', '2022-05-01', '(5,000.00)', 0, '', '', 0, -5000, '', '', '', '', '', '', '记-2022-05-0003', '红冲'],
      ['小计', ...Array(5).fill(''), 445000, ...Array(4).fill(''), 440500],
      // biome-ignore format: a ledger reads by rows
      [4, 'HT-2022-001', '示例颗粒转让合同', '示例制药有限公司', '一次性', '2022-06-01', '120万', 12000, '', '', 12000, 1188000, 0.7, 831600, 118800, 237600, '待分配', '', '记-2022-06-0004', ''],
      ['合计', ...Array(5).fill(''), 1645000, ...Array(4).fill(''), 1628500],
      ['合计人民币（大写）：壹佰陆拾肆万伍仟元整'],
    ],
    more: {
      merges: [
        merged(3, 7, 3, 10),
        merged(3, 12, 3, 15),
        ...[0, 1, 2, 3, 4, 5, 6, 11, 16, 17, 18, 19].map((c) => merged(3, c, 4, c)),
        merged(5, 1, 7, 1),
        merged(5, 2, 7, 2),
      ],
    },
  }
}

function serviceContracts(): Draft {
  return {
    name: '横向',
    rows: [
      ['横向合同一览表'],
      [],
      // biome-ignore format: a ledger reads by rows
      ['序号', '合同登记号', '承担科室', '项目负责人', '项目名称', '合同类型', '委托方（甲方）', '合同额\n（万元）', '已到账\n（元）', '签订时间', '起止时间', '是否认定登记', '状态', '备注'],
      // biome-ignore format: a ledger reads by rows
      [1, 'HX2021-001', '检验中心', '吴丙', '示例检测数据分析技术服务', '技术服务', '示例诊断有限公司', 20, '100,000.00', '2021-02-01', '2021.2-2022.2', '√', '在研', ''],
      // biome-ignore format: a ledger reads by rows
      [2, 'HX2021-002', '骨科', '冯戊', '示例支架联合研制', '委托开发', '示例器械有限公司', '15万', 150000, '2021-05-01', '2021/05~2022/05', false, '已结清', ''],
      ['合计', ...Array(6).fill(''), 35],
    ],
    more: { merges: [] },
  }
}

function dictionary(): Draft {
  return {
    name: '字典',
    rows: [
      ['转化方式', '科室标准名称', '常用别名'],
      ['转让', '骨科', '骨外科、骨伤科'],
      ['独占许可', '检验科', '检验中心'],
      ['', '药学部'],
    ],
    more: { hidden: true, merges: [] },
  }
}

function merged(top: number, left: number, bottom: number, right: number): Merge {
  return { top, left, bottom, right }
}
