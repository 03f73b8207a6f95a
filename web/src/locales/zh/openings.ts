/** Who opened what is sealed. */
export const openings = {
  openings: {
    mine: '谁查看过我的加密信息',
    mineNote: '身份证号和银行账号加密保存；每次查看都须写明用途，并列在这里。',
    all: '加密信息查看记录',
    allNote:
      '身份证号、银行账号和异议人信息的查看：谁、何时、为何。异议人信息随项目页查看，每人每天记一次。',
    none: '没有查看记录',
    field: {
      idCard: '身份证号',
      bankAccount: '银行账号',
      relative: '亲属姓名',
      objector: '异议人信息',
    },
  },
} as const
