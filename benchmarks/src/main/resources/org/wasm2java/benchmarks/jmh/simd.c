// The kernels of SimdBenchmark, each with intrinsics and without; build-kernels makes simd.wasm and
// scalar.wasm of them. A step of a kernel is a vector of 16 bytes. Both forms of a kernel write the
// same bytes and return the same number.

#include <stddef.h>
#include <stdint.h>
#ifdef __wasm_simd128__
#include <wasm_simd128.h>
#endif

#define SIZE 16384
#define VECTOR 16
// Each round reads memory again: a compiler must not do the work once for all of them.
#define EACH_ROUND(steps) \
  for (int round = 0; round < (steps) / (SIZE / VECTOR); round++, again())
#define KERNEL(name) __attribute__((export_name(#name))) int name(int steps)
#define APART static __attribute__((noinline))

static void again(void) { __asm__ volatile("" ::: "memory"); }

// 32 bytes more, as some kernels read whole vectors, or more vectors than they use.
static uint8_t one[SIZE + 32] __attribute__((aligned(16)));
static uint8_t two[SIZE + 32] __attribute__((aligned(16)));
static uint8_t text[SIZE + 32] __attribute__((aligned(16)));
static uint8_t out[SIZE + 32] __attribute__((aligned(16)));
static float points[SIZE / 4] __attribute__((aligned(16)));
static double xs[SIZE / 8] __attribute__((aligned(16)));
static double ys[SIZE / 8] __attribute__((aligned(16)));
static float matrix[16] __attribute__((aligned(16)));

static uint32_t seed;

static uint32_t random(void) {
  seed = seed * 1664525 + 1013904223;
  return seed >> 8;
}

static size_t put(size_t at, uint32_t point) {
  if (point < 0x80) {
    text[at++] = (uint8_t)point;
  } else if (point < 0x800) {
    text[at++] = (uint8_t)(0xc0 | point >> 6);
    text[at++] = (uint8_t)(0x80 | (point & 63));
  } else if (point < 0x10000) {
    text[at++] = (uint8_t)(0xe0 | point >> 12);
    text[at++] = (uint8_t)(0x80 | (point >> 6 & 63));
    text[at++] = (uint8_t)(0x80 | (point & 63));
  } else {
    text[at++] = (uint8_t)(0xf0 | point >> 18);
    text[at++] = (uint8_t)(0x80 | (point >> 12 & 63));
    text[at++] = (uint8_t)(0x80 | (point >> 6 & 63));
    text[at++] = (uint8_t)(0x80 | (point & 63));
  }
  return at;
}

// Words of 32 to 63 letters of one script in turn, then ASCII to the end.
static void write_text(void) {
  static const uint32_t scripts[4] = {'a', 0x430, 0x4e00, 0x1f600};
  size_t at = 0;
  for (uint32_t word = 0; at < SIZE - 512; word++) {
    uint32_t script = word % 2 == 0 ? 0 : 1 + random() % 3;
    for (uint32_t left = 32 + random() % 32; left != 0; left--) {
      at = put(at, scripts[script] + random() % 26);
    }
  }
  while (at < SIZE) {
    at = put(at, ' ');
  }
}

__attribute__((export_name("init"))) int init(int start) {
  seed = (uint32_t)start;
  for (size_t i = 0; i < SIZE; i++) {
    one[i] = (uint8_t)random();
    two[i] = (uint8_t)random();
    out[i] = 0;
  }
  for (size_t i = 0; i < SIZE / 4; i++) {
    points[i] = (float)(random() % 4000) * 0.0007F - 2.0F;
  }
  for (size_t i = 0; i < 16; i++) {
    matrix[i] = (float)(random() % 4000) * 0.0007F;
  }
  for (size_t i = 0; i < SIZE / 8; i++) {
    xs[i] = (double)(random() % 1000) * 0.001;
    ys[i] = (double)(random() % 1000) * 0.001;
  }
  write_text();
  return 0;
}

// A checksum of what kernels write.
__attribute__((export_name("check"))) int check(int start) {
  uint32_t sum = (uint32_t)start;
  const uint8_t *y = (const uint8_t *)ys;
  for (size_t i = 0; i < SIZE; i++) {
    sum = (sum ^ out[i]) * 16777619;
    sum = (sum ^ y[i]) * 16777619;
  }
  return (int)sum;
}

