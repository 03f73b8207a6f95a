/** What of a record is not open to its reader yet. */
export const record = {
  record: {
    part: '您是本事项的当事人：他人的陈述和调查人员的内部记录，在对您作出认定后开放查阅。',
    withheld: '内容在作出认定后开放',
    partOpen: '记录中有内容只向有关人员开放；整条记录已由服务器核对。',
    withheldOpen: '部分内容不向您开放',
  },
} as const
