/** Checkpoints, proofs, and how the service runs. */
export const evidence = {
  checkpoints: {
    title: '存证点',
    lead: '每天零点后，系统把各机构全部记录链的末端汇成一棵哈希树，签名后在此公布。此后任何人改动已有的记录，都会与公布的根不符。',
    key: '签名公钥',
    keyFile: '下载公钥（PEM）',
    howTitle: '怎样核对',
    how: '在项目页的“办理记录”中下载记录和存证证明，运行下面的命令，并核对输出的公钥与本页一致。无需联网，也无需信任本系统。',
    none: '还没有存证点；首个存证点在有记录之后的次日零点后生成。',
    size: '{{count}} 条链',
    root: '根',
    previous: '上一存证点',
    signature: '签名',
    proof: '存证证明',
    proofHint: '与导出的记录一起，可离线证明截至当天的记录未被改动',
  },
  operations: {
    title: '运行状态',
    lead: '本机构的后台任务、存证点和磁盘空间。',
    checks: {
      facts: '事项通知',
      jobs: '后台任务',
      checkpoint: '每日存证',
      disk: '磁盘空间',
    },
    statuses: { ok: '正常', watch: '留意', bad: '需处理' },
    troubled: '未成功的任务',
    attempts_one: '已试 {{count}} 次',
    attempts_other: '已试 {{count}} 次',
    nextTry: '下次重试 {{at}}',
    refreshed: '每分钟自动刷新',
  },
} as const
