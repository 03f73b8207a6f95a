/** Saying what headings and words of a ledger mean. */
export const importMapping = {
  importMapping: {
    hint: '表头没有认出或认错时，在“读作”中选择字段，或选择不采用。选择会记住，以后导入同样表头的台账自动采用。',
    readAs: '“{{header}}”列读作',
    unknown: '未识别，请选择',
    ignored: '不采用',
    automatic: '恢复自动判断',
    required: '（必填）',
    said: '按 {{by}} 于 {{on}} 所选',
    missing: '缺少必填列：{{fields}}',
    missingHint: '这张表的各行因此可能无法写入。如台账中有这一列，请在下面为它选择字段。',
    word: '“{{word}}”一律读作',
    choose: '请选择',
    wordHint: '选择会记住，以后的台账同样读取',
    words: '人工对应的用词',
    wordLine: '{{field}}：“{{word}}”读作“{{code}}”',
    forget: '不再采用',
  },
} as const