static int word_of_out(void) { return out[SIZE / 2] | out[SIZE / 2 + 1] << 8; }

// classify: two tables by the halves of each byte, as parsers of JSON have them.

static const uint8_t by_low[16] = {1, 0, 2, 0, 4, 0, 8, 9, 16, 24, 32, 3, 64, 5, 128, 7};
static const uint8_t by_high[16] = {255, 1, 3, 7, 15, 31, 63, 127, 254, 252, 248, 240, 224, 192, 128, 85};

#ifdef __wasm_simd128__
APART void classify_bytes(uint8_t *to, const uint8_t *from, size_t size) {
  v128_t low = wasm_v128_load(by_low);
  v128_t high = wasm_v128_load(by_high);
  for (size_t i = 0; i < size; i += 16) {
    v128_t bytes = wasm_v128_load(from + i);
    v128_t l = wasm_i8x16_swizzle(low, wasm_v128_and(bytes, wasm_i8x16_const_splat(15)));
    v128_t h = wasm_i8x16_swizzle(high, wasm_u8x16_shr(bytes, 4));
    wasm_v128_store(to + i, wasm_v128_and(l, h));
  }
}
#else
APART void classify_bytes(uint8_t *to, const uint8_t *from, size_t size) {
  for (size_t i = 0; i < size; i++) {
    to[i] = by_low[from[i] & 15] & by_high[from[i] >> 4];
  }
}
#endif

KERNEL(classify) {
  EACH_ROUND(steps) {
    classify_bytes(out, one, SIZE);
  }
  return word_of_out();
}

// memchr: the first byte of a value.

#ifdef __wasm_simd128__
APART size_t find(const uint8_t *from, uint8_t byte, size_t size) {
  v128_t wanted = wasm_u8x16_splat(byte);
  for (size_t i = 0; i < size; i += 16) {
    uint32_t found = wasm_i8x16_bitmask(wasm_i8x16_eq(wasm_v128_load(from + i), wanted));
    if (found != 0) {
      return i + (size_t)__builtin_ctz(found);
    }
  }
  return size;
}
#else
APART size_t find(const uint8_t *from, uint8_t byte, size_t size) {
  for (size_t i = 0; i < size; i++) {
    if (from[i] == byte) {
      return i;
    }
  }
  return size;
}
#endif

KERNEL(memchr) {
  size_t sum = 0;
  EACH_ROUND(steps) {
    uint8_t *last = text + SIZE - 1 - round;
    *last = 0xff;
    sum = sum * 3 + find(text, 0xff, SIZE);
    *last = ' ';
  }
  return (int)sum;
}

// blend: pixels of four bytes over others, by the alpha of the upper ones.

#ifdef __wasm_simd128__
static v128_t blend_half(v128_t above, v128_t below, v128_t alpha) {
  v128_t rest = wasm_i16x8_sub(wasm_i16x8_const_splat(255), alpha);
  v128_t sum = wasm_i16x8_add(wasm_i16x8_mul(above, alpha), wasm_i16x8_mul(below, rest));
  sum = wasm_i16x8_add(sum, wasm_i16x8_const_splat(128));
  return wasm_u16x8_shr(wasm_i16x8_add(sum, wasm_u16x8_shr(sum, 8)), 8);
}

APART void blend_pixels(uint8_t *to, const uint8_t *upper, const uint8_t *lower, size_t size) {
  for (size_t i = 0; i < size; i += 16) {
    v128_t above = wasm_v128_load(upper + i);
    v128_t below = wasm_v128_load(lower + i);
    v128_t alpha =
        wasm_i8x16_shuffle(above, above, 3, 3, 3, 3, 7, 7, 7, 7, 11, 11, 11, 11, 15, 15, 15, 15);
    v128_t low = blend_half(wasm_u16x8_extend_low_u8x16(above), wasm_u16x8_extend_low_u8x16(below),
                            wasm_u16x8_extend_low_u8x16(alpha));
    v128_t high = blend_half(wasm_u16x8_extend_high_u8x16(above), wasm_u16x8_extend_high_u8x16(below),
                             wasm_u16x8_extend_high_u8x16(alpha));
    wasm_v128_store(to + i, wasm_u8x16_narrow_i16x8(low, high));
  }
}
#else
APART void blend_pixels(uint8_t *to, const uint8_t *upper, const uint8_t *lower, size_t size) {
  for (size_t i = 0; i < size; i += 4) {
    uint32_t alpha = upper[i + 3];
    for (size_t j = i; j < i + 4; j++) {
      uint32_t sum = upper[j] * alpha + lower[j] * (255 - alpha) + 128;
      to[j] = (uint8_t)((sum + (sum >> 8)) >> 8);
    }
  }
}
#endif

