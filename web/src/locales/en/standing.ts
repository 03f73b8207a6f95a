/** Laws that are not in force on the day. */
export const standing = {
  standing: {
    after: '{{title}}: no longer in force from {{day}}',
    before: '{{title}}: in force only from {{day}}',
    note: 'There is no rule of this place to hold the day against: that nothing is broken does not mean that it is allowed. The law of the nation goes on, and what began earlier is judged by the rules of its day. Check what took their place, and update the pack.',
    unruled: 'The law of this place sets nothing for this procedure that could be judged',
    unruledNote:
      'The institution takes the steps and keeps their record. Only their order is checked; whether they are lawful is not said here. Where it matters, check the law of the nation and of the authority.',
    act: 'The rules of this place are not in force today; check elsewhere whether this may be done',
  },
} as const
