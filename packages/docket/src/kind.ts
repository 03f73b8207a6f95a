/** The kinds of rights a register holds. `patent` is one whose type is not known yet. */
export const rightKinds = [
  'invention',
  'utility_model',
  'design',
  'pct',
  'patent',
  'software',
  'layout',
  'variety',
  'preparation',
  'trademark',
  'know_how',
] as const
export type RightKind = (typeof rightKinds)[number]

/** The kinds for which a fee is paid every year. */
export const annuityKinds = ['invention', 'utility_model', 'design'] as const
export type AnnuityKind = (typeof annuityKinds)[number]

/** Whether annual fees are paid for a kind. */
export function hasAnnuities(kind: RightKind): kind is AnnuityKind {
  return (annuityKinds as readonly RightKind[]).includes(kind)
}
