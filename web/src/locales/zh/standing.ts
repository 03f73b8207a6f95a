/** Laws that are not in force on the day. */
export const standing = {
  standing: {
    after: '《{{title}}》自 {{day}} 起不再有效',
    before: '《{{title}}》自 {{day}} 起才施行',
    note: '当日没有可以对照的本地规定：没有查出违反，不等于允许办理。国家法律照常适用，此前开始的事项仍按当时的规定判断。请先核对接替的规定，并更新规则包。',
    unruled: '当地规则没有对本程序作出可以判断的规定',
    unruledNote:
      '各步骤由本单位办理并留痕，系统只核对先后顺序，不就是否合规下结论；需要时请核对国家和主管部门的规定。',
    act: '本地规定当日不在有效期内，能否办理须另行核对',
  },
} as const
