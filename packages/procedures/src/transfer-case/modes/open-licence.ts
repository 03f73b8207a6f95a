// An open licence of a patent: declared once on fixed terms, published, and then accepted by anybody.
import { has } from '../../procedure/acts-state.ts'
import { label } from '../../procedure/fields.ts'
import { tto } from '../../procedure/roles.ts'
import { openObjection } from '../state.ts'
import { type CaseStep, isSigned, toRedo, uncertified, undecided, when } from '../step.ts'
import { otherMode } from './mode.ts'
import { modeData } from './mode-data.ts'

const office = [...tto, 'platform_company'] as const
const isDeclared = when(
  (s) => has(s, 'openLicenceDeclared'),
  'already-declared',
  '已声明开放许可。',
  'The open licence is declared already.',
)
const undeclared = when(
  (s) => !has(s, 'openLicenceDeclared'),
  'not-declared',
  '请先声明开放许可。',
  'Declare the open licence first.',
)
const unpublished = when(
  (s) => !has(s, 'openLicencePublished'),
  'declaration-not-published',
  '开放许可声明尚未公告。',
  'The declaration is not published yet.',
)

/** Of a utility model or a design it is asked whether it was reported on. */
const isReported = (patentKind: unknown) => patentKind !== undefined && patentKind !== 'invention'

export const openLicenceSteps = {
  openLicenceDeclared: {
    label: label('声明开放许可', 'Declare an open licence'),
    who: office,
    data: modeData.openLicenceDeclared,
    action: 'declareOpenLicence',
    stage: 'signing',
    done: [otherMode('license'), isSigned, isDeclared],
    ahead: [
      undecided,
      // A notice given anew after the decision runs for the declaration as it does for a signature.
      uncertified,
      toRedo,
      when(
        (s) => openObjection(s) !== undefined,
        'objection-open',
        '有异议或异常尚未核实，请先作出核实结论。',
        'An objection or an abnormality waits for its finding.',
      ),
    ],
    rests: ({ decision }) => [decision?.on],
    fits: (_state, { patentKind, pledged }) => ({
      hides: [
        ...(isReported(patentKind) ? [] : ['evaluationReport']),
        ...(pledged === true ? [] : ['pledgeeConsented']),
      ],
      wants: [
        'pledged',
        ...(isReported(patentKind) ? ['evaluationReport'] : []),
        ...(pledged === true ? ['pledgeeConsented'] : []),
      ],
    }),
    proves: ['openLicenceInWriting', 'openLicenceStatesFee', 'patentGrantedOn'],
  },
  openLicencePublished: {
    label: label('登记开放许可公告', 'Record its publication'),
    who: office,
    data: modeData.openLicencePublished,
    stage: 'signing',
    done: [
      otherMode('license'),
      when(
        (s) => has(s, 'openLicencePublished'),
        'declaration-published',
        '开放许可声明已公告。',
        'The declaration is published already.',
      ),
    ],
    ahead: [undeclared],
    rests: ({ acts }) => [acts['openLicenceDeclared']?.at(-1)?.on],
    needed: () => true,
  },
  openLicenceAccepted: {
    label: label('登记开放许可接受', 'Record an acceptance'),
    who: office,
    data: modeData.openLicenceAccepted,
    stage: 'performance',
    done: [otherMode('license')],
    ahead: [undeclared, unpublished],
    rests: ({ acts }) => [acts['openLicencePublished']?.at(-1)?.on],
    needed: (state) => !has(state, 'openLicenceAccepted'),
  },
  openLicenceWithdrawn: {
    label: label('撤回开放许可', 'Withdraw the open licence'),
    who: office,
    data: modeData.openLicenceWithdrawn,
    stage: 'performance',
    done: [otherMode('license')],
    ahead: [undeclared],
    rests: ({ acts }) => [acts['openLicenceDeclared']?.at(-1)?.on],
    // Whoever accepted before keeps the licence.
    takesBack: () => ['openLicenceDeclared', 'openLicencePublished'],
  },
} as const satisfies Readonly<Record<string, CaseStep>>
