import { type Lang, timeInChina, type Words } from '@yizhuan/kit'
import type { Role } from '../../platform/access.ts'
import { type Column, columnsIn } from '../../platform/csv.ts'
import { roleWords } from '../../platform/role-words.ts'
import type { AccountWire, GrantWire } from './account.wire.ts'

/** An account with one of its grants; one that was never granted a role is a line as well. */
export interface AccountLine {
  readonly account: AccountWire
  readonly grant: GrantWire | undefined
}

/** One line for each grant: who reviews rights reviews grants. */
export function accountLines(accounts: readonly AccountWire[]): AccountLine[] {
  return accounts.flatMap((account): AccountLine[] => {
    const { grants } = account
    return grants.length === 0
      ? [{ account, grant: undefined }]
      : grants.map((grant) => ({ account, grant }))
  })
}

/** Who may sign in, and in which roles, as a sheet for the review of rights. */
export function accountColumns(lang: Lang): Column<AccountLine>[] {
  const { text, day } = columnsIn<AccountLine>(lang)
  return [
    text('姓名', 'Name', ({ account }) => account.name),
    text('登录名', 'Login', ({ account }) => account.login),
    text('账号状态', 'Account', ({ account }) => states[account.state][lang]),
    text('最近登录', 'Last signed in', ({ account: { lastSignIn } }) =>
      lastSignIn === null ? null : timeInChina(new Date(lastSignIn)),
    ),
    text('角色', 'Role', ({ grant }) => grant && roleWords[grant.role as Role][lang]),
    day('自', 'From', ({ grant }) => grant?.from),
    day('不再担任之日', 'Until, not including', ({ grant }) => grant?.to),
    text('现状', 'Now', ({ grant }) => grant && standings[grant.standing][lang]),
    day('授予日期', 'Granted on', ({ grant }) => grant?.grantedOn),
    text('授予人', 'Granted by', ({ grant }) => grant?.grantedBy),
    text('理由', 'Reason', ({ grant }) => grant?.reason),
    text('收回人', 'Ended by', ({ grant }) => grant?.revokedBy),
  ]
}

const states: Readonly<Record<AccountWire['state'], Words>> = {
  active: { zh: '使用中', en: 'In use' },
  invited: { zh: '已邀请', en: 'Invited' },
  expired: { zh: '邀请已过期', en: 'Invitation ended' },
  disabled: { zh: '已停用', en: 'Disabled' },
}

const standings: Readonly<Record<GrantWire['standing'], Words>> = {
  ahead: { zh: '未开始', en: 'Not begun' },
  held: { zh: '担任中', en: 'Held' },
  ended: { zh: '已结束', en: 'Ended' },
}
