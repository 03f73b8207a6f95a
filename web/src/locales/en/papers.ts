import type { Shape } from '../shape.ts'
import type { papers as chinese } from '../zh/papers.ts'

/** Papers of a case and their templates. */
export const papers = {
  papers: {
    title: 'Papers',
    none: 'No documents to make yet.',
    earlier: 'Papers of earlier steps: {{count}}',
    look: 'Look',
    made: 'Made',
    after: 'after act {{seq}}',
    lacks: '{{count}} missing',
    own: 'own template',
    complete: 'Every fact is known.',
    missing: 'Still missing:',
    byHand: 'To be filled in by hand:',
    makePdf: 'Make PDF',
    makeDocx: 'Make DOCX',
    ownTemplate: 'Your own template is used (version {{version}})',
    onlyDocx:
      'Below is the standard layout. Your own template makes DOCX; PDF is made from the standard only.',
    forAct: 'Make a paper and attach it; once this form is complete, the paper says what it says:',
    templates: 'Templates of papers',
    templatesNote:
      'Every paper has a standard template. Download its example, change it in Word or WPS, and upload it as your own.',
    version: 'Version {{version}}',
    standard: 'Standard template',
    standardBack: 'the standard was put back',
    present: 'in use',
    example: 'Example DOCX',
    upload: 'Upload your own',
    back: 'Use again',
    fold: 'Fold',
    unfold: 'Template and placeholders',
    placeholders_one: '{{count}} placeholder',
    placeholders_other: '{{count}} placeholders',
    placeholdersHint:
      'A name in braces becomes the fact of the record. A list stands in one row of a table, which repeats. A template must hold {核验信息}, by which its papers are checked.',
    blank: '(filled in by hand)',
  },
} satisfies Shape<typeof chinese>
