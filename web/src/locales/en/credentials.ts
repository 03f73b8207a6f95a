import type { Shape } from '../shape.ts'
import type { credentials as zh } from '../zh/credentials.ts'

/** Training and certificates of those who do the work of transfer. */
export const credentials: Shape<typeof zh> = {
  credentials: {
    title: 'Training and certificates',
    enter: 'Enter training or a certificate',
    none: 'Nothing entered',
    annul: 'Annul',
    expired: 'expired',
    hoursOf: '{{hours}} hours',
    hoursHint: 'Whole hours of training.',
    validUntilHint:
      'The last day on which it is good; it stands in the calendar. Leave it empty if it has no end.',
    fields: {
      kind: 'Kind',
      title: 'Title',
      issuer: 'Issued or held by',
      number: 'Number',
      issuedOn: 'Issued or completed on',
      validUntil: 'Valid until',
      hours: 'Hours',
      file: 'Certificate file',
    },
  },
}
