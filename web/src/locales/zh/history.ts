/** The history of any record. */
export const history = {
  history: {
    title: '变更记录',
    chainOk_one: '链已核验，共 {{count}} 条',
    chainOk_other: '链已核验，共 {{count}} 条',
    chainBad: '链在第 {{at}} 条断开',
    reason: '原因：{{reason}}',
    source: '来源：{{source}}',
    fields_one: '{{count}} 个字段',
    fields_other: '{{count}} 个字段',
    why: '变更原因',
    actions: { entered: '登记', disclosed: '报备', amended: '变更' },
  },
} as const
