/** What the import says of the lists about the house itself: carriers, certificates. */
export const fieldsOfHouse = {
  carrierName: '载体名称',
  carrierKind: '载体类别',
  carrierPlace: '地点',
  carrierPartner: '合作单位',
  carrierFrom: '设立日期',
  carrierTo: '撤销日期',
  credentialKind: '证书类别',
  credentialTitle: '证书或培训名称',
  credentialIssuer: '发证机构',
  credentialNumber: '证书编号',
  credentialIssued: '取得日期',
  credentialUntil: '有效期至',
  credentialHours: '学时',
} as const

export const valuesOfHouse = {
  carrierKind: {
    research_centre: '临床研究中心',
    proof_of_concept: '概念验证中心',
    pilot_base: '中试基地',
    incubator: '孵化器',
    maker_space: '众创空间',
    transfer_platform: '成果转化平台',
    joint_laboratory: '联合实验室',
    training_base: '实训基地',
    other: '其他',
  },
  credentialKind: {
    training: '培训',
    technology_manager: '技术经理人证书',
    patent_agent: '专利代理师资格',
    lawyer: '法律职业资格',
    valuer: '资产评估师资格',
    degree: '技术转移学位',
    other: '其他',
  },
} as const
