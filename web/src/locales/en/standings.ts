import type { Shape } from '../shape.ts'
import type { standings as zh } from '../zh/standings.ts'

/** What the institution was from which day on. */
export const standings: Shape<typeof zh> = {
  standings: {
    title: 'Level, affiliation and pilot, by day',
    note: 'Changes from a day on, with the paper that approved them; a case is judged and looked back at by the status of its day.',
    none: 'Nothing entered; what is filled in above holds.',
    enter: 'Enter a change',
    annul: 'Annul',
    annulHint:
      'For an entry made in error: what held before holds again, and the history keeps both.',
    now: 'now',
    no: 'none',
    aspect: 'Matter',
    aspects: {
      level: 'Level',
      ownership: 'Ownership',
      research: 'Health research',
      affiliation: 'Affiliation',
      province: 'Province',
      pilot: 'Pilot of reform',
      ipOperation: 'Operation of IP',
      ipProtection: 'Protection of IP',
      resultManagement: 'Management of achievements',
    },
    responsible: 'Responsible units',
    responsibleHint:
      'Which unit answers for what, from which day on. The checklist of rules counts a unit named here.',
    notNamed: 'not named',
    since: 'since',
    nameUnit: 'Name a unit',
    nameAnother: 'Name another',
    unit: 'Unit',
    unitHint: 'One of the departments, or another unit by its full name.',
    noUnit: 'No unit from this day on',
    value: 'Status',
    affiliationHint: 'Full name of the university, hospital group or supervising body.',
    from: 'From which day on',
    fromHint: 'The effective day in the document; it cannot lie ahead.',
    document: 'Document',
    documentHint: 'Its title and number.',
  },
}