KERNEL(blend) {
  EACH_ROUND(steps) {
    blend_pixels(out, one, two, SIZE);
  }
  return word_of_out();
}

// dot: the sum of products of 16-bit integers.

#ifdef __wasm_simd128__
APART int32_t dot_words(const int16_t *a, const int16_t *b, size_t count) {
  v128_t sum = wasm_i32x4_const_splat(0);
  for (size_t i = 0; i < count; i += 8) {
    sum = wasm_i32x4_add(sum, wasm_i32x4_dot_i16x8(wasm_v128_load(a + i), wasm_v128_load(b + i)));
  }
  return (int32_t)((uint32_t)wasm_i32x4_extract_lane(sum, 0) + (uint32_t)wasm_i32x4_extract_lane(sum, 1) +
                   (uint32_t)wasm_i32x4_extract_lane(sum, 2) + (uint32_t)wasm_i32x4_extract_lane(sum, 3));
}
#else
APART int32_t dot_words(const int16_t *a, const int16_t *b, size_t count) {
  uint32_t sum = 0;
  for (size_t i = 0; i < count; i++) {
    sum += (uint32_t)(a[i] * b[i]);
  }
  return (int32_t)sum;
}
#endif

KERNEL(dot) {
  uint32_t sum = 0;
  EACH_ROUND(steps) {
    sum = sum * 3 + (uint32_t)dot_words((const int16_t *)one, (const int16_t *)two, SIZE / 2);
  }
  return (int)sum;
}

// mat4: a matrix of four rows and columns times vectors.

#ifdef __wasm_simd128__
APART void transform(float *to, const float *from, const float *m, size_t count) {
  v128_t c0 = wasm_v128_load(m);
  v128_t c1 = wasm_v128_load(m + 4);
  v128_t c2 = wasm_v128_load(m + 8);
  v128_t c3 = wasm_v128_load(m + 12);
  for (size_t i = 0; i < count; i += 4) {
    v128_t v = wasm_v128_load(from + i);
    v128_t sum = wasm_f32x4_mul(c0, wasm_i32x4_shuffle(v, v, 0, 0, 0, 0));
    sum = wasm_f32x4_add(sum, wasm_f32x4_mul(c1, wasm_i32x4_shuffle(v, v, 1, 1, 1, 1)));
    sum = wasm_f32x4_add(sum, wasm_f32x4_mul(c2, wasm_i32x4_shuffle(v, v, 2, 2, 2, 2)));
    sum = wasm_f32x4_add(sum, wasm_f32x4_mul(c3, wasm_i32x4_shuffle(v, v, 3, 3, 3, 3)));
    wasm_v128_store(to + i, sum);
  }
}
#else
APART void transform(float *to, const float *from, const float *m, size_t count) {
  for (size_t i = 0; i < count; i += 4) {
    float x = from[i];
    float y = from[i + 1];
    float z = from[i + 2];
    float w = from[i + 3];
    for (size_t j = 0; j < 4; j++) {
      to[i + j] = m[j] * x + m[4 + j] * y + m[8 + j] * z + m[12 + j] * w;
    }
  }
}
#endif

KERNEL(mat4) {
  EACH_ROUND(steps) {
    transform((float *)out, points, matrix, SIZE / 4);
  }
  return word_of_out();
}

// mandelbrot: points of the plane, each until it escapes or for 32 steps.

#define LIMIT 32

