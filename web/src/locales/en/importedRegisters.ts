import type { Shape } from '../shape.ts'
import type * as chinese from '../zh/importedRegisters.ts'

/** What the import says of the lists about the house itself: carriers, certificates. */
export const fieldsOfHouse: Shape<typeof chinese.fieldsOfHouse> = {
  carrierName: 'Name of the carrier',
  carrierKind: 'Kind of carrier',
  carrierPlace: 'Place',
  carrierPartner: 'Partner',
  carrierFrom: 'Set up on',
  carrierTo: 'Ended on',
  credentialKind: 'Kind of certificate',
  credentialTitle: 'Certificate or training',
  credentialIssuer: 'Issued by',
  credentialNumber: 'Number of the certificate',
  credentialIssued: 'Obtained on',
  credentialUntil: 'Valid until',
  credentialHours: 'Hours',
}

export const valuesOfHouse: Shape<typeof chinese.valuesOfHouse> = {
  carrierKind: {
    research_centre: 'Clinical research centre',
    proof_of_concept: 'Proof-of-concept centre',
    pilot_base: 'Pilot plant',
    incubator: 'Incubator',
    maker_space: 'Maker space',
    transfer_platform: 'Transfer platform',
    joint_laboratory: 'Joint laboratory',
    training_base: 'Training base',
    other: 'Other',
  },
  credentialKind: {
    training: 'Training',
    technology_manager: 'Certificate of a technology manager',
    patent_agent: 'Patent agent',
    lawyer: 'Legal qualification',
    valuer: 'Valuer',
    degree: 'Degree in technology transfer',
    other: 'Other',
  },
}
