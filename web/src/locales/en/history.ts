import type { Shape } from '../shape.ts'
import type { history as chinese } from '../zh/history.ts'

/** The history of any record. */
export const history: Shape<typeof chinese> = {
  history: {
    title: 'History',
    chainOk_one: 'Chain verified, {{count}} entry',
    chainOk_other: 'Chain verified, {{count}} entries',
    withheld_one: '{{count}} of them is about a case closed to you and is left out',
    withheld_other: '{{count}} of them are about cases closed to you and are left out',
    chainBad: 'The chain breaks at entry {{at}}',
    reason: 'Reason: {{reason}}',
    source: 'Source: {{source}}',
    fields_one: '{{count}} field',
    fields_other: '{{count}} fields',
    why: 'Reason for the change',
    actions: {
      named: 'Named',
      approved: 'Approved',
      refused: 'Refused',
      ended: 'Ended',
      setting: 'Setting changed',
      opened: 'Opened',
      done: 'Handed over',
      entered: 'Entered',
      disclosed: 'Disclosed',
      amended: 'Changed',
      changed: 'Changed',
      appointed: 'Post entered',
      appointmentEnded: 'Post ended',
      appointmentAnnulled: 'Post annulled',
      revealed: 'Sealed field opened',
      invited: 'Account given',
      invitedAgain: 'Invited again',
      passwordResetOffered: 'Link to reset the password',
      roleGranted: 'Role granted',
      roleRevoked: 'Role revoked',
      rolesEndedByLeaving: 'Roles ended by leaving',
      disabled: 'Account disabled',
      enabled: 'Account enabled',
    },
  },
}
