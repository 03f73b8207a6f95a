import type { Caller } from '../../platform/database.ts'
import type { Veil } from '../../platform/history.ts'
import type { AchievementWire, ShownAchievementWire } from './achievement.wire.ts'

/** The roles that answer a disclosure. */
export const office = ['tto_negotiator', 'tto_reviewer'] as const

/**
 * The roles that read every disclosure whole: those who answer it, decide on it, pay for it and look
 * after it. Of the others whoever disclosed it and its inventors do. What is told before a patent is
 * filed is nobody else's to know: each reader more is a danger to its novelty, and to a secret that is
 * to stay one. They see the line of the register: number, title, kind, department, and how it stands.
 */
export const wholeReaders = [
  ...office,
  'finance',
  'leaders',
  'legal',
  'auditor',
  'discipline',
] as const

/** Whether somebody reads every disclosure whole, by their role. */
export function readsAll({ roles }: Pick<Caller, 'roles'>): boolean {
  return wholeReaders.some((role) => roles.includes(role))
}

/** The line of an achievement and nothing else, field by field: what the register learns to hold later is not told by itself. */
export function inShort(one: AchievementWire): ShownAchievementWire {
  const { id, seq, number, title, kind, department, disclosedOn, conversion, statedConversion } =
    one
  return {
    ...{ id, seq, number, title, kind, department, disclosedOn },
    ...{ conversion, statedConversion },
    intake: one.intake,
    intakeOn: one.intakeOn,
    mergedInto: one.mergedInto,
    isWhole: false,
    registeredOn: null,
    fundingKind: null,
    fundingSource: null,
    projectNo: null,
    serviceBasis: null,
    madeOn: null,
    statedAttribute: null,
    statedStage: null,
    statedConversionCount: null,
    maturityScale: null,
    maturityLevel: null,
    estimatedValueFen: null,
    rdCostFen: null,
    remark: null,
    leadIdMasked: null,
    disclosure: {},
    inventors: [],
    publicity: null,
    publications: [],
    thirdParties: {},
    transferFields: {},
    files: [],
    holdings: [],
    disputes: [],
    disclosedBy: null,
    questions: null,
  }
}

/** Whether somebody disclosed an achievement or belongs to the office. */
export function isTheirs(
  { disclosedBy }: { readonly disclosedBy: string | null },
  { person, roles }: Pick<Caller, 'person' | 'roles'>,
): boolean {
  return disclosedBy === person || office.some((role) => roles.includes(role))
}

/** What an inventor said against the shares, by a link, was said to who disclosed and to the office. */
export function wordsVeil(mayRead: boolean): Veil {
  return ({ action, data }) => {
    if (mayRead || action !== 'achievement.disputed') return data
    const { reason: _words, ...told } = data
    return told
  }
}
