/** What somebody reads whose link leads nowhere. */
export const links = {
  links: {
    dead: '这个链接无效',
    deadWhy: '链接可能没有复制完整，或者已经撤回、换成了新的。',
    deadTodo: '请从邮件或消息中重新打开完整的链接；仍然打不开，请向发给您链接的部门索取新的。',
    notRead: '暂时打不开',
  },
} as const
