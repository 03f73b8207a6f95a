/** What a decision not to file an achievement says in a dossier of relief. */
export const notFiled = {
  notFiled: {
    title: 'The decision to file nothing for {{title}}',
    conduct:
      '{{number}} {{title}} was evaluated by {{evaluator}} on {{day}}, and nothing is to be filed. {{reason}}',
  },
} as const
