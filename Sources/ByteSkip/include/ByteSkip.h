#ifndef BYTE_SKIP_H
#define BYTE_SKIP_H

#include <stdint.h>

enum { BYTE_SKIP_LENGTH = 4 };

/// By what texts begin: which half-bytes stand in each of their first bytes. Texts are spread over eight groups; a bit of
/// `low` and `high` says that a text of that group has a byte with these lower or upper four bits at that position, or
/// ends before it.
typedef struct {
  uint8_t low[BYTE_SKIP_LENGTH][16];
  uint8_t high[BYTE_SKIP_LENGTH][16];
} ByteSkip;

/// Adds the beginning of a text of so many bytes, at least one, to a group from 0 to 7.
void byte_skip_add(ByteSkip *_Nonnull skip, const uint8_t *_Nonnull text, intptr_t length, int32_t group);

/// The first position from `start` on where a text may begin; `count` where there is none before it. May err by naming
/// positions where none begins, never by leaving one out.
intptr_t byte_skip(const ByteSkip *_Nonnull skip, const uint8_t *_Nullable bytes, intptr_t start, intptr_t count);

#endif
