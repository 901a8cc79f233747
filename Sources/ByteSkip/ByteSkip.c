#include "ByteSkip.h"

#include <stdbool.h>

void byte_skip_add(ByteSkip *skip, const uint8_t *text, intptr_t length, int32_t group) {
  const uint8_t bit = (uint8_t)(1 << group);
  for (intptr_t index = 0; index < BYTE_SKIP_LENGTH; index++) {
    for (int32_t half = 0; half < 16; half++) {
      if (index >= length || half == (text[index] & 15)) skip->low[index][half] |= bit;
      if (index >= length || half == text[index] >> 4) skip->high[index][half] |= bit;
    }
  }
}

/// Whether some group has a text that may begin with these bytes, of which there may be fewer than count.
static bool may_begin(const ByteSkip *skip, const uint8_t *bytes, intptr_t count) {
  uint8_t groups = 0xFF;
  for (intptr_t index = 0; index < BYTE_SKIP_LENGTH && index < count; index++) {
    groups &= skip->low[index][bytes[index] & 15] & skip->high[index][bytes[index] >> 4];
  }
  return groups != 0;
}

static intptr_t skip_plainly(const ByteSkip *skip, const uint8_t *bytes, intptr_t start, intptr_t count) {
  for (intptr_t index = start; index < count; index++) {
    if (may_begin(skip, bytes + index, count - index)) return index;
  }
  return count;
}

#if defined(__x86_64__)
#include <immintrin.h>

/// The groups that have a byte of their own at one position of their texts, for 32 bytes.
__attribute__((target("avx2"))) static inline __m256i groups_of(__m256i bytes, __m256i low, __m256i high) {
  const __m256i nibble = _mm256_set1_epi8(15);
  return _mm256_and_si256(
    _mm256_shuffle_epi8(low, _mm256_and_si256(bytes, nibble)),
    _mm256_shuffle_epi8(high, _mm256_and_si256(_mm256_srli_epi16(bytes, 4), nibble)));
}

__attribute__((target("avx2"))) static inline __m256i table(const uint8_t *half) {
  return _mm256_broadcastsi128_si256(_mm_loadu_si128((const __m128i *)half));
}

__attribute__((target("avx2"))) static intptr_t skip_by_32(
  const ByteSkip *skip, const uint8_t *bytes, intptr_t start, intptr_t count
) {
  __m256i low[BYTE_SKIP_LENGTH], high[BYTE_SKIP_LENGTH];
  for (intptr_t place = 0; place < BYTE_SKIP_LENGTH; place++) {
    low[place] = table(skip->low[place]);
    high[place] = table(skip->high[place]);
  }
  intptr_t index = start;
  for (; index + 32 + BYTE_SKIP_LENGTH <= count; index += 32) {
    __m256i groups = groups_of(_mm256_loadu_si256((const __m256i *)(bytes + index)), low[0], high[0]);
    for (intptr_t place = 1; place < BYTE_SKIP_LENGTH; place++) {
      groups = _mm256_and_si256(
        groups, groups_of(_mm256_loadu_si256((const __m256i *)(bytes + index + place)), low[place], high[place]));
    }
    const uint32_t none = (uint32_t)_mm256_movemask_epi8(_mm256_cmpeq_epi8(groups, _mm256_setzero_si256()));
    if (none != 0xFFFFFFFF) return index + __builtin_ctz(~none);
  }
  return skip_plainly(skip, bytes, index, count);
}

intptr_t byte_skip(const ByteSkip *skip, const uint8_t *bytes, intptr_t start, intptr_t count) {
  if (__builtin_cpu_supports("avx2")) return skip_by_32(skip, bytes, start, count);
  return skip_plainly(skip, bytes, start, count);
}

#elif defined(__aarch64__)
#include <arm_neon.h>

static inline uint8x16_t groups_of(uint8x16_t bytes, uint8x16_t low, uint8x16_t high) {
  return vandq_u8(vqtbl1q_u8(low, vandq_u8(bytes, vdupq_n_u8(15))), vqtbl1q_u8(high, vshrq_n_u8(bytes, 4)));
}

intptr_t byte_skip(const ByteSkip *skip, const uint8_t *bytes, intptr_t start, intptr_t count) {
  uint8x16_t low[BYTE_SKIP_LENGTH], high[BYTE_SKIP_LENGTH];
  for (intptr_t place = 0; place < BYTE_SKIP_LENGTH; place++) {
    low[place] = vld1q_u8(skip->low[place]);
    high[place] = vld1q_u8(skip->high[place]);
  }
  intptr_t index = start;
  for (; index + 16 + BYTE_SKIP_LENGTH <= count; index += 16) {
    uint8x16_t groups = groups_of(vld1q_u8(bytes + index), low[0], high[0]);
    for (intptr_t place = 1; place < BYTE_SKIP_LENGTH; place++) {
      groups = vandq_u8(groups, groups_of(vld1q_u8(bytes + index + place), low[place], high[place]));
    }
    if (vmaxvq_u8(groups) != 0) break;
  }
  return skip_plainly(skip, bytes, index, count);
}

#else

intptr_t byte_skip(const ByteSkip *skip, const uint8_t *bytes, intptr_t start, intptr_t count) {
  return skip_plainly(skip, bytes, start, count);
}
#endif
