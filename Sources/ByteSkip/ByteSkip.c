#include "ByteSkip.h"

#include <stdbool.h>

void byte_skip_add(ByteSkip *skip, const uint8_t *text, int32_t group) {
  for (int32_t index = 0; index < skip->length; index++) {
    skip->low[index][text[index] & 15] |= (uint8_t)(1 << group);
    skip->high[index][text[index] >> 4] |= (uint8_t)(1 << group);
  }
}

/// Whether some group has a text that may begin with these bytes.
static bool may_begin(const ByteSkip *skip, const uint8_t *bytes) {
  uint8_t groups = 0xFF;
  for (int32_t index = 0; index < skip->length; index++) {
    groups &= skip->low[index][bytes[index] & 15] & skip->high[index][bytes[index] >> 4];
  }
  return groups != 0;
}

static intptr_t skip_plainly(const ByteSkip *skip, const uint8_t *bytes, intptr_t start, intptr_t count) {
  for (intptr_t index = start; index + skip->length <= count; index++) {
    if (may_begin(skip, bytes + index)) return index;
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
  const int32_t second = skip->length > 1 ? 1 : 0, third = skip->length > 2 ? 2 : second;
  const __m256i low0 = table(skip->low[0]), high0 = table(skip->high[0]);
  const __m256i low1 = table(skip->low[second]), high1 = table(skip->high[second]);
  const __m256i low2 = table(skip->low[third]), high2 = table(skip->high[third]);
  intptr_t index = start;
  for (; index + 32 + third <= count; index += 32) {
    __m256i groups = groups_of(_mm256_loadu_si256((const __m256i *)(bytes + index)), low0, high0);
    groups = _mm256_and_si256(
      groups, groups_of(_mm256_loadu_si256((const __m256i *)(bytes + index + second)), low1, high1));
    groups = _mm256_and_si256(
      groups, groups_of(_mm256_loadu_si256((const __m256i *)(bytes + index + third)), low2, high2));
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
  const int32_t second = skip->length > 1 ? 1 : 0, third = skip->length > 2 ? 2 : second;
  const uint8x16_t low0 = vld1q_u8(skip->low[0]), high0 = vld1q_u8(skip->high[0]);
  const uint8x16_t low1 = vld1q_u8(skip->low[second]), high1 = vld1q_u8(skip->high[second]);
  const uint8x16_t low2 = vld1q_u8(skip->low[third]), high2 = vld1q_u8(skip->high[third]);
  intptr_t index = start;
  for (; index + 16 + third <= count; index += 16) {
    uint8x16_t groups = groups_of(vld1q_u8(bytes + index), low0, high0);
    groups = vandq_u8(groups, groups_of(vld1q_u8(bytes + index + second), low1, high1));
    groups = vandq_u8(groups, groups_of(vld1q_u8(bytes + index + third), low2, high2));
    if (vmaxvq_u8(groups) != 0) break;
  }
  return skip_plainly(skip, bytes, index, count);
}

#else

intptr_t byte_skip(const ByteSkip *skip, const uint8_t *bytes, intptr_t start, intptr_t count) {
  return skip_plainly(skip, bytes, start, count);
}
#endif
