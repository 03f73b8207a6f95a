import { valuesOfHouse } from './importedRegisters.ts'

/** Centres, incubators and bases through which achievements are taken further. */
export const carriers = {
  carriers: {
    title: '转化载体',
    note: '本单位建设或参与的临床研究中心、孵化器、概念验证中心、中试和实训基地等。',
    enter: '登记载体',
    none: '尚未登记转化载体',
    toDayHint: '从这一天起不再设立；仍在运行的留空。',
    search: '名称、地点、合作单位或备注',
    running: '是否运行',
    runs: { yes: '运行中', no: '已结束' },
    showAll: '显示全部',
    values: { kind: valuesOfHouse.carrierKind },
    fields: {
      kind: '类别',
      name: '名称',
      place: '地点',
      partner: '合作单位',
      fromDay: '设立日',
      toDay: '结束日',
      remark: '备注',
      reason: '修改理由',
    },
  },
} as const
