/** What the choice of a procedure says. */
export const procedures = {
  procedures: {
    procedure: 'Procedure',
    choose: 'First choose which procedure the case follows.',
    other: 'Another procedure',
    noArticle: '{{count}} without a rule of the place, by the institution’s own',
  },
} as const