#ifdef __wasm_simd128__
APART void escape(uint32_t *to, const float *reals, float imaginary, size_t count) {
  v128_t ci = wasm_f32x4_splat(imaginary);
  for (size_t i = 0; i < count; i += 4) {
    v128_t cr = wasm_v128_load(reals + i);
    v128_t zr = cr;
    v128_t zi = ci;
    v128_t steps = wasm_i32x4_const_splat(0);
    for (int step = 0; step < LIMIT; step++) {
      v128_t r2 = wasm_f32x4_mul(zr, zr);
      v128_t i2 = wasm_f32x4_mul(zi, zi);
      v128_t inside = wasm_f32x4_le(wasm_f32x4_add(r2, i2), wasm_f32x4_const_splat(4.0F));
      if (!wasm_v128_any_true(inside)) {
        break;
      }
      steps = wasm_i32x4_sub(steps, inside);
      v128_t product = wasm_f32x4_mul(zr, zi);
      zi = wasm_f32x4_add(wasm_f32x4_add(product, product), ci);
      zr = wasm_f32x4_add(wasm_f32x4_sub(r2, i2), cr);
    }
    wasm_v128_store(to + i, steps);
  }
}
#else
APART void escape(uint32_t *to, const float *reals, float imaginary, size_t count) {
  for (size_t i = 0; i < count; i++) {
    float zr = reals[i];
    float zi = imaginary;
    uint32_t step = 0;
    while (step < LIMIT) {
      float r2 = zr * zr;
      float i2 = zi * zi;
      if (!(r2 + i2 <= 4.0F)) {
        break;
      }
      step++;
      float product = zr * zi;
      zi = product + product + imaginary;
      zr = r2 - i2 + reals[i];
    }
    to[i] = step;
  }
}
#endif

KERNEL(mandelbrot) {
  EACH_ROUND(steps) {
    escape((uint32_t *)out, points, (float)(round & 15) * 0.05F, SIZE / 4);
  }
  return word_of_out();
}

// chacha: the key stream of ChaCha20, a block of 64 bytes at a time.

static const uint32_t key[16] = {0x61707865, 0x3320646e, 0x79622d32, 0x6b206574, 0x03020100, 0x07060504,
                                 0x0b0a0908, 0x0f0e0d0c, 0x13121110, 0x17161514, 0x1b1a1918, 0x1f1e1d1c,
                                 1,          0x09000000, 0x4a000000, 0};

#ifdef __wasm_simd128__
#define ROTATE(x, n) wasm_v128_or(wasm_i32x4_shl(x, n), wasm_u32x4_shr(x, 32 - (n)))
#define QUARTERS(a, b, c, d)                         \
  a = wasm_i32x4_add(a, b), d = wasm_v128_xor(d, a); \
  d = ROTATE(d, 16);                                 \
  c = wasm_i32x4_add(c, d), b = wasm_v128_xor(b, c); \
  b = ROTATE(b, 12);                                 \
  a = wasm_i32x4_add(a, b), d = wasm_v128_xor(d, a); \
  d = ROTATE(d, 8);                                  \
  c = wasm_i32x4_add(c, d), b = wasm_v128_xor(b, c); \
  b = ROTATE(b, 7)

APART void stream(uint32_t *to, uint32_t counter, size_t blocks) {
  v128_t k0 = wasm_v128_load(key);
  v128_t k1 = wasm_v128_load(key + 4);
  v128_t k2 = wasm_v128_load(key + 8);
  v128_t k3 = wasm_i32x4_replace_lane(wasm_v128_load(key + 12), 0, counter);
  for (; blocks != 0; blocks--, to += 16) {
    v128_t a = k0, b = k1, c = k2, d = k3;
    for (int i = 0; i < 10; i++) {
      QUARTERS(a, b, c, d);
      b = wasm_i32x4_shuffle(b, b, 1, 2, 3, 0);
      c = wasm_i32x4_shuffle(c, c, 2, 3, 0, 1);
      d = wasm_i32x4_shuffle(d, d, 3, 0, 1, 2);
      QUARTERS(a, b, c, d);
      b = wasm_i32x4_shuffle(b, b, 3, 0, 1, 2);
      c = wasm_i32x4_shuffle(c, c, 2, 3, 0, 1);
      d = wasm_i32x4_shuffle(d, d, 1, 2, 3, 0);
    }
    wasm_v128_store(to, wasm_i32x4_add(a, k0));
    wasm_v128_store(to + 4, wasm_i32x4_add(b, k1));
    wasm_v128_store(to + 8, wasm_i32x4_add(c, k2));
    wasm_v128_store(to + 12, wasm_i32x4_add(d, k3));
    k3 = wasm_i32x4_add(k3, wasm_i32x4_const(1, 0, 0, 0));
  }
}
#else
#define ROTATE(x, n) ((x) << (n) | (x) >> (32 - (n)))
#define QUARTER(a, b, c, d)                                      \
  x[a] += x[b], x[d] ^= x[a], x[d] = ROTATE(x[d], 16);           \
  x[c] += x[d], x[b] ^= x[c], x[b] = ROTATE(x[b], 12);           \
  x[a] += x[b], x[d] ^= x[a], x[d] = ROTATE(x[d], 8);            \
  x[c] += x[d], x[b] ^= x[c], x[b] = ROTATE(x[b], 7)

