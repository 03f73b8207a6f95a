/** A paid distribution that is put right. */
export const correction = {
  correction: {
    reversed: '已冲回',
    title: '更正结算',
    name: '人员',
    had: '此前已发',
    due: '更正后应得',
    toPay: '补发',
    toReturn: '应退回',
    inShares: '股权',
    owedTitle: '有付款被退回，尚未补付',
    owedNote:
      '退回的款项仍应付给本人：经发放批次付出的在“发放批次”中补付，直接付出的补付后登记；分配冲回的，退回部分不再补付。',
    blocked: '现在不能付款的项目',
    blockedLead:
      '这些项目下达付款后有了新的记录，现在不能发放。付款文件不含这些项目，其余项目照常付款；事项处理后可再生成一次文件，也可移出本批次。',
    takeOut: '移出本批次',
    takeOutLead: '只撤回这个项目尚未发出的付款，其余项目不受影响；方案可以编入以后的批次。',
    reason: '移出理由',
    fallen: '方案已被异议推翻的项目',
    fallenLead:
      '核实结论要求重新拟定方案。未发出的付款不再发出；已付的款项转入抵扣，由新方案先抵应得、只付差额，多发的退回。转入后才能提交新方案。',
    fallenPaid: '已付',
    withBank_one: '{{count}} 笔已发出、结果未登记，请先登记回单',
    withBank_other: '{{count}} 笔已发出、结果未登记，请先登记回单',
    takeIn: '已付款转入抵扣',
    letGo: '撤回这个方案的付款',
    turns: '退回、补付与转入抵扣',
    turnKinds: {
      returned: '付款退回',
      repeated: '退回后补付',
      taken_in: '方案被推翻前已付，转入抵扣',
    },
    note: '冲回前发放的款项、方案被推翻前已付的款项，先抵新方案中应得的部分；多发的退回或者经批准核销后方可结案。',
    noPlan: '新的分配方案提交后，这里列明每人补发或者退回多少。',
  },
} as const
