/** What was typed and not sent. */
export const drafts = {
  drafts: {
    fromHere: '已恢复您于 {{at}} 填写的草稿。',
    fromElsewhere: '已接着您 {{at}} 在另一设备上的草稿。',
    newer: '您 {{at}} 在另一设备上写了更新的草稿。',
    take: '改用它',
    afresh: '重新填写',
    kept: '填写内容随时保存，换一台设备登录可接着填。',
  },
} as const
