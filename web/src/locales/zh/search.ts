/** What the palette, the keys and the bell say. */
export const search = {
  search: {
    title: '搜索与跳转',
    hint: '输入页面、编号、名称、人名或姓名拼音首字母',
    results: '结果',
    nothing: '没有找到。换一个词试试。',
    more: '结果较多，再加一个词可以缩小范围。',
    all: '全部',
    about: '{{kind}} {{count}}',
    over: '{{kind}} 1,000+',
    kindsLabel: '只看一类',
    keys: '↑ ↓ 选择，Enter 打开，Esc 关闭',
    shortcuts: '键盘快捷键',
    kinds: {
      page: '页面',
      case: '项目',
      achievement: '成果',
      right: '知识产权',
      contract: '合同',
      receipt: '到账',
      person: '人员',
    },
    shortcut: {
      palette: '搜索与跳转',
      search: '到本页的搜索框',
      choose: '在结果中选择、打开',
      close: '关闭窗口',
      help: '显示快捷键',
    },
  },
  notifications: {
    title: '通知，{{count}} 条未读',
    heading: '通知',
    markRead: '全部标为已读',
    none: '没有新的通知。',
    unread: '未读：',
  },
} as const
