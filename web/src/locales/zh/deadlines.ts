/** The deadlines that people set for rights, over all of them. */
export const deadlines = {
  deadlines: {
    title: '自定期限',
    lead: '全部权利上待办的自定期限；有人离开时，在此一次移交其全部期限。',
    states: { over: '已逾期', left: '负责人已离开' },
    none: '没有待办的自定期限',
    noneHint: '在权利页面的“自定期限”中设定。',
    cut: '此处只列最先到期的 {{count}} 项。请用筛选缩小范围，或导出：表中有全部期限。',
    holders: '各负责人的待办期限',
    count: '{{count}} 项',
    bareName: '仅姓名',
    handOver: '全部移交',
    handOverOf: '移交 {{name}} 的 {{count}} 项待办期限',
    handOverLead: '期限日期不变，逾期的一并移交；每项权利的历史中都会记载。',
    heir: '接手人',
  },
} as const
