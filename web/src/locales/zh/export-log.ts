/** Which lists were taken out of the platform. */
export const exportLog = {
  exportLog: {
    title: '清单导出记录',
    note: '每次导出清单都记在这里：谁、何时、哪份清单、什么筛选、多少行；记录只增不改。',
    which: '清单范围',
    onlyPersonal: '仅个人信息清单',
    none: '没有导出记录',
    rows_one: '{{count}} 行',
    rows_other: '{{count}} 行',
    personal: '个人信息',
    filter: '筛选：',
  },
} as const