APART void stream(uint32_t *to, uint32_t counter, size_t blocks) {
  for (; blocks != 0; blocks--, to += 16, counter++) {
    uint32_t x[16];
    for (int i = 0; i < 16; i++) {
      x[i] = i == 12 ? counter : key[i];
    }
    for (int i = 0; i < 10; i++) {
      QUARTER(0, 4, 8, 12);
      QUARTER(1, 5, 9, 13);
      QUARTER(2, 6, 10, 14);
      QUARTER(3, 7, 11, 15);
      QUARTER(0, 5, 10, 15);
      QUARTER(1, 6, 11, 12);
      QUARTER(2, 7, 8, 13);
      QUARTER(3, 4, 9, 14);
    }
    for (int i = 0; i < 16; i++) {
      to[i] = x[i] + (i == 12 ? counter : key[i]);
    }
  }
}
#endif

KERNEL(chacha) {
  EACH_ROUND(steps) {
    stream((uint32_t *)out, (uint32_t)round, SIZE / 64);
  }
  return word_of_out();
}

// daxpy: y += a * x.

#ifdef __wasm_simd128__
APART void multiply_add(double *y, const double *x, double a, size_t count) {
  v128_t factor = wasm_f64x2_splat(a);
  for (size_t i = 0; i < count; i += 2) {
    v128_t product = wasm_f64x2_mul(factor, wasm_v128_load(x + i));
    wasm_v128_store(y + i, wasm_f64x2_add(wasm_v128_load(y + i), product));
  }
}
#else
APART void multiply_add(double *y, const double *x, double a, size_t count) {
  for (size_t i = 0; i < count; i++) {
    y[i] = y[i] + a * x[i];
  }
}
#endif

KERNEL(daxpy) {
  EACH_ROUND(steps) {
    multiply_add(ys, xs, round % 2 == 0 ? 0.75 : -0.5, SIZE / 8);
  }
  return (int)ys[1];
}

// sad: the sum of absolute differences of bytes.

#ifdef __wasm_simd128__
APART uint32_t differences(const uint8_t *a, const uint8_t *b, size_t size) {
  v128_t sum = wasm_i32x4_const_splat(0);
  for (size_t i = 0; i < size; i += 16) {
    v128_t x = wasm_v128_load(a + i);
    v128_t y = wasm_v128_load(b + i);
    v128_t difference = wasm_v128_or(wasm_u8x16_sub_sat(x, y), wasm_u8x16_sub_sat(y, x));
    v128_t pairs = wasm_u16x8_extadd_pairwise_u8x16(difference);
    sum = wasm_i32x4_add(sum, wasm_u32x4_extadd_pairwise_u16x8(pairs));
  }
  return (uint32_t)wasm_i32x4_extract_lane(sum, 0) + (uint32_t)wasm_i32x4_extract_lane(sum, 1) +
         (uint32_t)wasm_i32x4_extract_lane(sum, 2) + (uint32_t)wasm_i32x4_extract_lane(sum, 3);
}
#else
APART uint32_t differences(const uint8_t *a, const uint8_t *b, size_t size) {
  uint32_t sum = 0;
  for (size_t i = 0; i < size; i++) {
    int difference = a[i] - b[i];
    sum += (uint32_t)(difference < 0 ? -difference : difference);
  }
  return sum;
}
#endif

KERNEL(sad) {
  uint32_t sum = 0;
  EACH_ROUND(steps) {
    sum = sum * 3 + differences(one, two, SIZE);
  }
  return (int)sum;
}

// utf8: whether text is UTF-8; vectors by the three tables of Keiser and Lemire.

