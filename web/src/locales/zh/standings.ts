/** What the institution was from which day on. */
export const standings = {
  standings: {
    title: '层级、隶属与试点（按日期）',
    note: '自某日起的变化连同批准文件登记在此；办理和回看某一天的项目，按那一天的状态适用规定。',
    none: '尚未登记；目前按上面填写的内容判断。',
    enter: '登记变化',
    annul: '作废',
    annulHint: '登记有误时作废，之前的状态重新有效；作废留在变更记录中。',
    now: '当前',
    no: '无',
    aspect: '事项',
    aspects: {
      level: '机构层级',
      ownership: '机构性质',
      research: '是否从事卫生科研',
      affiliation: '隶属关系',
      province: '所在省份',
      pilot: '创新改革试点',
    },
    value: '内容',
    affiliationHint: '所属高校、医疗集团或主管部门的全称。',
    from: '自哪一天起',
    fromHint: '文件载明的生效日，不能是将来的日期。',
    document: '依据文件',
    documentHint: '名称和文号。',
  },
} as const
