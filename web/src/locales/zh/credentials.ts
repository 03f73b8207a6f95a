/** Training and certificates of those who do the work of transfer. */
export const credentials = {
  credentials: {
    title: '培训与证书',
    enter: '登记培训或证书',
    none: '没有登记培训或证书',
    annul: '作废',
    expired: '已过期',
    hoursOf: '{{hours}} 学时',
    hoursHint: '培训的学时数，整数。',
    validUntilHint: '最后有效日，到期前进入日历提醒；长期有效的留空。',
    fields: {
      kind: '类别',
      title: '名称',
      issuer: '颁发或主办单位',
      number: '证书编号',
      issuedOn: '取得或结业日',
      validUntil: '有效期至',
      hours: '学时',
      file: '证书文件',
    },
  },
} as const
