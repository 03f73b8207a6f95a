/** Those who keep the register of companies founded on achievements. */
export const writers = ['tto_negotiator', 'tto_reviewer', 'platform_company'] as const

/** Who reads what the house holds of companies: those who work on it, pay, decide or check. */
export const readers = [...writers, 'finance', 'leaders', 'legal', 'discipline', 'auditor'] as const

/** Who reads how the equity of persons is taxed: those who file it, decide on it and check it. */
export const taxReaders = ['tto_reviewer', 'finance', 'leaders', 'discipline', 'auditor'] as const
