/** What others do while a page is open. */
export const live = {
  live: {
    present: '{{name}} 也在查看',
    filling: '{{name}} 正在填写“{{act}}”',
    recorded: '{{name}} 刚刚登记了“{{act}}”',
    show: '显示',
    kept: '您填写的内容不会丢失。',
    overtaken: '“{{act}}”已不能再办理',
    overtakenHint: '可能已由他人登记。您填写的内容仍存为草稿；请查看下方记录。',
  },
} as const
