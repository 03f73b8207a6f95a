/** What the choice of a procedure says. */
export const procedures = {
  procedures: {
    procedure: '程序',
    choose: '先选择办理哪一种程序。',
    other: '换一种程序',
    noArticle: '本地没有专门规定、按单位制度办理的 {{count}} 种',
  },
} as const
