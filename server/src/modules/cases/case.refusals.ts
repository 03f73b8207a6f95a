import {
  badField,
  conflict,
  forbidden,
  malformed,
  notFound,
  type Problem,
  unlawful,
} from '../../platform/problem.ts'
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
    case 'malformed-data':
      return malformed(refusal.errors)
    case 'role-not-allowed':
      return forbidden(refusal.detail)
    case 'law-forbids':
      return unlawful('law-forbids', refusal.detail, {
        facts: { action: refusal.action },
        because: refusal.because,
        missing: refusal.missing,
      })
    case 'not-possible':
      return conflict(refusal.reason, refusal.detail, { facts: refusal.facts })
  }
}
