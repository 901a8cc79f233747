#ifndef GRAMMARS_H
#define GRAMMARS_H

typedef struct TSLanguage TSLanguage;

const TSLanguage *_Nonnull tree_sitter_python(void);
const TSLanguage *_Nonnull tree_sitter_go(void);
const TSLanguage *_Nonnull tree_sitter_javascript(void);
const TSLanguage *_Nonnull tree_sitter_typescript(void);
const TSLanguage *_Nonnull tree_sitter_tsx(void);
const TSLanguage *_Nonnull tree_sitter_swift(void);
const TSLanguage *_Nonnull tree_sitter_lua(void);

#endif
