import type { Words } from '@yizhuan/kit'

/** What the public page of a problem says, whoever met it and whatever it was about. */
export interface ProblemPage {
  readonly status: number
  readonly title: Words
  readonly meaning: Words
  /** What to do to be accepted. */
  readonly todo: Words
  /** The members of `facts`, by name. */
  readonly facts?: Readonly<Record<string, Words>>
}

/** Pages by code. A module declares those of its own codes beside its refusals. */
export type ProblemPages = Readonly<Record<string, ProblemPage>>

/** The page of a conflict: its title, what it means and what is to be done, in Chinese and in English. */
export const conflictPage = (
  zh: readonly [string, string, string],
  en: readonly [string, string, string],
): ProblemPage => ({
  status: 409,
  title: { zh: zh[0], en: en[0] },
  meaning: { zh: zh[1], en: en[1] },
  todo: { zh: zh[2], en: en[2] },
})

const words = (zh: string, en: string): Words => ({ zh, en })

/** The codes of the platform itself. */
export const platformProblems: ProblemPages = {
  malformed: {
    status: 400,
    title: words('提交的内容有误', 'The request is malformed'),
    meaning: words(
      '有字段缺失、多余或不符合格式。“errors”逐一列出字段（pointer）和违反的规则（rule）；没有写入任何内容。',
      'Some fields are missing, unknown or not in their form. “errors” names each field (pointer) and the rule it breaks; nothing was written.',
    ),
    todo: words('按每个字段的提示修改后重新提交。', 'Correct the named fields and send it again.'),
  },
  'not-signed-in': {
    status: 401,
    title: words('尚未登录', 'Not signed in'),
    meaning: words(
      '请求没有带有效的会话：从未登录，或会话已超时、已退出。',
      'The request carries no valid session: nobody signed in, or the session has ended.',
    ),
    todo: words('登录后重试。', 'Sign in and try again.'),
  },
  'sign-in-refused': {
    status: 401,
    title: words('登录失败', 'Sign-in refused'),
    meaning: words('登录名或密码不正确。', 'The login or the password is wrong.'),
    todo: words(
      '核对后重试；多次错误会暂时锁定账号。忘记密码请联系本机构管理员。',
      'Check both; several wrong passwords lock the account for a while. Ask your administrator if you forgot yours.',
    ),
  },
  'account-locked': {
    status: 403,
    title: words('账号已暂时锁定', 'The account is locked for a while'),
    meaning: words(
      '短时间内密码错误次数过多，正确的密码也暂不接受。',
      'Too many wrong passwords in a short time; the right one is not accepted either for now.',
    ),
    todo: words('等待锁定时间过后再登录。', 'Wait until the lock ends, then sign in.'),
    facts: { lockMinutes: words('锁定的分钟数', 'minutes of the lock') },
  },
  'account-disabled': {
    status: 403,
    title: words('账号已停用', 'The account is disabled'),
    meaning: words('管理员已停用这个账号。', 'An administrator has disabled this account.'),
    todo: words('联系本机构管理员。', 'Ask an administrator of your institution.'),
  },
  'not-allowed': {
    status: 403,
    title: words('没有权限', 'Not allowed'),
    meaning: words(
      '您已登录，但您的角色不能进行这项操作，或须由另一人进行。',
      'You are signed in, but your roles do not allow this, or another person has to do it.',
    ),
    todo: words(
      '请有相应角色的同事办理，或请管理员授予角色。',
      'Ask a colleague who holds the role, or an administrator to grant it.',
    ),
  },
  'csrf-header-missing': {
    status: 403,
    title: words('请求来源无法确认', 'The origin of the request is not proven'),
    meaning: words(
      '写入请求须带请求头 x-yizhuan-csrf: 1，以证明不是由其他网站发起。',
      'Requests that write carry the header x-yizhuan-csrf: 1, which another site cannot set.',
    ),
    todo: words('在客户端加上这个请求头。', 'Add the header in your client.'),
  },
  'token-refused': {
    status: 403,
    title: words('链接无效', 'The link is not valid'),
    meaning: words(
      '一次性链接已使用、已过期或不完整。',
      'A one-time link was used, has expired or is incomplete.',
    ),
    todo: words('索取新的链接。', 'Ask for a new link.'),
  },
  'not-found': {
    status: 404,
    title: words('未找到', 'Not found'),
    meaning: words(
      '这里没有您要的内容，或者它属于其他机构，您无从得知其存在。',
      'It does not exist, or it belongs to another institution and you may not know that it does.',
    ),
    todo: words('核对地址或编号。', 'Check the address or the number.'),
  },
  'already-exists': {
    status: 409,
    title: words('已有相同的记录', 'There is such a record already'),
    meaning: words(
      '同样的记录已经存在，没有再写入一次。',
      'The same record exists; it was not written twice.',
    ),
    todo: words('查看已有的记录。', 'Look at the record that exists.'),
  },
  'changed-meanwhile': {
    status: 409,
    title: words('记录已被他人更新', 'Somebody else was faster'),
    meaning: words(
      '您打开之后，记录又有了新的内容；“changed”列出变化。为避免依据旧内容作出决定，没有写入。',
      'The record grew after you opened it; “changed” lists how. So that nobody decides on an old version, nothing was written.',
    ),
    todo: words('查看变化，再决定是否提交。', 'Look at what changed, then decide again.'),
    facts: {
      expectedSeq: words('您所依据的最后一条的编号', 'number of the last entry you had seen'),
      seq: words('现在最后一条的编号', 'number of the last entry now'),
    },
  },
  'id-of-another': {
    status: 409,
    title: words('编号已用于另一笔业务', 'The id is of another order'),
    meaning: words(
      '同一编号重复提交的是同一笔业务，只办理一次；这个编号此前提交的内容或者提交人不同。没有写入任何内容。',
      'What is sent twice under one id is one order and made once; under this id something else was ordered, or by somebody else. Nothing was written.',
    ),
    todo: words('重新打开页面再提交。', 'Open the form anew and send it again.'),
  },
  'login-taken': {
    status: 409,
    title: words('登录名已被使用', 'The login is taken'),
    meaning: words('登录名在整个系统中唯一。', 'A login is unique in the whole installation.'),
    todo: words('换一个登录名。', 'Choose another login.'),
  },
  'already-set-up': {
    status: 409,
    title: words('系统已有管理员', 'There is an administrator already'),
    meaning: words(
      '首位管理员只能通过一次性链接创建一次。',
      'The first administrator is created once, through the one-time link.',
    ),
    todo: words('用已有的账号登录。', 'Sign in with an existing account.'),
  },
  'request-too-large': {
    status: 413,
    title: words('提交的内容过大', 'The request is too large'),
    meaning: words('超过了单次请求的大小限制。', 'It is over the limit of one request.'),
    todo: words('减少内容或分次提交。', 'Send less, or send it in parts.'),
  },
  'file-too-large': {
    status: 413,
    title: words('文件过大', 'The file is too large'),
    meaning: words('单个文件超过大小限制。', 'The file is over the limit for one file.'),
    todo: words('压缩或拆分文件后上传。', 'Compress or split the file and upload it again.'),
    facts: { limitBytes: words('单个文件的上限（字节）', 'most bytes of one file') },
  },
  'content-type': {
    status: 415,
    title: words('不支持的内容类型', 'This content type is not supported'),
    meaning: words(
      '请求的 content-type 不是这个地址接受的类型。',
      'The address does not take content of this type.',
    ),
    todo: words('多数地址接受 application/json。', 'Most addresses take application/json.'),
  },
  'too-many-requests': {
    status: 429,
    title: words('请求过于频繁', 'Too many requests'),
    meaning: words(
      '为防止滥用，这个地址在一段时间内只接受有限的次数。',
      'So that nobody abuses it, this address takes only so many requests in a while.',
    ),
    todo: words('按响应头 retry-after 等待后再试。', 'Wait as long as retry-after says.'),
  },
  'uploads-of-today': {
    status: 429,
    title: words('今日上传已达上限', 'Enough was uploaded today'),
    meaning: words(
      '为防止滥用，每人每天上传的总量有上限；这次上传没有保存。',
      'So that nobody abuses it, one person uploads so much a day; this upload was not kept.',
    ),
    todo: words(
      '明天再传，或压缩后上传；确需更多的，请运维人员调高 UPLOAD_MB_PER_PERSON_DAY。',
      'Go on tomorrow, or make the file smaller; where more is needed, the operator raises UPLOAD_MB_PER_PERSON_DAY.',
    ),
    facts: {
      limitMegabytes: words('每人每天的上限（MB）', 'the limit for one person and day, in MB'),
    },
  },
  'storage-full': {
    status: 409,
    title: words('本机构的存储已满', 'The storage of the institution is full'),
    meaning: words(
      '本机构的文件合计有上限；这次上传没有保存，其他操作不受影响。',
      'The files of an institution have a limit together; this upload was not kept, everything else goes on.',
    ),
    todo: words(
      '请运维人员调高 STORAGE_MB_PER_INSTITUTION。',
      'Ask the operator to raise STORAGE_MB_PER_INSTITUTION.',
    ),
    facts: { limitMegabytes: words('本机构的上限（MB）', 'the limit of the institution, in MB') },
  },
  'too-many-lines-to-print': {
    status: 422,
    title: words('行数过多，不宜打印', 'Too many lines for a paper'),
    meaning: words(
      '本次筛选的行数超过一份打印件的上限。',
      'The filter finds more lines than a paper holds.',
    ),
    todo: words(
      '缩小筛选范围后再打印，或导出 Excel。',
      'Narrow the filter and print again, or take the workbook.',
    ),
    facts: {
      most: words('一份打印件最多的行数', 'the most lines of a paper'),
      rows: words('筛选到的行数', 'how many lines the filter finds'),
    },
  },
  'taken-off-already': {
    status: 409,
    title: words('文件已经撤下', 'The file was taken off'),
    meaning: words(
      '撤下的文件仍可查阅，但不再作为这条记录的凭证，也不能再次撤下。',
      'A file that was taken off stays readable, is no evidence of the record any more, and is not taken off again.',
    ),
    todo: words(
      '刷新页面查看何人因何撤下；确需保留的，重新上传。',
      'Reload the page to see who took it off and why; file it again if it belongs here.',
    ),
  },
  'too-many-rows': {
    status: 422,
    title: words('行数超过一张工作表的上限', 'More rows than a sheet holds'),
    meaning: words(
      '表格程序的一张工作表装不下所选的全部记录。',
      'A sheet of a spreadsheet program cannot hold all the records chosen.',
    ),
    todo: words(
      '缩小筛选范围，或改为导出 CSV（没有行数限制）。',
      'Narrow the filter, or take the CSV, which has no such limit.',
    ),
    facts: { most: words('一张工作表最多的行数', 'the most rows of a sheet') },
  },
  'try-again': {
    status: 503,
    title: words('与他人的操作冲突', 'It collided with somebody else'),
    meaning: words('没有作任何更改。', 'Nothing was changed.'),
    todo: words('重试。', 'Try again.'),
  },
  'disk-full': {
    status: 503,
    title: words('服务器磁盘已满', 'The disk of the server is full'),
    meaning: words('没有作任何更改。', 'Nothing was changed.'),
    todo: words('请运维人员清理磁盘后重试。', 'Tell the operator, who has to free space.'),
  },
  'database-unreachable': {
    status: 503,
    title: words('数据库暂时无法连接', 'The database cannot be reached'),
    meaning: words(
      '操作没有生效，或者带同样的内容重试是安全的。',
      'The request had no effect, or sending the same again is safe.',
    ),
    todo: words(
      '稍后重试；持续出现请联系运维人员。',
      'Try again soon; if it lasts, tell the operator.',
    ),
  },
  internal: {
    status: 500,
    title: words('系统内部错误', 'Internal error'),
    meaning: words('这是系统的问题，操作没有生效。', 'This is our mistake; nothing was changed.'),
    todo: words(
      '把响应头中的 request-id 告诉运维人员。',
      'Tell the operator the request-id of the answer.',
    ),
  },
}
