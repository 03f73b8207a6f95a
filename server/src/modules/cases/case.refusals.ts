import type { Words } from '@yizhuan/kit'
import type { Because } from '@yizhuan/law'
import {
  badField,
  conflict,
  forbidden,
  malformed,
  notFound,
  type Problem,
  unlawful,
} from '../../platform/problem.ts'
import { toRegistrationProblem } from '../registrations/index.ts'
import type { NotRecorded } from './case.commands.ts'

/** What a person reads for every no of this module. */
export function toProblem(refusal: NotRecorded): Problem {
  switch (refusal.code) {
    case 'case-not-found':
      return notFound({ zh: '没有这个转化项目。', en: 'There is no such case.' })
    case 'on-in-future':
      return badField('#/on', 'not-in-future', {
        zh: `发生日不得晚于今天（${refusal.today}）。`,
        en: `The day it happened may not lie after today (${refusal.today}).`,
      })
    case 'file-not-stored':
      return badField('#/files', 'stored-before', {
        zh: `文件“${refusal.file.name}”尚未上传，或与上传的不一致。`,
        en: `The file “${refusal.file.name}” was not uploaded, or differs from what was.`,
      })
    case 'case-held':
      return conflict('case-held', refusal.reason)
    case 'registration-stays':
      return toRegistrationProblem(refusal.refusal)
    case 'malformed-data':
      return malformed(refusal.errors)
    case 'role-not-allowed':
      return forbidden(refusal.detail)
    case 'notice-dated-back':
      return badField('#/on', 'not-dated-back', {
        zh: `公示自发布之日起算，发布日只能是今天（${refusal.today}）。`,
        en: `A notice runs from when it is put up; its day can only be today (${refusal.today}).`,
      })
    case 'before-what-it-rests-on':
      return badField('#/on', 'not-before-what-it-rests-on', {
        zh: `发生日不得早于它所依据的事项（${refusal.earliest}）。`,
        en: `It may not have happened before what it rests on (${refusal.earliest}).`,
      })
    case 'late-without-reason':
      return unlawful('late-without-reason', lateFor(refusal.because, 'reason'), {
        because: refusal.because,
        facts: { field: '#/lateReason' },
      })
    case 'late-without-paper':
      return unlawful('late-without-paper', lateFor(refusal.because, 'paper'), {
        because: refusal.because,
        facts: { field: '#/files' },
      })
    case 'not-possible':
      return conflict(refusal.reason.code, refusal.reason.detail, { facts: { act: refusal.type } })
    case 'law-forbids':
      return unlawful('law-forbids', forbiddenBy(refusal.because), {
        facts: { action: refusal.action },
        because: refusal.because,
        missing: refusal.missing,
      })
  }
}

/** A day that keeps a deadline is taken on its word only with a reason and a paper. */
function lateFor(because: readonly Because[], lacks: 'reason' | 'paper'): Words {
  const what = {
    reason: { zh: '请说明补录原因', en: 'say why it is recorded later' },
    paper: { zh: '请附能证明发生日的材料', en: 'attach a paper that shows the day' },
  }[lacks]
  return {
    zh: `这一步关系到期限，补录时${what.zh}：${listed(because, 'zh')}。`,
    en: `A deadline hangs on this day; ${what.en}: ${listed(because, 'en')}.`,
  }
}

/** The norms in the way by name and article, so that the sentence alone says whose no it is. */
function forbiddenBy(because: readonly Because[]): Words {
  return {
    zh: `以下规定尚未满足：${listed(because, 'zh')}。`,
    en: `These rules are not met yet: ${listed(because, 'en')}.`,
  }
}

const own = { zh: '，本单位规定', en: ', own rule' }

function listed(because: readonly Because[], lang: 'zh' | 'en'): string {
  return because
    .map(({ title, cites: [cite], breachOf }) => {
      const whose = breachOf === 'institution' ? own[lang] : ''
      return `${title[lang]} (${cite?.source ?? ''}#${cite?.at ?? ''}${whose})`
    })
    .join(lang === 'zh' ? '；' : '; ')
}
