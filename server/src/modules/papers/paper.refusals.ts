import type { Words } from '@yizhuan/kit'
import { PROOF } from '@yizhuan/procedures'
import type { ProblemPages } from '../../platform/problem.refusals.ts'
import { badField, conflict, notFound, type Problem, unlawful } from '../../platform/problem.ts'
import { type TemplateTrouble, templateLimitBytes } from './templates/check-template.ts'

/** 404 for a paper that a case does not have now, or that there is not. */
export function noSuchPaper(): Problem {
  return notFound({
    zh: '没有这种文书，或本项目目前还不能生成。',
    en: 'There is no such paper, or this case cannot have it yet.',
  })
}

export function noSuchCase(): Problem {
  return notFound({ zh: '没有这个项目。', en: 'There is no such case.' })
}

/** 400: the file must be uploaded first. */
export function templateNotStored(): Problem {
  return badField('#/file', 'file-stored', {
    zh: '没有找到这个文件，请重新上传。',
    en: 'This file is not here; upload it again.',
  })
}

/** 422: the institution has its own template, which is a DOCX. */
export function onlyDocx(version: number): Problem {
  return unlawful(
    'paper-only-docx',
    {
      zh: '本单位为这种文书设置了自己的模板，只能生成 DOCX；PDF 只由标准模板生成。',
      en: 'The institution has its own template of this paper, which makes DOCX; PDF is made from the standard only.',
    },
    { facts: { templateVersion: version } },
  )
}

/** 409: somebody else changed the template meanwhile. */
export function templateChanged(version: number, by: string): Problem {
  return conflict(
    'template-changed',
    {
      zh: `${by} 已更换了这个模板（第 ${version} 版），请刷新后再操作。`,
      en: `${by} changed this template (version ${version}); look again first.`,
    },
    { facts: { version } },
  )
}

/** 400: a paper goes with an act that may come next, and with its own. */
export function notNext(): Problem {
  return badField('#/draft/type', 'next-act', {
    zh: '这一步目前不能办理，或不是该文书所附的步骤。',
    en: 'This act cannot come next, or the paper does not go with it.',
  })
}

/** 404 for a version there never was. */
export function noSuchVersion(): Problem {
  return notFound({ zh: '没有这个版本。', en: 'There is no such version.' })
}

/** 422 with everything that is wrong with a template. */
export function templateRefused(troubles: readonly TemplateTrouble[]): Problem {
  const [first] = troubles
  const said = troubles.map((trouble) => ({
    pointer: '#/file',
    rule: trouble.rule,
    detail: wordsOf(trouble),
  }))
  return unlawful('template-refused', first ? wordsOf(first) : { zh: '模板不可用', en: 'no' }, {
    errors: said,
  })
}

const megabytes = Math.floor(templateLimitBytes / 1024 / 1024)

function wordsOf({ rule, name = '', nearest, outside }: TemplateTrouble): Words {
  switch (rule) {
    case 'not-docx':
      return {
        zh: '这不是 DOCX 文件。doc、wps、pdf 请先在 Word 或 WPS 中另存为 docx。',
        en: 'This is no DOCX file. Save doc, wps and pdf files as docx first.',
      }
    case 'template-damaged':
      return { zh: '文件已损坏，无法打开。', en: 'The file is damaged and cannot be opened.' }
    case 'template-locked':
      return { zh: '文件设有密码，请取消密码后上传。', en: 'The file is locked by a password.' }
    case 'template-limit':
      return {
        zh: `模板不得超过 ${megabytes} MB，解压后也不得过大。`,
        en: `A template may have at most ${megabytes} MB, and unpack to no more than is usual.`,
      }
    case 'template-runs-code':
      return {
        zh: `模板含有宏、控件、嵌入对象或会自动执行的域（${name}），请删除后上传。`,
        en: `The template holds macros, controls, embedded objects or fields that act by themselves (${name}); remove them.`,
      }
    case 'template-reaches-out':
      return {
        zh: `模板会从外部读取内容（${name}），请改为嵌入或删除。`,
        en: `The template would fetch something from outside (${name}); embed or remove it.`,
      }
    case 'template-syntax':
      return {
        zh: `占位符的花括号或列表没有成对：“${name}”。`,
        en: `The braces of a placeholder, or a list, are not closed: «${name}».`,
      }
    case 'unknown-placeholder':
      if (outside !== undefined) {
        return {
          zh: `占位符“${name}”只能写在 {#${outside}} 与 {/${outside}} 之间。`,
          en: `The placeholder «${name}» stands only between {#${outside}} and {/${outside}}.`,
        }
      }
      return nearest === undefined
        ? { zh: `没有占位符“${name}”。`, en: `There is no placeholder «${name}».` }
        : {
            zh: `没有占位符“${name}”；您要的可能是“${nearest}”。`,
            en: `There is no placeholder «${name}»; perhaps «${nearest}» is meant.`,
          }
    case 'proof-placeholder':
      return {
        zh: `模板须含占位符 {${PROOF}}，否则文书无法与记录核对。`,
        en: `A template must hold the placeholder {${PROOF}}, or its papers could not be checked against the record.`,
      }
  }
}

/** The public pages of papers. */
export const problems: ProblemPages = {
  'paper-only-docx': {
    status: 422,
    title: { zh: '只能生成 DOCX', en: 'DOCX only' },
    meaning: {
      zh: '本单位用自己的 DOCX 模板替换了这种文书的标准模板，自有模板不能生成 PDF。',
      en: 'The institution replaced the standard template of this paper by its own DOCX, which makes no PDF.',
    },
    todo: {
      zh: '生成 DOCX，或在设置中恢复标准模板。',
      en: 'Make a DOCX, or put the standard template back in the settings.',
    },
    facts: { templateVersion: { zh: '自有模板的版本', en: 'version of the own template' } },
  },
  'template-changed': {
    status: 409,
    title: { zh: '模板已被他人更换', en: 'Somebody else changed the template' },
    meaning: {
      zh: '您打开之后，他人已更换了这个模板；没有写入任何内容。',
      en: 'Somebody else changed the template after you opened it; nothing was written.',
    },
    todo: {
      zh: '刷新，核对现行版本后再操作。',
      en: 'Look at the present version, then try again.',
    },
    facts: { version: { zh: '现行版本', en: 'the present version' } },
  },
  'template-refused': {
    status: 422,
    title: { zh: '模板不可用', en: 'The template cannot be used' },
    meaning: {
      zh: '文件不是完好的 DOCX，含有会执行或从外部读取的内容，或用了没有的占位符。“errors”逐一说明。',
      en: 'The file is no sound DOCX, would run or fetch something, or uses placeholders there are not. “errors” names each.',
    },
    todo: {
      zh: '按提示修改后重新上传；占位符清单和示例可在模板设置页下载。',
      en: 'Change what is named and upload it again; the list of placeholders and an example are on the page of templates.',
    },
  },
}
