/** Tax withheld from payments. */
export const withheld = {
  withheld: {
    enter: '登记代扣税额',
    lead: '税额由工资部门按规定计算，这里只登记结果，不替代个人的年度汇算。付款文件按扣税后的金额付款；批次已批准的，登记后须重新审批。',
    document: '依据（工资表或扣缴申报表编号）',
    file: '税额文件（CSV）',
    table: '或者粘贴表格',
    example: '付款编号,代扣个税\n…',
    tableHint: '第一行为列名，须有“付款编号”和“代扣个税”；单位为元，空白表示不登记。',
    tax: '代扣个税',
    net: '税后',
    gross: '实发（税前）',
    unknown: '未登记代扣税额',
    of: '其中代扣个税',
    inAnswer: '付款后才确定税额的，填写“代扣个税”列。',
    unknownCount_one: '{{count}} 笔未登记代扣税额',
    unknownCount_other: '{{count}} 笔未登记代扣税额',
    tally_one: '读到 {{count}} 笔税额',
    tally_other: '读到 {{count}} 笔税额',
    wrong: {
      noHeadings: '没有找到“付款编号”“代扣个税”两列。',
      noTax: '税额无法识别。',
      nothing: '没有填写任何税额。',
    },
  },
}
