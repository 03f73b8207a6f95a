import type { StorageLimits } from '../../platform/config.ts'
import type { ProblemPages } from '../../platform/problem.refusals.ts'
import { conflict, type Problem } from '../../platform/problem.ts'

/** Somebody keeps as many drafts as one person may, or as much in them. */
export function draftsFull({ draftsPerPerson, draftKilobytesPerPerson }: StorageLimits): Problem {
  return conflict(
    'drafts-full',
    {
      zh: `每人最多保存 ${draftsPerPerson} 份、合计 ${draftKilobytesPerPerson} KB 的草稿，这份只留在本设备上。请提交或“重新填写”先前的表单；30 天未动的草稿会自动清除。`,
      en: `One person keeps at most ${draftsPerPerson} drafts of ${draftKilobytesPerPerson} KB together; this one stays on this device only. Send earlier forms or begin them anew; drafts left alone for 30 days go by themselves.`,
    },
    { facts: { limitDrafts: draftsPerPerson, limitKilobytes: draftKilobytesPerPerson } },
  )
}

/** What the public page of each code says. */
export const problems: ProblemPages = {
  'drafts-full': {
    status: 409,
    title: { zh: '草稿已达上限', en: 'There are as many drafts as there may be' },
    meaning: {
      zh: '每人保存在服务器上的草稿有份数和大小的上限；这份草稿没有保存到服务器，仍在填写它的设备上。',
      en: 'The drafts that one person keeps on the server have a limit in number and size; this one was not kept there and is still on its device.',
    },
    todo: {
      zh: '提交或重新填写先前的表单；确需更多的，请运维人员调高 DRAFTS_PER_PERSON 或 DRAFT_KB_PER_PERSON。',
      en: 'Send earlier forms or begin them anew; where more is needed, the operator raises DRAFTS_PER_PERSON or DRAFT_KB_PER_PERSON.',
    },
    facts: {
      limitDrafts: { zh: '最多份数', en: 'how many there may be' },
      limitKilobytes: { zh: '合计上限（KB）', en: 'how large they may be together, in KB' },
    },
  },
}
