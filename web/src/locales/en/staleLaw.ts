/** What a newer revision of the law means for the stages of a case that were not begun. */
export const staleLaw = {
  staleLaw: {
    mark: 'to be checked again',
    title: 'Stages not begun are to be checked again under the new revision',
    note: 'What is done stays as it is.',
    who: '{{roles}} check them and decide, with a reason, whether the stages to come move to it.',
    none: 'The new revision changes nothing for the stages not begun.',
    unset: 'none',
  },
  staleKind: { new: 'new', gone: 'no longer asked', changed: 'changed' },
} as const
