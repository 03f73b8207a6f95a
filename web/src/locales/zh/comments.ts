/** What people say to each other about a record. */
export const comments = {
  comments: {
    title: '留言',
    titleCount: '留言（{{count}}）',
    note: '留言供内部沟通，不属于办理记录，不产生任何法律效果。请勿写入身份证号、银行账号或患者信息。',
    closed: '本项目不公开，留言仅办理人员可见。',
    hint: '输入 @ 和姓名（或拼音）可以提醒同事',
    people: '可以提醒的同事',
    say: '留言',
    keep: '保存',
    reword: '改写',
    reworded: '已改写',
    strike: '划去',
    struckBy: '{{name}}划去于',
    earlier_one: '改写前的内容',
    earlier_other: '改写前的内容（{{count}} 次）',
  },
} as const
