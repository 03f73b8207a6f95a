/** People from outside who work for the house part of their time. */
export const advisers = {
  advisers: {
    title: '外聘人员',
    none: '没有登记外聘人员',
    noneHint: '在人员页面登记外聘：先把外聘人员录入人员名册。',
    engagements: '外聘',
    noEngagement: '没有登记外聘',
    enter: '登记外聘',
    enterLead: '院外人员兼职从事成果转化：聘任方式、任务和聘期。聘期届满前进入日历提醒。',
    kind: '聘任方式',
    kinds: { part_time: '兼职', adviser: '顾问', mentor: '创业导师', visiting: '客座' },
    home: '原单位',
    unit: '部门',
    task: '任务',
    from: '开始日',
    until: '届满日',
    untilHint: '聘期的最后一天；未约定的留空。',
    state: '状态',
    states: { coming: '未开始', current: '在聘', ended: '已届满' },
  },
} as const
