/** What persons put to use, as title reviews ask for it. */
export const works = {
  works: {
    mine: '我的转化成果（代表作）',
    of: '{{name}}的转化成果（代表作）',
    note: '由成果、项目、合同和到账登记自动汇总，用于职称评审等；逐项写明来源编号。',
    none: '还没有已转化或正在转化的成果',
    noneHint: '成果登记中的完成人按工号（没有工号的按姓名）对应到人员；有遗漏的请联系转化部门。',
    print: '打印',
    asOf: '数据截至',
    achievement: '成果',
    rank: '完成人排名、比例',
    rankOf: '第 {{rank}} / 共 {{team}} 人',
    cases: '转化项目',
    contracts: '合同与金额',
    received: '已到账',
    joint: '与其他成果合并签约，共到账',
    byName: '仅按姓名对应，请核对',
    statuses: { open: '办理中', suspended: '已暂停', closed: '已结案', ended: '已终止' },
  },
} as const
