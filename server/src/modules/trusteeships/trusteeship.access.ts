/** Those who keep the register of trusteeships. */
export const writers = ['tto_negotiator', 'tto_reviewer'] as const

/** Who reads parties and fees: those who work on deals, pay, decide or check. */
export const readers = [
  ...writers,
  'finance',
  'leaders',
  'legal',
  'discipline',
  'auditor',
  'platform_company',
] as const
