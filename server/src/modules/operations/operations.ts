import { addDays, type Day, type Words } from '@yizhuan/kit'

/** What is measured of the running service, as far as one institution is concerned. */
export interface Figures {
  /** Seconds since the oldest fact that nobody was told of yet; null when none waits. */
  readonly oldestFactSeconds: number | null
  /** Seconds by which the job that is most overdue is late; null when none is due. */
  readonly latestJobSeconds: number | null
  /** Jobs that failed and wait for another try. */
  readonly troubledJobs: number
  /** Mails and messages to groups that were given up in the last week. */
  readonly undelivered: { readonly mails: number; readonly webhooks: number }
  /** The day of the newest checkpoint; null when there is none. */
  readonly checkpointOn: string | null
  /** The day of the oldest chain that a checkpoint should hold; null when nothing is recorded. */
  readonly recordedOn: string | null
  readonly freeBytes: number
}

/** One line of the page: all is well, somebody should look, or somebody must. */
export interface Check {
  readonly id: 'facts' | 'jobs' | 'deliveries' | 'checkpoint' | 'disk'
  readonly status: 'ok' | 'watch' | 'bad'
  readonly text: Words
}

const gigabyte = 1024 ** 3
/** Work is found once a second; what waits a minute is stuck behind something. */
const patience = 60

/** The checks in the order of the page. */
export function checksOf(figures: Figures, today: Day): Check[] {
  return [
    factsCheck(figures),
    jobsCheck(figures),
    deliveriesCheck(figures),
    checkpointCheck(figures, today),
    disk(figures),
  ]
}

function factsCheck({ oldestFactSeconds: seconds }: Figures): Check {
  if (seconds === null || seconds < patience) {
    return {
      id: 'facts',
      status: 'ok',
      text: { zh: '事项均已通知', en: 'Everybody has been told' },
    }
  }
  const minutes = Math.floor(seconds / 60)
  return {
    id: 'facts',
    status: 'watch',
    text: {
      zh: `最早的一项已等待 ${minutes} 分钟：请确认后台任务在运行`,
      en: `The oldest has waited for ${minutes} minutes: make sure that a worker runs`,
    },
  }
}

function jobsCheck({ latestJobSeconds: late, troubledJobs: troubled }: Figures): Check {
  if (troubled > 0) {
    return {
      id: 'jobs',
      status: 'bad',
      text: {
        zh: `${troubled} 项后台任务未成功，将自动重试；原因见下`,
        en: `${troubled} jobs failed and are tried again; the reasons are below`,
      },
    }
  }
  if (late === null || late < patience) {
    return {
      id: 'jobs',
      status: 'ok',
      text: { zh: '后台任务按时完成', en: 'Jobs are done in time' },
    }
  }
  const minutes = Math.floor(late / 60)
  return {
    id: 'jobs',
    status: 'watch',
    text: { zh: `后台任务已迟 ${minutes} 分钟`, en: `Jobs are ${minutes} minutes late` },
  }
}

/** What was given up is not tried again by itself: somebody has to see to the address or the server. */
function deliveriesCheck({ undelivered: { mails, webhooks } }: Figures): Check {
  if (mails + webhooks === 0) {
    const text = { zh: '7 天内没有放弃发送的提醒', en: 'Nothing was given up in 7 days' }
    return { id: 'deliveries', status: 'ok', text }
  }
  return {
    id: 'deliveries',
    status: 'watch',
    text: {
      zh: `7 天内多次重试后放弃：邮件 ${mails} 封，群消息和接口 ${webhooks} 条；请检查邮件服务器、收件地址，以及“群机器人与逾期”中的送达记录`,
      en: `Given up in 7 days after all tries: ${mails} mails, ${webhooks} messages to groups and services; look at the mail server, the addresses, and what each webhook answered`,
    },
  }
}

/** Whatever was recorded before today stands in the checkpoint that today began with. */
function checkpointCheck({ checkpointOn, recordedOn }: Figures, today: Day): Check {
  if (checkpointOn === null && (recordedOn === null || recordedOn >= today)) {
    const text = {
      zh: '首个存证点将于明天零点后生成',
      en: 'The first is made when tomorrow begins',
    }
    return { id: 'checkpoint', status: 'ok', text }
  }
  if (checkpointOn !== null && checkpointOn >= addDays(today, -1)) {
    const text = { zh: `最近的存证点：${checkpointOn}`, en: `The newest is of ${checkpointOn}` }
    return { id: 'checkpoint', status: 'ok', text }
  }
  const last = checkpointOn ?? '—'
  return {
    id: 'checkpoint',
    status: 'watch',
    text: {
      zh: `今天尚无存证点（最近：${last}）`,
      en: `Today has none yet (the newest is of ${last})`,
    },
  }
}

function disk({ freeBytes }: Figures): Check {
  const free = (freeBytes / gigabyte).toFixed(1)
  const status = freeBytes < gigabyte / 2 ? 'bad' : freeBytes < 5 * gigabyte ? 'watch' : 'ok'
  return {
    id: 'disk',
    status,
    text: {
      zh: `数据文件夹所在磁盘剩余 ${free} GB`,
      en: `${free} GB are free for the data folder`,
    },
  }
}