#ifdef __wasm_simd128__
#define TOO_SHORT 1
#define TOO_LONG 2
#define OVERLONG_3 4
#define TOO_LARGE 8
#define SURROGATE 16
#define OVERLONG_2 32
#define TOO_LARGE_1000 64
#define OVERLONG_4 64
#define TWO_CONTS 128
#define CARRY (TOO_SHORT | TOO_LONG | TWO_CONTS)
#define LARGE (CARRY | TOO_LARGE | TOO_LARGE_1000)
#define CONT (TOO_LONG | OVERLONG_2 | TWO_CONTS)

APART int is_utf8(const uint8_t *from, size_t size) {
  const v128_t first_high = wasm_u8x16_const(
      TOO_LONG, TOO_LONG, TOO_LONG, TOO_LONG, TOO_LONG, TOO_LONG, TOO_LONG, TOO_LONG, TWO_CONTS, TWO_CONTS,
      TWO_CONTS, TWO_CONTS, TOO_SHORT | OVERLONG_2, TOO_SHORT, TOO_SHORT | OVERLONG_3 | SURROGATE,
      TOO_SHORT | TOO_LARGE | TOO_LARGE_1000 | OVERLONG_4);
  const v128_t first_low = wasm_u8x16_const(
      CARRY | OVERLONG_3 | OVERLONG_2 | OVERLONG_4, CARRY | OVERLONG_2, CARRY, CARRY, CARRY | TOO_LARGE, LARGE,
      LARGE, LARGE, LARGE, LARGE, LARGE, LARGE, LARGE, LARGE | SURROGATE, LARGE, LARGE);
  const v128_t second_high = wasm_u8x16_const(
      TOO_SHORT, TOO_SHORT, TOO_SHORT, TOO_SHORT, TOO_SHORT, TOO_SHORT, TOO_SHORT, TOO_SHORT,
      CONT | OVERLONG_3 | TOO_LARGE_1000 | OVERLONG_4, CONT | OVERLONG_3 | TOO_LARGE, CONT | SURROGATE | TOO_LARGE,
      CONT | SURROGATE | TOO_LARGE, TOO_SHORT, TOO_SHORT, TOO_SHORT, TOO_SHORT);
  const v128_t last = wasm_u8x16_const(255, 255, 255, 255, 255, 255, 255, 255, 255, 255, 255, 255, 255, 0xf0 - 1,
                                       0xe0 - 1, 0xc0 - 1);
  const v128_t low = wasm_i8x16_const_splat(15);
  v128_t error = wasm_i8x16_const_splat(0);
  v128_t before = wasm_i8x16_const_splat(0);
  v128_t incomplete = wasm_i8x16_const_splat(0);
  for (size_t i = 0; i < size; i += 16) {
    v128_t bytes = wasm_v128_load(from + i);
    if (wasm_i8x16_bitmask(bytes) == 0) {
      error = wasm_v128_or(error, incomplete);
      incomplete = wasm_i8x16_const_splat(0);
    } else {
      v128_t one_before =
          wasm_i8x16_shuffle(before, bytes, 15, 16, 17, 18, 19, 20, 21, 22, 23, 24, 25, 26, 27, 28, 29, 30);
      v128_t two_before =
          wasm_i8x16_shuffle(before, bytes, 14, 15, 16, 17, 18, 19, 20, 21, 22, 23, 24, 25, 26, 27, 28, 29);
      v128_t three_before =
          wasm_i8x16_shuffle(before, bytes, 13, 14, 15, 16, 17, 18, 19, 20, 21, 22, 23, 24, 25, 26, 27, 28);
      v128_t special = wasm_v128_and(
          wasm_v128_and(wasm_i8x16_swizzle(first_high, wasm_u8x16_shr(one_before, 4)),
                        wasm_i8x16_swizzle(first_low, wasm_v128_and(one_before, low))),
          wasm_i8x16_swizzle(second_high, wasm_u8x16_shr(bytes, 4)));
      v128_t third = wasm_u8x16_sub_sat(two_before, wasm_u8x16_const_splat(0xe0 - 0x80));
      v128_t fourth = wasm_u8x16_sub_sat(three_before, wasm_u8x16_const_splat(0xf0 - 0x80));
      v128_t inner = wasm_v128_and(wasm_v128_or(third, fourth), wasm_u8x16_const_splat(0x80));
      error = wasm_v128_or(error, wasm_v128_xor(inner, special));
      incomplete = wasm_u8x16_sub_sat(bytes, last);
    }
    before = bytes;
  }
  return !wasm_v128_any_true(wasm_v128_or(error, incomplete));
}
#else
APART int is_utf8(const uint8_t *from, size_t size) {
  size_t i = 0;
  while (i < size) {
    uint32_t first = from[i];
    if (first < 0x80) {
      i++;
      continue;
    }
    size_t more = first >= 0xf0 ? 3 : first >= 0xe0 ? 2 : 1;
    if (first < 0xc2 || first > 0xf4 || i + more >= size) {
      return 0;
    }
    uint32_t second = from[i + 1];
    uint32_t least = first == 0xe0 ? 0xa0 : first == 0xf0 ? 0x90 : 0x80;
    uint32_t most = first == 0xed ? 0x9f : first == 0xf4 ? 0x8f : 0xbf;
    if (second < least || second > most) {
      return 0;
    }
    for (size_t j = 2; j <= more; j++) {
      if ((from[i + j] & 0xc0) != 0x80) {
        return 0;
      }
    }
    i += 1 + more;
  }
  return 1;
}
#endif

