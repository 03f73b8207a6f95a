import type { Refusal } from '@yizhuan/kit'
import { badField, forbidden, notFound, type Problem } from '../../platform/problem.ts'

/** A no about saved views. */
export interface ViewRefusals {
  'no-such-view': Record<string, never>
  'not-your-view': Record<string, never>
  'may-not-share': Record<string, never>
  'name-taken': { readonly name: string }
}

/** What a person reads for every no. */
export function toProblem(refusal: Refusal<ViewRefusals>): Problem {
  switch (refusal.code) {
    case 'no-such-view':
      return notFound({ zh: '没有这个视图。', en: 'There is no such view.' })
    case 'not-your-view':
      return forbidden({
        zh: '只有保存者本人可以更改这个视图；共享的视图管理员也可以。',
        en: 'Only who saved it changes a view; a shared one administrators may change as well.',
      })
    case 'may-not-share':
      return forbidden({
        zh: '您的角色不能向全机构共享视图；可以保存为自己的视图，或复制链接发给同事。',
        en: 'Your roles do not share views with the institution; keep it for yourself, or send the link.',
      })
    case 'name-taken':
      return badField('#/name', 'name-taken', {
        zh: `您已有名为“${refusal.facts.name}”的视图，请换一个名称。`,
        en: `You have a view named "${refusal.facts.name}" already; choose another name.`,
      })
  }
}
