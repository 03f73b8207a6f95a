/** What the import of ledgers says. */
export const imports = {
  imports: {
    title: '导入台账',
    lead: '上传单位现有的 Excel 台账。先预览，确认后一次写入；有误则全部不写入。',
    drop: '点击或拖入 xlsx 文件',
    mapping: '列对应关系',
    sheet: '工作表',
    row: '行',
    column: '列',
    problem: '问题',
    value: '原值',
    field: '字段',
    rule: '规则',
    problems: '问题 {{count}} 处',
    noProblems: '没有发现问题',
    confirm: '确认写入',
    confirmHint: '将写入以下记录；同一文件再次导入不会重复。',
    done: '已写入',
    again: '导入另一个文件',
    rows: '可接受',
    table: '类别',
  },
} as const