KERNEL(utf8) {
  uint32_t sum = 0;
  EACH_ROUND(steps) {
    uint8_t *last = text + SIZE - 1;
    *last = (uint8_t)(round % 2 == 0 ? 'a' : 0x80);
    sum = sum * 3 + (uint32_t)is_utf8(text, SIZE);
    *last = ' ';
  }
  return (int)sum;
}

// base64: each 12 bytes become 16 letters; vectors by the shuffles of Mula.

#ifdef __wasm_simd128__
APART void encode(uint8_t *to, const uint8_t *from, size_t size) {
  const v128_t offsets =
      wasm_i8x16_const('a' - 26, '0' - 52, '0' - 52, '0' - 52, '0' - 52, '0' - 52, '0' - 52, '0' - 52, '0' - 52,
                       '0' - 52, '0' - 52, '+' - 62, '/' - 63, 'A', 0, 0);
  for (size_t i = 0; i < size; i += 12, to += 16) {
    v128_t bytes = wasm_v128_load(from + i);
    v128_t in = wasm_i8x16_shuffle(bytes, bytes, 1, 0, 2, 1, 4, 3, 5, 4, 7, 6, 8, 7, 10, 9, 11, 10);
    v128_t sixes = wasm_v128_or(
        wasm_v128_or(wasm_v128_and(wasm_u32x4_shr(in, 10), wasm_i32x4_const_splat(0x3f)),
                     wasm_v128_and(wasm_i32x4_shl(in, 4), wasm_i32x4_const_splat(0x3f00))),
        wasm_v128_or(wasm_v128_and(wasm_u32x4_shr(in, 6), wasm_i32x4_const_splat(0x3f0000)),
                     wasm_v128_and(wasm_i32x4_shl(in, 8), wasm_i32x4_const_splat(0x3f000000))));
    v128_t range = wasm_u8x16_sub_sat(sixes, wasm_u8x16_const_splat(51));
    v128_t upper = wasm_i8x16_lt(sixes, wasm_i8x16_const_splat(26));
    range = wasm_v128_or(range, wasm_v128_and(upper, wasm_i8x16_const_splat(13)));
    wasm_v128_store(to, wasm_i8x16_add(wasm_i8x16_swizzle(offsets, range), sixes));
  }
}
#else
static const uint8_t letters[64] = {'A', 'B', 'C', 'D', 'E', 'F', 'G', 'H', 'I', 'J', 'K', 'L', 'M', 'N', 'O', 'P',
                                    'Q', 'R', 'S', 'T', 'U', 'V', 'W', 'X', 'Y', 'Z', 'a', 'b', 'c', 'd', 'e', 'f',
                                    'g', 'h', 'i', 'j', 'k', 'l', 'm', 'n', 'o', 'p', 'q', 'r', 's', 't', 'u', 'v',
                                    'w', 'x', 'y', 'z', '0', '1', '2', '3', '4', '5', '6', '7', '8', '9', '+', '/'};

APART void encode(uint8_t *to, const uint8_t *from, size_t size) {
  for (size_t i = 0; i < size; i += 3, to += 4) {
    uint32_t bits = (uint32_t)from[i] << 16 | (uint32_t)from[i + 1] << 8 | from[i + 2];
    to[0] = letters[bits >> 18];
    to[1] = letters[bits >> 12 & 63];
    to[2] = letters[bits >> 6 & 63];
    to[3] = letters[bits & 63];
  }
}
#endif

