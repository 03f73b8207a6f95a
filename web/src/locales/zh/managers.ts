/** Who does the work of transfer, and how they are certified. */
export const managers = {
  managers: {
    title: '技术经理人',
    note: '担任转化岗位或持有技术经理人证书的人员，及其培训学时和证书有效期；到期前提醒本人和审核人。',
    state: '证书状态',
    states: { valid: '证书有效', expired: '证书已过期', none: '无证书' },
    none: '没有技术经理人',
    noneHint: '在人员页登记转化岗位，或登记技术经理人证书后列入。',
    hours: '培训学时',
    hoursOf: '{{all}}（本年 {{year}}）',
  },
} as const
