import type { RegistrationFormWire } from './registration.api.ts'

// The fields of the form in the groups in which they are read and filled in.

export type FormField = Exclude<keyof RegistrationFormWire, 'otherParties'>

export const groups = [
  { name: 'contract', fields: ['title', 'kind', 'signedOn', 'termFrom', 'termTo'] },
  { name: 'seller', fields: ['sellerName', 'sellerNature', 'sellerCountry', 'sellerRegion'] },
  {
    name: 'buyer',
    fields: ['buyerName', 'buyerUscc', 'buyerNature', 'buyerCountry', 'buyerRegion'],
  },
  {
    name: 'money',
    fields: ['amountFen', 'technologyFen', 'payment', 'investmentFen', 'outputFen'],
  },
  { name: 'technology', fields: ['ip', 'field', 'plan', 'purpose'] },
] as const satisfies readonly { readonly name: string; readonly fields: readonly FormField[] }[]

/** Which list a field takes its code from. */
export const listOf: Readonly<Partial<Record<FormField, string>>> = {
  kind: 'kind',
  sellerNature: 'nature',
  buyerNature: 'nature',
  ip: 'ip',
  field: 'field',
  plan: 'plan',
  purpose: 'purpose',
  payment: 'payment',
}

export const isAmount = (field: FormField) => field.endsWith('Fen')
export const isDay = (field: FormField) => ['signedOn', 'termFrom', 'termTo'].includes(field)

export const formFields: readonly FormField[] = [
  ...groups.flatMap(({ fields }): readonly FormField[] => fields),
  'registrar',
  'remark',
]
