/** What an agency can be told to do. */
export const instructionKinds = {
  pay: '缴费',
  let_lapse: '不再维持',
  respond: '答复',
  file: '提交申请',
  other: '其他',
} as const

/** Who represents the house for a right, and what they were told. */
export const agents = {
  agents: {
    title: '代理机构与指示',
    record: '登记代理机构',
    recordLead: '自所填日期起由其代理，直至登记下一次；不再委托代理的，代理机构留空。',
    instruct: '登记指示',
    instructLead: '记下给代理机构的指示；系统不代为发送。记入后不能修改，有误的撤回后另记。',
    from: '自何日起',
    agency: '代理机构',
    attorney: '代理师',
    mail: '邮箱',
    reference: '代理机构案号',
    basis: '依据',
    basisHint: '委托书、解聘函等的名称和编号',
    nobody: '不再委托代理',
    none: '没有登记代理机构',
    noneHint: '登记后可以逐条记下给代理机构的指示。',
    before: '以前的代理机构',
    instructions: '给代理机构的指示',
    kind: '指示',
    kinds: instructionKinds,
    about: '内容',
    on: '指示日期',
    dueOn: '办理期限',
    takeBack: '撤回',
    takeBackLead: '撤回后仍可查看，并显示撤回人和理由。',
    takenBack: '已撤回',
    reason: '理由',
  },
} as const
