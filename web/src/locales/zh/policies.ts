/** What the policy library says. */
export const policies = {
  policies: {
    title: '政策库',
    articles: '{{count}} 条',
    status: {
      draft: '草案',
      'in-force': '现行',
      expired: '已届期',
      repealed: '已废止',
    },
    article: '条',
    digest: '要点',
    official: '官方文本',
    noOfficial: '尚未导入官方文本。导入后，条文显示在要点旁边。',
    norms: '规范',
    parameters: '参数',
    importText: '导入官方文本（txt）',
    importHint: '选择官方发布的纯文本文件，系统按条拆分并核对指纹。',
    imported: '已导入',
    notImported: '未导入',
    choose: '选择左侧条文查看',
    fingerprint: '指纹',
    from: '起',
    document: '文件',
    none: '此条没有对应的规范',
  },
} as const
