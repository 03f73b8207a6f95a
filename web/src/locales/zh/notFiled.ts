/** What a decision not to file an achievement says in a dossier of relief. */
export const notFiled = {
  notFiled: {
    title: '{{title}}不申请知识产权的决定',
    conduct:
      '{{number}}《{{title}}》经{{evaluator}}于 {{day}} 评估，决定不申请知识产权。{{reason}}',
  },
} as const
