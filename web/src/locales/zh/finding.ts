/** What is said while the records of a large import are made findable. */
export const finding = {
  finding: {
    notYet: '还有 {{count}} 条记录正在建立检索，暂时只能按编号查到；列表中已可看到。',
    title: '可以检索 {{done}} / {{total}} 条记录',
    progress: '建立检索的进度',
    hint: '记录已全部写入，列表中可以看到，按编号可以查到。其余记录正在后台建立检索，可以离开本页。',
  },
} as const
