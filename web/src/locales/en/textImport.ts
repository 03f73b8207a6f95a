import type { Shape } from '../shape.ts'
import type { textImport as zh } from '../zh/textImport.ts'

/** The same in English. */
export const textImport: Shape<typeof zh> = {
  textImport: {
    title: 'Doubts about the official text',
    back: 'Back to the document',
    open: 'Doubts to answer: {{count}}',
    settled: 'Doubts answered: {{count}}',
    none: 'No doubts about this text',
    lead: 'Where the reading is uncertain, compare with the original and answer one by one. Answers are kept with name and time; the original is never changed.',
    pasted: 'Pasted words',
    original: 'Download the original',
    line: 'Line {{line}}',
    kinds: {
      'paragraph-boundary': 'A new paragraph?',
      numbering: 'Number out of order',
      'cross-reference-at-line-start': 'Looks like an article',
      'page-number': 'Looks like a page number',
      'page-head': 'Looks like the head of a page',
      'repeated-line': 'The same line again',
      hyphen: 'Hyphen at the end of a line',
      'odd-character': 'Character that cannot be shown',
    },
    means: {
      'paragraph-boundary': 'Read as going on from the line before.',
      numbering: 'It does not follow the number before; a page may be missing, or it was misread.',
      'cross-reference-at-line-start': 'Read as naming another article, not as a new one.',
      'page-number': 'Read as a page number and left out.',
      'page-head': 'Read as the head or foot of a page and left out.',
      'repeated-line': 'The same line comes several times; left out.',
      hyphen: 'What stands around the hyphen is read as one word.',
      'odd-character': 'A special character of the font; left out when texts are compared.',
    },
    answer: {
      accepted: 'Read rightly',
      'new-paragraph': 'It is a new paragraph',
      continuation: 'It goes on',
      'not-a-marker': 'It is no number',
      corrected: 'Correct this line',
    },
    answers: {
      accepted: 'Read rightly',
      'new-paragraph': 'A new paragraph',
      continuation: 'Goes on',
      'not-a-marker': 'No number',
      corrected: 'Corrected to:',
    },
    emptied: '(empty)',
    correction: 'What the line reads',
    correctionHint: 'As in the original; what is too much, such as a page number, may be emptied.',
    save: 'Save',
    again: 'Answer again',
  },
}
