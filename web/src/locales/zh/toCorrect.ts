/** The rows that an import leaves out, as a file to be corrected. */
export const toCorrect = {
  toCorrect: {
    title_one: '{{count}} 行未写入，待更正',
    title_other: '{{count}} 行未写入，待更正',
    hint: '下载这些行，每行末列写明问题；更正后重新上传即可，已写入的行不会重复。原文件在确认后只保存一段时间，请尽快下载。',
    xlsx: '下载待更正的行（Excel）',
    csv: '下载待更正的行（CSV）',
  },
} as const
