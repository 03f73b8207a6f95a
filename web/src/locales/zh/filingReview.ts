/** What is said of the review before a patent is applied for. */
export const filingReview = {
  filingReview: {
    title: '专利申请前评估',
    none: '还没有申请前评估。',
    notForFiling: '最近一次申请前评估的结论不是“申请”。',
    before: '提交申请前请先评估，并记录结论。',
    gaps: { unreviewed: '申请前没有评估记录', against: '与此前评估的结论不符' },
    toDo: '请补做评估并记录：评估过的，登记当时的报告；没有评估的，由转化部门说明原因并评估是否维持申请。',
    by: '依据{{text}}',
    byDraft: '该文本是草案，仅作提示，不影响登记。',
    byLaw:
      '已提交的申请照常登记、照常计算期限，申请前没有评估的情况照实显示；补登当时的评估报告后不再显示。',
    record: '到成果页记录评估',
  },
} as const
