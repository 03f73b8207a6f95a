interface InterestDeclarationTable {
  institutionId: string
  id: string
  personId: string
  declaredOn: string
  validUntil: string
  hasNone: boolean
  declaredAt: Date
  /** Who entered what the person had signed; none where they declared it here. */
  enteredBy: string | null
}

interface InterestItemTable {
  institutionId: string
  declarationId: string
  line: number
  tie: string
  through: string
  holderMasked: string | null
  holderSealed: string | null
  enterprise: string
  enterpriseKey: string
  uscc: string | null
  detail: string | null
}

declare module '../../platform/tables.ts' {
  interface Tables {
    interestDeclaration: InterestDeclarationTable
    interestItem: InterestItemTable
  }
}

/** The chain of what a person declared. */
export const chainOf = (person: string): string => `interest/${person}`