KERNEL(base64) {
  EACH_ROUND(steps) {
    encode(out, one, SIZE / 4 * 3);
  }
  return word_of_out();
}

// grey: the brightness of pixels of three bytes; a step is 16 bytes of them.

#define RED 77
#define GREEN 150
#define BLUE 29

#ifdef __wasm_simd128__
static v128_t brightness(v128_t red, v128_t green, v128_t blue) {
  v128_t sum = wasm_i16x8_add(wasm_i16x8_mul(red, wasm_i16x8_const_splat(RED)),
                              wasm_i16x8_mul(green, wasm_i16x8_const_splat(GREEN)));
  sum = wasm_i16x8_add(sum, wasm_i16x8_mul(blue, wasm_i16x8_const_splat(BLUE)));
  return wasm_u16x8_shr(wasm_i16x8_add(sum, wasm_i16x8_const_splat(128)), 8);
}

APART void to_grey(uint8_t *to, const uint8_t *from, size_t count) {
  for (size_t i = 0; i < count; i += 16, from += 48) {
    v128_t a = wasm_v128_load(from);
    v128_t b = wasm_v128_load(from + 16);
    v128_t c = wasm_v128_load(from + 32);
    v128_t red = wasm_i8x16_shuffle(a, b, 0, 3, 6, 9, 12, 15, 18, 21, 24, 27, 30, 0, 0, 0, 0, 0);
    red = wasm_i8x16_shuffle(red, c, 0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 17, 20, 23, 26, 29);
    v128_t green = wasm_i8x16_shuffle(a, b, 1, 4, 7, 10, 13, 16, 19, 22, 25, 28, 31, 0, 0, 0, 0, 0);
    green = wasm_i8x16_shuffle(green, c, 0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 18, 21, 24, 27, 30);
    v128_t blue = wasm_i8x16_shuffle(a, b, 2, 5, 8, 11, 14, 17, 20, 23, 26, 29, 0, 0, 0, 0, 0, 0);
    blue = wasm_i8x16_shuffle(blue, c, 0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 16, 19, 22, 25, 28, 31);
    v128_t low = brightness(wasm_u16x8_extend_low_u8x16(red), wasm_u16x8_extend_low_u8x16(green),
                            wasm_u16x8_extend_low_u8x16(blue));
    v128_t high = brightness(wasm_u16x8_extend_high_u8x16(red), wasm_u16x8_extend_high_u8x16(green),
                             wasm_u16x8_extend_high_u8x16(blue));
    wasm_v128_store(to + i, wasm_u8x16_narrow_i16x8(low, high));
  }
}
#else
APART void to_grey(uint8_t *to, const uint8_t *from, size_t count) {
  for (size_t i = 0; i < count; i++, from += 3) {
    to[i] = (uint8_t)((from[0] * RED + from[1] * GREEN + from[2] * BLUE + 128) >> 8);
  }
}
#endif

KERNEL(grey) {
  EACH_ROUND(steps) {
    to_grey(out, one, SIZE / 48 * 16);
  }
  return word_of_out();
}

// prefix: sums of all integers up to each.

#ifdef __wasm_simd128__
APART void add_up(uint32_t *to, const uint32_t *from, size_t count) {
  const v128_t zero = wasm_i32x4_const_splat(0);
  v128_t sum = zero;
  for (size_t i = 0; i < count; i += 4) {
    v128_t v = wasm_v128_load(from + i);
    v = wasm_i32x4_add(v, wasm_i32x4_shuffle(zero, v, 3, 4, 5, 6));
    v = wasm_i32x4_add(v, wasm_i32x4_shuffle(zero, v, 2, 3, 4, 5));
    v = wasm_i32x4_add(v, sum);
    wasm_v128_store(to + i, v);
    sum = wasm_i32x4_shuffle(v, v, 3, 3, 3, 3);
  }
}
#else
APART void add_up(uint32_t *to, const uint32_t *from, size_t count) {
  uint32_t sum = 0;
  for (size_t i = 0; i < count; i++) {
    sum += from[i];
    to[i] = sum;
  }
}
#endif

KERNEL(prefix) {
  EACH_ROUND(steps) {
    add_up((uint32_t *)out, (const uint32_t *)one, SIZE / 4);
  }
  return word_of_out();
}
