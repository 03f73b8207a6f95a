import type { Refusal, Words } from '@yizhuan/kit'
import type { ProblemPages } from '../../platform/problem.refusals.ts'
import { badField, conflict, forbidden, notFound, type Problem } from '../../platform/problem.ts'
import type { ClosingRefusals } from './closing.commands.ts'
import type { CheckName, Fresh } from './closing.ts'

const names: Readonly<Record<CheckName, Words>> = {
  reconciled: { zh: '分录与各项记录不符', en: 'the journal differs from the records' },
  claims: { zh: '有到期应收款尚未入账', en: 'claims that are due are not in the books' },
  drafts: { zh: '有发票仍是草稿', en: 'invoices are still drafts' },
  unlinked: { zh: '有到账未关联合同', en: 'receipts belong to no contract' },
  unmatched: { zh: '有到账未核对应收款', en: 'receipts are not matched with what is owed' },
  payments: { zh: '有付款尚未登记回单', en: 'payments are out without proof' },
}

function told(checks: string, lang: 'zh' | 'en'): string {
  const words = checks.split(',').map((name) => names[name as CheckName][lang])
  return words.join(lang === 'zh' ? '、' : ', ')
}

const MOST_NAMED = 5

/** What is new, check by check, with the first names. */
function freshIn({ fresh, entries }: ClosingRefusals['findings-new'], lang: 'zh' | 'en'): string {
  const [comma, more] = lang === 'zh' ? ['、', '等'] : [', ', ' …']
  const said = (JSON.parse(fresh) as readonly Fresh[]).map(({ name, labels }) => {
    const shown = labels.slice(0, MOST_NAMED).join(comma)
    const rest = labels.length > MOST_NAMED ? more : ''
    const which = lang === 'zh' ? `（${shown}${rest}）` : ` (${shown}${rest})`
    return `${names[name][lang]}${labels.length === 0 ? '' : which}`
  })
  const posted = { zh: `新入账 ${entries} 笔分录`, en: `${entries} new entries` }[lang]
  return [...said, ...(entries === '0' ? [] : [posted])].join(lang === 'zh' ? '；' : '; ')
}

/** What a person reads for every no about closing months. */
export function toClosingProblem(refusal: Refusal<ClosingRefusals>): Problem {
  switch (refusal.code) {
    case 'month-not-over':
      return badField('#/month', 'month-not-over', {
        zh: `${refusal.facts.month} 还没有结束；请在月末之后结账。`,
        en: `${refusal.facts.month} is not over; close it once it is.`,
      })
    case 'month-closed':
      return badField('#/month', 'month-closed', {
        zh: `账簿已结至 ${refusal.facts.closed}；请选择之后的月份。`,
        en: `The books are closed through ${refusal.facts.closed}; choose a later month.`,
      })
    case 'closing-proposed':
      return conflict('closing-proposed', {
        zh: `${refusal.facts.month} 的结账申请正在等待复核；请先复核或撤回。`,
        en: `The closing of ${refusal.facts.month} waits for a second person; confirm or withdraw it first.`,
      })
    case 'no-closing-proposed':
      return conflict('no-closing-proposed', {
        zh: '没有等待复核的结账申请；请刷新后查看。',
        en: 'No closing waits for a second person; look again.',
      })
    case 'checks-fail':
      return conflict('checks-fail', {
        zh: `不能结账：${told(refusal.facts.checks, 'zh')}。请先处理。`,
        en: `The month cannot be closed: ${told(refusal.facts.checks, 'en')}. Settle that first.`,
      })
    case 'remark-missing':
      return badField('#/remark', 'remark-missing', {
        zh: `请说明为何在以下情况下结账：${told(refusal.facts.checks, 'zh')}。`,
        en: `Say why the month is closed although ${told(refusal.facts.checks, 'en')}.`,
      })
    case 'findings-new':
      return conflict('findings-new', {
        zh: `申请结账之后有新的情况，申请人没有看到：${freshIn(refusal.facts, 'zh')}。请撤回申请，由申请人查看后重新申请。`,
        en: `Something came up that was not there when the closing was proposed: ${freshIn(refusal.facts, 'en')}. Withdraw it, and have it proposed anew.`,
      })
    case 'own-proposal':
      return forbidden({
        zh: '结账须由申请人以外的人复核。',
        en: 'A closing is confirmed by somebody other than who proposed it.',
      })
    case 'nothing-closed':
      return conflict('nothing-closed', {
        zh: '没有已结账的月份。',
        en: 'No month is closed.',
      })
  }
}

/** There are no vouchers of a closing that never was. */
export const noSuchClosing = () =>
  notFound({ zh: '没有这次结账。', en: 'There is no such closing.' })

/** The public pages of closing months. */
export const closingProblems: ProblemPages = {
  'closing-proposed': {
    status: 409,
    title: { zh: '结账申请等待复核', en: 'A closing waits' },
    meaning: {
      zh: '一次只有一个结账申请；上一个还没有复核或撤回。',
      en: 'One closing is proposed at a time; the last one was neither confirmed nor withdrawn.',
    },
    todo: { zh: '请先复核或撤回该申请。', en: 'Confirm or withdraw it first.' },
  },
  'no-closing-proposed': {
    status: 409,
    title: { zh: '没有结账申请', en: 'No closing waits' },
    meaning: {
      zh: '申请可能已被复核或撤回。',
      en: 'It may have been confirmed or withdrawn already.',
    },
    todo: { zh: '刷新页面后查看办理情况。', en: 'Look at the page again.' },
  },
  'checks-fail': {
    status: 409,
    title: { zh: '结账检查未通过', en: 'The checks fail' },
    meaning: {
      zh: '账簿与各项记录不一致，或者有到期应收款未入账。',
      en: 'The books differ from the records, or claims that are due are not in them.',
    },
    todo: {
      zh: '在结账页面查看检查结果，处理后再申请。',
      en: 'Look at the checks on the page of closings, settle them, and propose again.',
    },
  },
  'findings-new': {
    status: 409,
    title: { zh: '申请之后有新的情况', en: 'Something new since the proposal' },
    meaning: {
      zh: '复核人确认的，须是申请人看过的内容；申请之后又有新的检查结果或分录。没有写入任何内容。',
      en: 'Whoever confirms a closing confirms what was seen when it was proposed; since then checks found more, or entries were posted. Nothing was written.',
    },
    todo: {
      zh: '撤回申请，查看新的情况后重新申请。',
      en: 'Withdraw the proposal, look at what is new, and propose again.',
    },
  },
  'nothing-closed': {
    status: 409,
    title: { zh: '没有已结账的月份', en: 'Nothing is closed' },
    meaning: { zh: '没有可以重新打开的月份。', en: 'There is no month to open again.' },
    todo: { zh: '刷新页面后查看。', en: 'Look at the page again.' },
  },
}
