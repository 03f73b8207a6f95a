/** Letters that ask for what is overdue. */
export const dunning = {
  dunning: {
    title: '催款',
    write: '发催款函',
    writeHint: '函中列出发函日已逾期、尚未付清的全部款项；发函后可打印盖章。',
    none: '有款项逾期，尚未催款',
    noneHint: '先发催款函，仍未付的再次催款，最后通知。',
    stage: '种类',
    stages: { 1: '催款函', 2: '再次催款函', 3: '最后催款通知' },
    writtenOn: '发函日期',
    payBy: '要求付款日',
    way: '送达方式',
    ways: { post: '邮寄', email: '电子邮件', hand: '当面送达', other: '其他' },
    words: '另外写明',
    strike: '撤销',
    strikeHint: '撤销的函仍可查阅，注明撤销理由。',
    struck: '{{day}} 撤销',
    export: '导出催款函',
  },
}
