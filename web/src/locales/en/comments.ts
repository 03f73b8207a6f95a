/** What people say to each other about a record. */
export const comments = {
  comments: {
    title: 'Comments',
    titleCount: 'Comments ({{count}})',
    note: 'Comments are for talking among colleagues; they are no part of the record and have no legal effect. Keep identity numbers, bank accounts and data of patients out of them.',
    closed: 'This case is closed to others; only those who handle it read its comments.',
    hint: 'Type @ and a name (or its pinyin) to alert a colleague',
    people: 'Colleagues to alert',
    say: 'Comment',
    keep: 'Save',
    reword: 'Reword',
    reworded: 'reworded',
    strike: 'Strike out',
    struckBy: 'struck out by {{name}} at',
    earlier_one: 'What it said before',
    earlier_other: 'What it said before ({{count}} times)',
  },
} as const
