/** What the institution keeps of distributions, and what for. */
export const retained = {
  retained: {
    title: '留归单位的转化收益',
    lead: '按发放日归入年度，金额和用途取自已发放的分配方案；实际支出以单位会计账为准。',
    none: '这一年没有留归单位的收益',
    noneHint: '分配方案发放后，其中留归单位的部分列在这里。',
    all: '合计',
    unsaid: '未写明用途',
    unsaidHint: '起草分配方案时可写明留归单位部分的用途；有未写明的，法规要求暂不能判断。',
    departmentHint: '未写明具体用途，法规要求暂不能判断。',
    law: '对使用的要求',
    missing: '尚不清楚：',
    byCase: '逐笔明细',
    case: '项目',
    kept: '留归单位',
    purposes: '用途',
    closed: '无权查看的项目',
  },
}
